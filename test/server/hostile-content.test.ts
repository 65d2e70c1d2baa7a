/** Sheets that nobody's Excel sends, over real HTTP: each is a version, a finding or a refusal, and never a fault of the service. */
import assert from "node:assert/strict";
import type { Grid, GridCell } from "../../shared/grid.ts";
import { body, openDesk, sheet, type Desk, type Place } from "./desk.ts";
import { bodyOf } from "./rounds.ts";
import { DATABASES } from "./service.ts";

/** The right appendix with a cell more below it. */
const withCell = (cell: Omit<GridCell, "column">): Grid => ({
  ...sheet(),
  rows: [...sheet().rows, { row: 90, hidden: false, cells: [{ column: 1, ...cell }] }],
});
const withRows = (count: number, value: (row: number) => GridCell["value"]): Grid => ({
  ...sheet(),
  rows: [
    ...sheet().rows,
    ...Array.from({ length: count }, (_, index) => ({
      row: 100 + index,
      hidden: false,
      cells: [{ column: 1, value: value(index) }],
    })),
  ],
});
const area = (index: number): Grid["merged"][number] => ({ top: 1, left: 0, bottom: 1_048_576, right: index % 16_384 });

/** What may be answered besides a receipt. */
const TOLD = ["stops-submission", "malformed-request", "workbook-refused", "no-appendix", "too-large"];

const CONTENTS: readonly (readonly [string, Grid])[] = [
  ["a text with a NUL", withCell({ value: "Nâng cấp\u0000hệ thống" })],
  ["half of a letter", withCell({ value: "\ud800" })],
  ["a sheet named __proto__", { ...sheet(), name: "__proto__" }],
  ["a sheet named constructor", { ...sheet(), name: "constructor" }],
  ["a sheet whose name is a formula", { ...sheet(), name: "=1+1" }],
  ["a text named like a key", withCell({ value: "__proto__" })],
  ["the largest number there is", withCell({ value: 1.7976931348623157e308 })],
  ["an amount beyond what can be kept", sheet({ E7: 9e15, E16: 9e15 })],
  ["a fraction of a đồng", sheet({ E7: 0.0000000001 })],
  ["minus nothing", sheet({ G7: -0 })],
  ["a text of a megabyte", withCell({ value: "Nhiệm vụ ".repeat(120_000) })],
  ["a name of a hundred thousand letters", sheet({ B7: "x".repeat(100_000) })],
  ["digits without an end", sheet({ E7: "1.".repeat(50_000) })],
  ["spaces without an end", sheet({ B7: `${" ".repeat(200_000)}a` })],
  ["a formula of brackets", withCell({ value: null, formula: "(".repeat(100_000) })],
  ["a formula that names itself", withCell({ value: null, formula: "B90" })],
  ["a formula over the whole sheet", withCell({ value: 1, formula: "SUM(A1:XFD1048576)" })],
  ["a sum of ten thousand sums", withCell({ value: 1, formula: Array(10_000).fill("SUM(A1:L9)").join("+") })],
  ["a number format without an end", withCell({ value: 1, format: "#,##0".repeat(50_000) })],
  ["a row far below", { ...sheet(), rows: [...sheet().rows, { row: 1_048_576, hidden: true, cells: [] }] }],
  ["merged areas without an end", { ...sheet(), merged: Array.from({ length: 50_000 }, (_, index) => area(index)) }],
  ["merged areas upside down", { ...sheet(), merged: [{ top: 9, left: 9, bottom: -1, right: -1e9 }] }],
  ["hidden columns that are none", { ...sheet(), hiddenColumns: [-1, 1e15] }],
  ["fifty thousand rows that repeat", withRows(50_000, () => "Nâng cấp hệ thống")],
  ["fifty thousand headings", withRows(50_000, () => "STT")],
  ["fifty thousand numbers of sections", withRows(50_000, (row) => `${String(row)}.${String(row)}.1`)],
];

for (const kind of DATABASES) {
  describe(`content that nobody means, ${kind}`, () => {
    let desk: Desk;
    let params: Place;
    before(async function () {
      desk = await openDesk(kind, this);
    });
    beforeEach(async () => {
      params = await desk.newPlace();
    });
    after(() => desk.end());

    for (const [what, grid] of CONTENTS) {
      it(`${what} does no harm`, async () => {
        const result = await desk.officer.client.call("submit", { params, body: bodyOf([grid]) });
        if (!result.ok) assert.ok(TOLD.includes(result.problem.code), JSON.stringify(result.problem).slice(0, 500));
        if (result.ok) {
          const version = await desk.reviewer.get("readVersion", { params: { ...params, version: 1 } });
          assert.equal(version.sheets.length, 1);
        }
        const latest = (await desk.officer.get("readSubmission", { params })).latestVersion;
        const next = await desk.officer.get("submit", { params, body: body({ M7: "Sau đó" }, { replaces: latest }) });
        assert.equal(next.version, latest + 1);
      });
    }
  });
}
