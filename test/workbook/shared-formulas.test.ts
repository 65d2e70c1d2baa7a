/** Formulas that several cells share, as each of them reads it; and days as the strict format spells them. */
import assert from "node:assert/strict";
import { parseDay } from "../../server/workbook/reading/iso-day.ts";
import { SharedFormula } from "../../server/workbook/reading/shared-formulas.ts";

const HOME = { row: 5, column: 2 };
const BELOW = { row: 7, column: 2 };
const RIGHT = { row: 5, column: 4 };

/** From C5: as it reads two rows further down, and two columns further right. */
const MOVED: readonly (readonly [formula: string, below: string, right: string])[] = [
  ["D5+E5", "D7+E7", "F5+G5"],
  ["$D5+D$5+$D$5", "$D7+D$5+$D$5", "$D5+F$5+$D$5"],
  ["SUM(D5:G5)", "SUM(D7:G7)", "SUM(F5:I5)"],
  ["SUM(D:E)", "SUM(D:E)", "SUM(F:G)"],
  ["SUM($D:E)", "SUM($D:E)", "SUM($D:G)"],
  ["SUM(5:6)", "SUM(7:8)", "SUM(5:6)"],
  ["SUM(5:$6)", "SUM(7:$6)", "SUM(5:$6)"],
  ["'Quý A1'!B2", "'Quý A1'!B4", "'Quý A1'!D2"],
  ["PL1!B2", "PL1!B4", "PL1!D2"],
  ["'it''s A1'!A1", "'it''s A1'!A3", "'it''s A1'!C1"],
  ['IF(A1="B2","C3 ""D4""",E5)', 'IF(A3="B2","C3 ""D4""",E7)', 'IF(C1="B2","C3 ""D4""",G5)'],
  ["Bảng[[#This Row],[A1]]+A1", "Bảng[[#This Row],[A1]]+A3", "Bảng[[#This Row],[A1]]+C1"],
  ["[1]PL!A1", "[1]PL!A3", "[1]PL!C1"],
  ["LOG10(A1)", "LOG10(A3)", "LOG10(C1)"],
  ["tong_A1+Quý_B2+A1.x", "tong_A1+Quý_B2+A1.x", "tong_A1+Quý_B2+A1.x"],
  ["1E5*A1", "1E5*A3", "1E5*C1"],
  ["A1048575", "A1", "C1048575"],
  ["XFD1", "XFD3", "B1"],
  ["A1*YTE2021+XFE1+A1048577", "A3*YTE2021+XFE1+A1048577", "C1*YTE2021+XFE1+A1048577"],
  ['"không đóng A1', '"không đóng A3', '"không đóng C1'],
  ["TRUE()", "TRUE()", "TRUE()"],
  ["", "", ""],
];

describe("a shared formula", () => {
  for (const [formula, below, right] of MOVED)
    it(formula || "of nothing", () => {
      const shared = new SharedFormula(formula, HOME);
      assert.deepEqual([shared.at(HOME), shared.at(BELOW), shared.at(RIGHT)], [formula, below, right]);
    });

  it("reads up and left as well, round the sheet's edge", () => {
    const shared = new SharedFormula("A1+C5", HOME);
    assert.equal(shared.at({ row: 4, column: 1 }), "XFD1048576+B4");
  });
});

const DAYS: readonly (readonly [text: string, serial: number | null])[] = [
  ["2021-01-01", 44197],
  ["2021-01-01T12:00:00", 44197.5],
  ["2021-01-01T12:00:00Z", 44197.5],
  ["2021-01-01T06:00:00.000+07:00", 44197.25],
  ["06:00", 0.25],
  ["18:00:00", 0.75],
  ["1900-03-01", 61],
  ["1900-01-01", 1],
  ["1900-02-28", 59],
  ["2021-02-30", null],
  ["2021-13-01", null],
  ["0000-00-00", null],
  ["99:99:99", null],
  ["01/02/2021", null],
  ["2021", null],
  ["Quý I", null],
  ["", null],
];

it("brackets that never close take no time", () => {
  const formula = `${"[".repeat(500_000)}A1`;
  assert.equal(new SharedFormula(formula, HOME).at(BELOW).length, formula.length);
}).timeout(2000);

describe("a day of the strict format", () => {
  for (const [text, serial] of DAYS)
    it(`“${text}” is ${String(serial)}`, () => {
      assert.equal(parseDay(text), serial);
    });
});
