/** LibreOffice calculates a workbook anew. Wrong results are put beside every formula first, so that only a calculation is right. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import type { Grid } from "../../shared/grid.ts";
import { cellName } from "../../shared/grid.ts";
import { run } from "../programs.ts";

// Awaited here so that mocha loads the tests as modules: the reader's worker needs import.meta.resolve.
const { readWorkbookBytes, readWorkbookFile } = await import("../../server/workbook/read.ts");

const SPOILED = 987_654_321;

const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

export async function recalculate(bytes: Buffer, folder: string): Promise<readonly Grid[]> {
  const workbook = await loadBytes(bytes);
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula, result: SPOILED } as ExcelJS.CellFormulaValue;
      });
    });
  const [grids] = await calculate([workbook], folder);
  return grids ?? [];
}

/** What LibreOffice makes of each, all in one go. */
export async function calculate(workbooks: readonly ExcelJS.Workbook[], folder: string): Promise<(readonly Grid[])[]> {
  const files = await Promise.all(workbooks.map((workbook) => workbook.xlsx.writeBuffer()));
  const opened = await openInOffice(
    files.map((bytes) => Buffer.from(bytes as ArrayBuffer)),
    folder,
  );
  return opened.map((grids, index) => {
    assert.ok(grids, `workbook ${String(index)}`);
    return grids;
  });
}

/** Of one start: LibreOffice itself gives up after some 240. */
const AT_ONCE = 100;

/** Each calculated anew; null for what LibreOffice does not open. */
export async function openInOffice(files: readonly Buffer[], folder: string): Promise<(readonly Grid[] | null)[]> {
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user", "registrymodifications.xcu"), ALWAYS_CALCULATE);
  const [sources, results] = [await mkdtemp(join(folder, "tep-")), await mkdtemp(join(folder, "ra-"))];
  const names = files.map((_, index) => `tep-${String(index)}.xlsx`);
  for (const [index, bytes] of files.entries()) await writeFile(join(sources, names[index] ?? ""), bytes);
  // It may give up in the middle: what is missing then is tried once more.
  for (let tries = 0; tries < 2; tries++) {
    const done = new Set(readdirSync(results));
    const left = names.filter((name) => !done.has(name));
    for (let at = 0; at < left.length; at += AT_ONCE) {
      const some = left.slice(at, at + AT_ONCE).map((name) => join(sources, name));
      const into = ["--headless", "--convert-to", "xlsx", "--outdir", results];
      await run("soffice", [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...into, ...some], {
        timeoutMs: 180_000,
      });
    }
  }
  const opened: (readonly Grid[] | null)[] = [];
  for (const name of names) opened.push(await readIfThere(join(results, name)));
  return opened;
}

async function readIfThere(path: string): Promise<readonly Grid[] | null> {
  const read = await readWorkbookFile(path);
  assert.ok(read.ok || read.code === "not-found", path);
  return read.ok ? read.grids : null;
}

export async function loadBytes(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

export async function readBytes(bytes: Buffer): Promise<readonly Grid[]> {
  const read = await readWorkbookBytes(bytes, "tep.xlsx");
  assert.ok(read.ok, JSON.stringify(read));
  return read.grids;
}

/** "Tổng hợp!D5" → the number that stands beside a formula there. */
export function formulaResults(grids: readonly Grid[]): Map<string, number> {
  const results = new Map<string, number>();
  for (const { name, rows } of grids)
    for (const { row, cells } of rows) {
      const formulas = cells.filter(({ formula }) => formula !== undefined);
      for (const { column, value } of formulas) results.set(`${name}!${cellName(row, column)}`, Number(value));
    }
  return results;
}

/** Every formula, calculated, gives what was written beside it. @returns how many there are */
export async function assertCalculatesRight(bytes: Buffer, folder: string): Promise<number> {
  const written = formulaResults(await readBytes(bytes));
  const calculated = formulaResults(await recalculate(bytes, folder));
  assert.deepEqual([...calculated.keys()].sort(), [...written.keys()].sort());
  for (const [at, value] of written) {
    const now = calculated.get(at) ?? Number.NaN;
    assert.ok(Math.abs(now - value) <= Math.abs(value) * 1e-12 + 1e-9, `${at}: ${String(now)} for ${String(value)}`);
  }
  return written.size;
}
