import assert from "node:assert/strict";
import fc from "fast-check";
import { cellName, columnIndex, columnLetter, compareCellNames, isErrorValue, parseCellName } from "../shared/grid.ts";

const COLUMNS: readonly (readonly [number, string])[] = [
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [27, "AB"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
];

const NAMES: readonly (readonly [string, { readonly row: number; readonly column: number } | null])[] = [
  ["A1", { row: 1, column: 0 }],
  ["F12", { row: 12, column: 5 }],
  ["$F$12", { row: 12, column: 5 }],
  ["F$12", { row: 12, column: 5 }],
  ["$F12", { row: 12, column: 5 }],
  ["ab3", { row: 3, column: 27 }],
  ["XFD1048576", { row: 1_048_576, column: 16_383 }],
  ["A0", null],
  ["A01", null],
  ["A", null],
  ["1", null],
  ["", null],
  ["A1:B2", null],
  [" A1", null],
  ["A1 ", null],
  ["AAAA1", null],
  ["A12345678", null],
  ["A-1", null],
  ["Ô1", null],
  ["Sheet1!A1", null],
];

describe("cell names", () => {
  for (const [column, letters] of COLUMNS) {
    it(`column ${String(column)} is ${letters}`, () => {
      assert.equal(columnLetter(column), letters);
      assert.equal(columnIndex(letters), column);
      assert.equal(columnIndex(letters.toLowerCase()), column);
    });
  }

  for (const [name, at] of NAMES) {
    it(`"${name}" is ${JSON.stringify(at)}`, () => {
      assert.deepEqual(parseCellName(name), at);
    });
  }

  it("every cell of a sheet is read back from its name", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 0, max: 16_383 }), (row, column) => {
        assert.deepEqual(parseCellName(cellName(row, column)), { row, column });
      }),
    );
  });

  it("are sorted down the rows, then along the columns", () => {
    const names = ["A10", "B2", "AA1", "A2", "Z1", "B10", "A1"];
    assert.deepEqual(names.sort(compareCellNames), ["A1", "Z1", "AA1", "A2", "B2", "A10", "B10"]);
    assert.equal(compareCellNames("B2", "$B$2"), 0);
  });
});

describe("error values", () => {
  for (const value of [
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
  ]) {
    it(`${value} is one`, () => {
      assert.ok(isErrorValue(value));
    });
  }

  for (const value of ["#", "#1", "#ref!", "REF!", "lỗi #REF!", "#REF! ", "# hồ sơ", "", 0, -1, true, null]) {
    it(`${JSON.stringify(value)} is none`, () => {
      assert.ok(!isErrorValue(value));
    });
  }
});
