/** LibreOffice calculates a workbook anew. Wrong results are put beside every formula first, so that only a calculation is right. */
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
  const spoiled = join(folder, "spoiled.xlsx");
  const profile = join(folder, "profile");
  const results = join(folder, "results");
  await workbook.xlsx.writeFile(spoiled);
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user", "registrymodifications.xcu"), ALWAYS_CALCULATE);
  const args = [
    `-env:UserInstallation=file://${profile}`,
    "--headless",
    "--convert-to",
    "xlsx",
    "--outdir",
    results,
    spoiled,
  ];
  const ran = await run("soffice", args, { timeoutMs: 180_000 });
  assert.equal(ran.code, 0, ran.stderr);
  const read = await readWorkbookFile(join(results, "spoiled.xlsx"));
  assert.ok(read.ok);
  return read.grids;
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
    for (const { row, cells } of rows)
      for (const { column, value, formula } of cells)
        if (formula !== undefined) results.set(`${name}!${cellName(row, column)}`, Number(value));
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
