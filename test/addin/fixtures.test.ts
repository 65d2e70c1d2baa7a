/** Each published appendix, read through the real Excel library: the same sheets, appendices and findings as from its file. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { checkWorkbooks } from "../../shared/check.ts";
import type { Area, Grid, GridCell } from "../../shared/grid.ts";
import { readGrids } from "../host-sim/load-workbook.ts";
import { workbookOf } from "../host-sim/workbook-of.ts";
import { API_VERSIONS, joinExcel, plain, valueOf } from "./excel.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const files = readdirSync(FIXTURES).filter((file) => file.endsWith(".xlsx"));

const gridsOf = (file: string): Promise<readonly Grid[]> => readGrids(new URL(file, FIXTURES));

async function gridsThroughExcel(grids: readonly Grid[], apiVersion: number): Promise<readonly Grid[]> {
  const { port } = await joinExcel(workbookOf(grids), { apiVersion });
  const sheets = valueOf(await port.listSheets());
  const read: Grid[] = [];
  for (const { id } of sheets) read.push(valueOf(await port.readSheet(id, "asked")));
  return plain(read) as readonly Grid[];
}

/** Formats of texts mean nothing, and Excel is not asked for them. */
const withoutTextFormat = ({ format, ...cell }: GridCell): GridCell =>
  typeof cell.value === "number" && format !== undefined ? { ...cell, format } : cell;

const inOrder = (areas: readonly Area[]): readonly Area[] =>
  [...areas].sort((a, b) => a.top - b.top || a.left - b.left);

const comparable = (grids: readonly Grid[], hasMerged: boolean): unknown =>
  grids.map((grid) => ({
    ...grid,
    merged: hasMerged ? inOrder(grid.merged) : [],
    rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map(withoutTextFormat) })),
  }));

describe("the published appendices, read through Excel", () => {
  it("are all there", () => {
    assert.ok(files.length >= 10);
  });
  for (const apiVersion of API_VERSIONS) {
    describe(`with ExcelApi 1.${String(apiVersion)}`, () => {
      for (const file of files) {
        it(`${file}: its sheets, appendices and findings are those of the file`, async () => {
          const fromFile = await gridsOf(file);
          const fromExcel = await gridsThroughExcel(fromFile, apiVersion);
          const hasMerged = apiVersion >= 13;
          assert.deepEqual(comparable(fromExcel, hasMerged), comparable(fromFile, hasMerged));
          assert.deepEqual(checkWorkbooks([fromExcel]), checkWorkbooks([fromFile]));
        });
      }
      it("say the same of each other when judged together", async () => {
        const fromFiles: (readonly Grid[])[] = [];
        for (const file of files) fromFiles.push(await gridsOf(file));
        const fromExcel = await Promise.all(fromFiles.map((grids) => gridsThroughExcel(grids, apiVersion)));
        assert.deepEqual(checkWorkbooks(fromExcel), checkWorkbooks(fromFiles));
      });
    });
  }
});
