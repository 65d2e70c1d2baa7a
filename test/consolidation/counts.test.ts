import assert from "node:assert/strict";
import type { Value } from "../builders.ts";
import { COMPUTERS, gridOf, IT_STAFF, SINGLE_AMOUNT, withCells } from "../builders.ts";
import { mergeEach } from "./build.ts";

const STAFF = ["staff", "university", "college", "secondary", "mailboxes"];

type Rows = readonly (readonly Value[])[];
const CASES: readonly (readonly [string, Rows, readonly string[], readonly (number | null)[], number])[] = [
  ["staff of the units, not the printed total", withCells(IT_STAFF, { C9: 999 }), STAFF, [101, 6, 1, 1, 87], 3],
  [
    "a measure that is blank throughout is not there",
    withCells(IT_STAFF, { F5: null, F6: null, F8: null, F9: null }),
    STAFF.filter((measure) => measure !== "secondary"),
    [101, 6, 1, 87],
    3,
  ],
  ["computers without their ratios", COMPUTERS, ["staff", "computers", "internet", "lan"], [84, 87, 82, 66], 2],
];

describe("consolidation: staff and computers", () => {
  for (const [name, rows, measures, counts, units] of CASES) {
    it(name, async () => {
      const { consolidation } = await mergeEach([gridOf(rows)]);
      const [table] = consolidation.counts;
      assert.deepEqual(table?.measures, measures);
      assert.deepEqual(table?.rows, [{ organisationId: "a", units, counts }]);
    });
  }

  it("each form has its table, each organisation its row", async () => {
    const { consolidation } = await mergeEach(
      [gridOf(COMPUTERS), gridOf(IT_STAFF, { name: "PL1" })],
      [gridOf(SINGLE_AMOUNT)],
      [gridOf(IT_STAFF)],
    );
    assert.deepEqual(
      consolidation.counts.map(({ form, rows }) => [form, rows.map(({ organisationId }) => organisationId)]),
      [
        ["it-staff", ["a", "c"]],
        ["computers-networks", ["a"]],
      ],
    );
  });

  it("units given in two appendices of one organisation are added", async () => {
    const other = withCells(COMPUTERS, { B5: "Sở Y tế", C5: 10, C7: 46 });
    const { consolidation } = await mergeEach([gridOf(COMPUTERS), gridOf(other, { name: "PL3" })]);
    assert.deepEqual(consolidation.counts[0]?.rows[0]?.units, 4);
    assert.equal(consolidation.counts[0]?.rows[0]?.counts[0], 84 + 10 + 36);
  });
});
