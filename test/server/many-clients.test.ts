/** A whole country submits at the same moment. */
import assert from "node:assert/strict";
import { largeSheet } from "../bench/sheets.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { FORMER_PROVINCES, PROVINCES } from "../../shared/provinces.ts";
import type { Grid } from "../../shared/grid.ts";
import { formerProvinceId, provinceId } from "../../server/first-start.ts";
import { readWorkbookBytes } from "../../server/workbook/read.ts";
import { addOpenRound, bodyOf, openRound, type OpenRound } from "./rounds.ts";
import {
  addPerson,
  DATABASES,
  makeDatabase,
  startProcess,
  type Person,
  type ServiceProcess,
  type TestDatabase,
} from "./service.ts";

const ITEMS = 300;
const MILLION = 1_000_000;
/** Of the sheets made: name, and the project, phase and year totals. */
const [NAME, PROJECT, PHASE, YEAR] = [1, 4, 5, 8];

interface Sent {
  readonly organisationId: string;
  readonly sheet: Grid;
}

/** What was sent, added up by walking its cells: line items are the rows with a lead agency. */
function addUp(sheets: readonly Grid[]): { items: number; project: number; phase: number; year: number } {
  const sum = { items: 0, project: 0, phase: 0, year: 0 };
  for (const { rows } of sheets) {
    for (const { row, cells } of rows) {
      const value = (column: number): number => Number(cells.find((cell) => cell.column === column)?.value ?? 0);
      if (row <= 5 || !cells.some(({ column }) => column === 2)) continue;
      sum.items++;
      sum.project += value(PROJECT);
      sum.phase += value(PHASE);
      sum.year += value(YEAR);
    }
  }
  return sum;
}

for (const kind of DATABASES) {
  describe(`34 and 63 provinces at the same moment, ${kind}`, () => {
    let database: TestDatabase;
    let service: ServiceProcess;
    let round: OpenRound;
    before(async function () {
      database = await makeDatabase(kind, this);
      service = await startProcess(database.env);
      const former = FORMER_PROVINCES.map(({ name }) => formerProvinceId(name));
      round = await openRound(service, { expectedIds: former });
    });
    after(async () => {
      await service?.stop();
      await database?.drop();
    });

    const rounds: readonly (readonly [number, () => readonly string[]])[] = [
      [63, () => FORMER_PROVINCES.map(({ name }) => formerProvinceId(name))],
      [34, () => PROVINCES.map(provinceId)],
    ];
    // The larger on both databases; that a round of today's provinces is no other, on one.
    for (const [count, idsOf] of kind === "sqlite" ? rounds : rounds.slice(0, 1)) {
      it(`all ${String(count)} get their receipts; nothing is lost or doubled; the merged figures are the sum of what was sent`, async () => {
        const ids = idsOf();
        assert.equal(ids.length, count);
        const roundId =
          count === 63 ? round.roundId : await addOpenRound(round.administrator, { expectedIds: [...ids] });
        const sent = ids.map((organisationId, index): Sent => ({
          organisationId,
          sheet: largeSheet(ITEMS, { seed: index + 1 }),
        }));
        const officers: Person[] = [];
        for (const organisationId of ids)
          officers.push(await addPerson(round.administrator, { url: service.url, organisationId, role: "submitter" }));

        const receipts = await Promise.all(
          sent.map(({ organisationId, sheet }, index) => {
            const officer = officers[index];
            if (!officer) throw new Error("nobody submits for it");
            return officer.get("submit", { params: { roundId, organisationId }, body: bodyOf([sheet]) });
          }),
        );
        assert.equal(new Set(receipts.map(({ number }) => number)).size, count);
        assert.deepEqual(
          receipts.map(({ version }) => version),
          ids.map(() => 1),
        );

        const progress = await round.reviewer.get("readProgress", { params: { roundId } });
        assert.deepEqual(
          progress.lines
            .map(({ organisationId, state, version, lineItems }) => ({ organisationId, state, version, lineItems }))
            .sort(byId),
          ids
            .map((organisationId) => ({ organisationId, state: "submitted", version: 1, lineItems: ITEMS }))
            .sort(byId),
        );

        const merged = await round.reviewer.get("merge", {
          params: { roundId },
          body: { level: "organisation", era: "then", unit: "million", acceptedOnly: false, belowOrganisationId: null },
        });
        const expected = addUp(sent.map(({ sheet }) => sheet));
        assert.equal(expected.items, count * ITEMS);
        assert.deepEqual([merged.versions, merged.lineItems], [count, expected.items]);
        const bytes = await round.reviewer.get("downloadConsolidation", { params: { consolidationId: merged.id } });
        const found = await readMerged(bytes);
        assert.deepEqual(found, {
          items: expected.items,
          project: expected.project,
          phase: expected.phase,
          year: expected.year,
        });
      });
    }
  });
}

const byId = (a: { organisationId: string }, b: { organisationId: string }): number =>
  a.organisationId < b.organisationId ? -1 : 1;

/** The list of the merged workbook added up, by its own headers. */
async function readMerged(bytes: Uint8Array): Promise<ReturnType<typeof addUp>> {
  const read = await readWorkbookBytes(bytes, "tong-hop.xlsx");
  assert.ok(read.ok);
  const list = read.grids.find(({ name }) => name === "Danh mục");
  assert.ok(list);
  const header = list.rows.find(({ cells }) => cells.some(({ value }) => /^Tên nhiệm vụ/.test(String(value))));
  assert.ok(header);
  /** Each money's total is the first column under its heading. */
  const columnOf = (pattern: RegExp): number => {
    const column = header.cells.find(({ value }) => pattern.test(String(value)))?.column ?? -1;
    const below = list.rows.find(({ row }) => row === header.row + 1)?.cells.find((cell) => cell.column === column);
    assert.ok(below === undefined || /^Tổng số/.test(String(below.value)));
    return column;
  };
  const columns = {
    name: columnOf(/^Tên nhiệm vụ/),
    project: columnOf(/^Tổng kinh phí dự án/),
    phase: columnOf(/^Kinh phí giai đoạn/),
    year: columnOf(/^Kinh phí năm/),
  };
  const sum = { items: 0, project: 0, phase: 0, year: 0 };
  for (const { row, cells } of list.rows) {
    if (row <= header.row + 1 || !cells.some(({ column }) => column === columns.name)) continue;
    sum.items++;
    for (const money of ["project", "phase", "year"] as const)
      sum[money] += Number(cells.find(({ column }) => column === columns[money])?.value ?? 0);
  }
  return sum;
}

describe("the sheets made for it", () => {
  it("are right, and hold what is said of them", () => {
    const sheet = largeSheet(ITEMS, { seed: 7 });
    const check = checkWorkbook([sheet]);
    assert.deepEqual(
      check.findings.filter(({ severity }) => severity === "error" || severity === "ask"),
      [],
    );
    const rows = check.sheets[0]?.appendix?.rows.filter(({ kind }) => kind === "lineItem") ?? [];
    assert.equal(rows.length, ITEMS);
    assert.equal(
      addUp([sheet]).project * MILLION,
      rows.reduce((sum, { figures }) => sum + (figures[0] ?? 0), 0),
    );
    assert.ok(sheet.rows.some(({ cells }) => cells.some(({ column }) => column === NAME)));
  });
});
