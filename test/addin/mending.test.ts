/** Each fix that the rules offer for the published appendices, made in Excel: as the shared preview shows it, and it mends. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { checkWorkbook } from "../../shared/check.ts";
import type { Finding } from "../../shared/finding.ts";
import { applyEdits, editsOf } from "../../shared/fix.ts";
import type { Grid } from "../../shared/grid.ts";
import { readGrids } from "../host-sim/load-workbook.ts";
import { workbookOf } from "../host-sim/workbook-of.ts";
import { API_VERSIONS, cellOf, joinExcel, plain, settle, valueOf, type Joined } from "./excel.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const files = readdirSync(FIXTURES).filter((file) => file.endsWith(".xlsx"));

const gridsOf = (file: string): Promise<readonly Grid[]> => readGrids(new URL(file, FIXTURES));

async function gridsIn({ port }: Joined): Promise<readonly Grid[]> {
  const grids: Grid[] = [];
  for (const { id } of valueOf(await port.listSheets())) grids.push(valueOf(await port.readSheet(id, "background")));
  return plain(grids) as readonly Grid[];
}

const sayFinding = ({ rule, sheet, cells }: Finding): string => `${rule} ${sheet}!${cells.join(",")}`;

const mended = (grids: readonly Grid[], { sheet, fix }: Finding): readonly Grid[] =>
  grids.map((grid) => (grid.name === sheet && fix ? applyEdits(grid, editsOf(fix)) : grid));

describe("every fix for the published appendices", () => {
  for (const file of files) {
    it(file, async () => {
      const grids = await gridsOf(file);
      for (const [index, finding] of checkWorkbook(grids).findings.entries()) {
        if (!finding.fix) continue;
        // Each version in turn: a fix takes the same way in all of them.
        const apiVersion = API_VERSIONS[index % API_VERSIONS.length] ?? 11;
        const excel = await joinExcel(workbookOf(grids), { apiVersion });
        valueOf(await excel.port.applyFix(finding.sheet, editsOf(finding.fix)));
        const { findings } = checkWorkbook(await gridsIn(excel));
        assert.deepEqual(findings, checkWorkbook(mended(grids, finding)).findings, sayFinding(finding));
        // A choice is the officer's: the first option need not be the one that mends.
        if (finding.fix.kind === "choose") continue;
        assert.ok(!findings.map(sayFinding).includes(sayFinding(finding)), `${sayFinding(finding)} is still found`);
      }
    });
  }
});

describe("an officer at work", () => {
  it("types a wrong total, is told of it, puts a row in above, mends it with one click and undoes it", async () => {
    const sheet = "Phụ lục";
    const excel = await joinExcel(workbookOf(await gridsOf("nghe-an-2021-2025.xlsx")), { apiVersion: 14 });
    const findings = async (): Promise<readonly Finding[]> => checkWorkbook(await gridsIn(excel)).findings;
    const heard: string[] = [];
    valueOf(await excel.port.listen(({ kind }) => heard.push(kind)));
    const before = await findings();

    excel.user.types(`${sheet}!G35`, 570_000);
    await settle();
    assert.deepEqual(heard.splice(0), ["cells-changed"]);
    const [found] = (await findings()).filter(({ rule }) => !before.some((other) => other.rule === rule));
    assert.equal(found?.rule, "grand-total-mismatch");
    assert.deepEqual(found.cells, ["G35"]);

    excel.user.insertsRows(sheet, 2, 1);
    await settle();
    assert.deepEqual(heard.splice(0), ["cells-moved"]);
    const [moved] = (await findings()).filter(({ rule }) => rule === "grand-total-mismatch");
    assert.deepEqual(moved?.cells, ["G36"]);
    assert.ok(moved.fix);

    const fix = valueOf(await excel.port.applyFix(sheet, editsOf(moved.fix)));
    assert.ok(!(await findings()).some(({ rule }) => rule === "grand-total-mismatch"));
    valueOf(await excel.port.undoFix(fix));
    assert.equal(cellOf(excel, 36, 6), 570_000);
  });
});
