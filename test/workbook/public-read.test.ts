/** Public workbooks of many programs: each is read, or refused with the sentence that is true of it; and read as others read it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { cellName, type CellValue, type Grid } from "../../shared/grid.ts";
import { readGrids } from "../../server/workbook/read-grids.ts";
import type { RefusalCode } from "../../server/workbook/refusals.ts";
import { arePublicWorkbooksThere, FOLDER, SOURCES } from "./public-workbooks.ts";

/** All that is refused: no one could read the figures in it, or could know that they are what was written. */
const REFUSED: Readonly<Record<string, RefusalCode>> = {
  "calamine/pass_protected.xlsx": "password-protected",
  "closedxml/~$LoadPivotTables.xlsx": "lock-file",
  // Without a workbook part: two of the parts of one.
  "exceljs/missing-bits.xlsx": "damaged",
  "poi/crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx": "password-protected",
  "poi/protected_passtika.xlsx": "password-protected",
  // A row and cells named 0.
  "poi/poc-shared-strings.xlsx": "damaged",
  // Bytes changed at random: the zip's own list is torn.
  "poi/clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx": "damaged",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-4828727001088000.xlsx": "damaged",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx": "damaged",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6448258963341312.xlsx": "damaged",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx": "damaged",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6504225896792064.xlsx": "damaged",
  "poi/crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "damaged",
  // The same, and the content of a part is not what its checksum says.
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5937385319563264.xlsx": "damaged",
  // The zip's list, which stands at its end, is missing.
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5089447305609216.xlsx": "truncated",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx": "truncated",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx": "truncated",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5542865479270400.xlsx": "truncated",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx": "truncated",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx": "truncated",
};

/** Cells whose value the other reader gives otherwise than Excel. */
const OTHERS_ERRORS: Readonly<Record<string, readonly string[]>> = {
  // A text index that is empty is taken for the first text.
  "calamine/empty_shared_string_value.xlsx": ["B2", "A3", "C3"],
  "closedxml/CopyRowContents.xlsx": ["B2", "C2", "D2", "E2"],
  // Of a text that begins plain and goes on in colours only the second part is given.
  "calamine/minimal_package.xlsx": ["A1"],
  "calamine/richtext-after-plain.xlsx": ["A2"],
  "readxl/inlineStr2.xlsx": ["B1"],
  "readxl/los-angeles-arrests-xlsx.xlsx": ["A1"],
  "readxl/richtext-coloured.xlsx": ["A2"],
};

const DAY_MS = 86_400_000;
const MINUTE = 1 / 1440;

/** Dates come as moments, from day zero or the day after it; texts with any line breaks; days of the strict format as they are spelt. */
function isSame(theirs: unknown, ours: CellValue | null): boolean {
  if (theirs instanceof Date && typeof ours === "number") {
    const serial = (theirs.getTime() - Date.UTC(1899, 11, 30)) / DAY_MS;
    // Excel counts a 29 February 1900; what is earlier, and what counts from 1904, others tell a day or four years apart.
    return [0, 1, 1462].some(
      (days) => Math.abs(serial - days - ours) < MINUTE || Math.abs(serial + days - ours) < MINUTE,
    );
  }
  if (typeof theirs === "string" && typeof ours === "number") return /^[\d:T.-]+$/.test(theirs);
  if (typeof theirs !== "string" || typeof ours !== "string") return theirs === ours;
  return theirs.replace(/\r+\n?/g, "\n") === ours;
}

interface Compared {
  readonly cells: number;
  /** Names of cells to which the other reader gives a value and ours another, whatever their sheet. */
  readonly apart: ReadonlySet<string>;
}

async function compare(bytes: Buffer, grids: readonly Grid[]): Promise<Compared> {
  const theirs = await readXlsx(bytes).catch(() => ({ sheets: [] }));
  const apart = new Set<string>();
  let cells = 0;
  for (const { name, rows } of theirs.sheets) {
    const own = grids.find((grid) => grid.name === name)?.rows ?? [];
    const ours = new Map(
      own.flatMap(({ row, cells: inRow }) => inRow.map((cell) => [cellName(row, cell.column), cell])),
    );
    const given = rows.flatMap((row, index) =>
      row.map((value, column) => ({ name: cellName(index + 1, column), value })),
    );
    const filled = given.filter(({ value }) => value !== null && value !== "");
    cells += filled.length;
    for (const { name: cell, value } of filled) if (!isSame(value, ours.get(cell)?.value ?? null)) apart.add(cell);
  }
  return { cells, apart };
}

describe("public workbooks", () => {
  const files = SOURCES.flatMap((source) =>
    readdirSync(new URL(`${source}/`, FOLDER))
      .sort()
      .map((name) => `${source}/${name}`),
  );
  let compared = 0;
  before(function () {
    if (!arePublicWorkbooksThere) this.skip();
  });

  for (const file of files)
    it(file, async () => {
      const bytes = readFileSync(new URL(file.split("/").map(encodeURIComponent).join("/"), FOLDER));
      const started = performance.now();
      const read = readGrids(bytes, file);
      assert.ok(performance.now() - started < 10_000);
      assert.equal(read.ok ? "read" : read.code, REFUSED[file] ?? "read");
      if (!read.ok) return;
      const { cells, apart } = await compare(bytes, read.grids);
      assert.deepEqual([...apart].sort(), [...(OTHERS_ERRORS[file] ?? [])].sort());
      compared += cells;
    });

  it("are all there, and most of their cells were compared", () => {
    assert.ok(files.length > 200 && Object.keys(REFUSED).every((name) => files.includes(name)));
    assert.ok(compared > 50_000, `${String(compared)} cells compared`);
  });
});
