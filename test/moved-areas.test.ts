import assert from "node:assert/strict";
import type { Area } from "../shared/grid.ts";
import { moveArea, moveCell, type Move } from "../shared/moved-areas.ts";

const rows = (at: number, count: number): Move => ({ axis: "rows", at, count });
const columns = (at: number, count: number): Move => ({ axis: "columns", at, count });

describe("a cell stays itself when rows and columns come and go", () => {
  const cases: readonly [says: string, cell: string, move: Move, now: string | null][] = [
    ["rows put in above it", "F12", rows(5, 2), "F14"],
    ["a row put in right at it", "F12", rows(12, 1), "F13"],
    ["rows put in below it", "F12", rows(13, 4), "F12"],
    ["rows taken out above it", "F12", rows(5, -3), "F9"],
    ["its own row taken out", "F12", rows(11, -2), null],
    ["the row right above it taken out", "F12", rows(11, -1), "F11"],
    ["rows taken out below it", "F12", rows(13, -2), "F12"],
    ["a column put in before it", "F12", columns(0, 1), "G12"],
    ["its column taken out", "F12", columns(5, -1), null],
    ["no cell's name", "Phụ lục", rows(1, 1), "Phụ lục"],
  ];
  for (const [says, cell, move, now] of cases) {
    it(says, () => {
      assert.equal(moveCell(cell, move), now);
    });
  }
});

describe("an area grows and shrinks with what comes and goes inside it", () => {
  const area: Area = { top: 8, left: 2, bottom: 11, right: 4 };
  const cases: readonly [says: string, move: Move, now: Partial<Area> | null][] = [
    ["rows put in above", rows(8, 2), { top: 10, bottom: 13 }],
    ["rows put in inside", rows(9, 2), { bottom: 13 }],
    ["rows put in right below", rows(12, 2), {}],
    ["its first rows taken out", rows(7, -2), { top: 7, bottom: 9 }],
    ["its last rows taken out", rows(11, -5), { bottom: 10 }],
    ["its middle taken out", rows(9, -2), { bottom: 9 }],
    ["all of it taken out", rows(8, -4), null],
    ["more than all of it taken out", rows(1, -40), null],
    ["a column put in inside", columns(3, 1), { right: 5 }],
    ["its columns taken out", columns(2, -3), null],
  ];
  for (const [says, move, now] of cases) {
    it(says, () => {
      assert.deepEqual(moveArea(area, move), now && { ...area, ...now });
    });
  }
});
