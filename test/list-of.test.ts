import assert from "node:assert/strict";
import * as z from "zod";
import { listOf } from "../shared/list-of.ts";
import { gridSchema } from "../shared/submission.ts";
import { gridOf, PHASE_YEAR } from "./builders.ts";

describe("a list", () => {
  const list = z.object({ rows: listOf(z.object({ cells: listOf(z.int(), 3) }), 10) });

  it("is read whole when all of it is right", () => {
    assert.deepEqual(list.parse({ rows: [{ cells: [1, 2] }, { cells: [] }] }), {
      rows: [{ cells: [1, 2] }, { cells: [] }],
    });
  });
  it("tells its first fault, with its place, and no other", () => {
    const { error } = list.safeParse({ rows: [{ cells: [1] }, { cells: [1, "a", "b"] }, 7] });
    assert.deepEqual(
      error?.issues.map(({ path }) => path),
      [["rows", 1, "cells", 1]],
    );
  });
  it("has a longest length", () => {
    assert.equal(list.safeParse({ rows: [{ cells: [1, 2, 3, 4] }] }).success, false);
  });
  it("tells the documentation what its items are", () => {
    assert.match(JSON.stringify(z.toJSONSchema(list, { io: "input" })), /"items":\{"type":"object"/);
  });
});

describe("a sheet on the wire", () => {
  const right = gridOf(PHASE_YEAR, { name: "PL1", merged: ["A1:L1"], hiddenColumns: [3] });
  const cases: readonly (readonly [string, object, boolean])[] = [
    ["as it is", {}, true],
    ["with a merged area upside down", { merged: [{ top: 9, left: 0, bottom: 1, right: 2 }] }, false],
    ["with a merged area beyond the sheet", { merged: [{ top: 1, left: 0, bottom: 1_048_577, right: 2 }] }, false],
    ["with a merged area before it", { merged: [{ top: 0, left: 0, bottom: 1, right: 2 }] }, false],
    ["with a hidden column that is none", { hiddenColumns: [300_000_000] }, false],
    ["with a hidden column before the first", { hiddenColumns: [-5] }, false],
    ["with a name Excel refuses", { name: "a/b?*[x]" }, false],
    ["with a quoted name", { name: "'Phu'" }, false],
    ["with a reserved name", { name: "History" }, false],
    ["with a Vietnamese name", { name: "Phụ lục 1 (đợt 2)" }, true],
    ["with a row beyond the sheet", { rows: [{ row: 1_048_577, hidden: false, cells: [] }] }, false],
    [
      "with a column beyond the sheet",
      { rows: [{ row: 1, hidden: false, cells: [{ column: 16_384, value: 1 }] }] },
      false,
    ],
  ];
  for (const [what, change, isRight] of cases)
    it(`${what} is ${isRight ? "taken" : "refused"}`, () => {
      assert.equal(gridSchema.safeParse({ ...right, ...change }).success, isRight);
    });
});
