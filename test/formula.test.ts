import assert from "node:assert/strict";
import fc from "fast-check";
import { addedRanges, parseFormula } from "../shared/formula.ts";
import { completeFormulas, evaluate } from "../shared/formula-values.ts";
import { cellName, parseCellName } from "../shared/grid.ts";
import { gridOf, type Value } from "./builders.ts";

/** Every cell holds ten times its row and its column: F8 is 85. */
const tensAndColumn = (row: number, column: number): number => row * 10 + column;

const valueOf = (formula: string): number | null => {
  const expression = parseFormula(formula);
  return expression && evaluate(expression, tensAndColumn);
};

/** The cells a plain sum adds, as "F8:F10 F12"; null when the formula is no plain sum. */
const addedBy = (formula: string): string | null => {
  const expression = parseFormula(formula);
  const ranges = expression && addedRanges(expression);
  if (!ranges) return null;
  return ranges
    .map(({ top, left, bottom, right }) => {
      const first = cellName(top, left);
      const last = cellName(bottom, right);
      return first === last ? first : `${first}:${last}`;
    })
    .join(" ");
};

/** What is added (null: no plain sum), and the value over `tensAndColumn` (null: not known). */
const FORMULAS: readonly (readonly [formula: string, added: string | null, value: number | null])[] = [
  ["SUM(F8:F10)", "F8:F10", 285],
  ["sum(f8:f10)", "F8:F10", 285],
  ["SUM($F$8:$F$10)", "F8:F10", 285],
  ["SUM(F$8:$F10)", "F8:F10", 285],
  ["SUM(F10:F8)", "F8:F10", 285],
  ["SUM(H8:F10)", "F8:H10", 864],
  ["SUM(F8:F9,F11)", "F8:F9 F11", 295],
  ["SUM(F8:F9;F11)", "F8:F9 F11", 295],
  ["SUM(F8)", "F8", 85],
  ["SUM()", "", 0],
  ["SUM((F8:F9))", "F8:F9", 180],
  [" SUM( F8:F9 , F11 ) ", "F8:F9 F11", 295],
  ["F7+F11", "F7 F11", 190],
  ["+F7+F11", "F7 F11", 190],
  [" F7 + F11 ", "F7 F11", 190],
  ["F7+(F11+F12)", "F7 F11 F12", 315],
  ["0+F8", "F8", 85],
  ["SUM(F8:F9)+SUM(F11:F12)", "F8:F9 F11:F12", 420],
  ["SUM(SUM(F8:F9),F11)", "F8:F9 F11", 295],
  ["SUBTOTAL(9,F8:F10)", "F8:F10", 285],
  ["SUBTOTAL(109,F8:F10)", "F8:F10", 285],
  ["ROUND(SUM(F8:F10),0)", "F8:F10", 285],
  ['IF(COUNT(F8:F10)=0,"",SUM(F8:F10))', "F8:F10", 285],
  ['IF(COUNTA(F8:F10)=0,"",SUM(F8:F10))', "F8:F10", 285],
  ['IF(SUM(F8:F10)=0,"",SUM(F8:F10))', "F8:F10", 285],
  ['if( count( F8:F9 ; F11 ) = 0 ; "" ; sum($F$8:F9,F11) )', "F8:F9 F11", 295],
  ["F8", "F8", 85],
  ["XFD1048576", "XFD1048576", 10_502_143],

  ["F7+F11-F3", null, 155],
  ["SUM(F8:F10)-F9", null, 190],
  ["-F7", null, -75],
  ["--F7", null, 75],
  ["F7*2", null, 150],
  ["SUM(F8:F10)/1000", null, 0.285],
  ["SUM(F8,5)", null, 90],
  ["F7+1", null, 76],
  ["12", null, 12],
  ["1.5", null, 1.5],
  ["1e3", null, 1000],
  ["2+3*4", null, 14],
  ["(2+3)*4", null, 20],
  ["2-3-4", null, -5],
  ["8/4/2", null, 1],
  ["2*-3", null, -6],
  ["2--3", null, 5],
  ["-2*3", null, -6],
  ["ROUND(1234.5678,2)", null, 1234.57],
  ["ROUND(1250,-2)", null, 1300],
  ["ROUND(2.5,0)", null, 3],
  ["round(F8/100,1)", null, 0.9],
  ["SUM(ROUND(F8/10,0),ROUND(F9/10,0))", null, 19],

  ["F7/0", null, null],
  ["F7/(F8-F8)", null, null],
  ["F7:F9", "F7:F9", null],
  ["F7:F9+1", null, null],
  ["SUBTOTAL(1,F8:F10)", null, null],
  ["SUBTOTAL(F8,F8:F10)", null, null],
  ["AVERAGE(F8:F10)", null, null],
  ["MAX(F8,F9)", null, null],
  ["SUM(F8,AVERAGE(F9))", null, null],
  ["ROUND(AVERAGE(F8),0)", null, null],
  ["TODAY()", null, null],
  ["SUM(A1:XFD1048576)", "A1:XFD1048576", null],
];

const NOT_PARSED = [
  ...[
    "",
    "  ",
    "=F8",
    "SUM(F8:F10",
    "F7)",
    "(F7",
    "F7+",
    "*F7",
    "F7 F8",
    "1 2",
    "SUM(F8,)",
    "SUM(,F8)",
    "1,5",
    "F7,F8",
  ],
  ...[
    "Sheet1!F7",
    "'Phụ lục'!F7",
    "SUM(Sheet1!F8:F9)",
    "[1]Sheet1!F7",
    "#REF!",
    "SUM(#REF!)",
    "SUM(F8:#REF!)",
    "F7%",
    "2^3",
  ],
  ...[
    '"a"',
    'F7&"a"',
    "F7=F8",
    "IF(F7>0,1,0)",
    'IF(COUNT(F8:F10)=0,"",SUM(F8:F11))',
    "IF(COUNT(F8:F10)=0,0,SUM(F8:F10))",
    'IF(COUNT(F8:F10)=0,"",SUM(F8:F10))+1',
    'IF(COUNT(F8:F10)=0,"",SUM(SUM(F8:F10)))',
    'IF(MAX(F8:F10)=0,"",SUM(F8:F10))',
    'IF(COUNT()=0,"",SUM())',
    "SUM(F:F)",
    "SUM(5:5)",
    "SUMIF(A:A,1,F:F)",
    "{1,2}",
    "TRUE",
    "TongKinhPhi",
  ],
  ...["ABCD1", "A0", "A01", "SUM(F8:F9:F10)", "LOG10(5)", "Tổng"],
];

describe("formulas", () => {
  for (const [formula, added, value] of FORMULAS) {
    it(`${formula} adds ${String(added)} and is ${String(value)}`, () => {
      assert.equal(addedBy(formula), added);
      const result = valueOf(formula);
      assert.ok(
        result === value || (value !== null && result !== null && Math.abs(result - value) < 1e-9),
        String(result),
      );
    });
  }

  for (const formula of NOT_PARSED) {
    it(`${JSON.stringify(formula)} is not understood`, () => {
      assert.equal(parseFormula(formula), null);
    });
  }

  it("a cell that is not known makes the value unknown", () => {
    const visit = (row: number): number | null => (row === 9 ? null : row);
    for (const formula of ["SUM(F8:F10)", "F8+F9", "ROUND(F9,0)", "SUM(F8,F9)", "F9*0"]) {
      const expression = parseFormula(formula);
      assert.ok(expression);
      assert.equal(evaluate(expression, visit), null, formula);
    }
  });

  describe("nested", () => {
    const parens = (depth: number): string => `${"(".repeat(depth)}F8${")".repeat(depth)}`;
    const sums = (depth: number): string => `${"SUM(".repeat(depth)}F8${")".repeat(depth)}`;

    for (const [name, formula, value] of [
      ["20 parentheses deep", parens(20), 85],
      ["20 sums deep", sums(20), 85],
      ["20 signs deep", `${"-".repeat(20)}F8`, 85],
      ["10 000 parentheses deep", parens(10_000), null],
      ["10 000 sums deep", sums(10_000), null],
      ["10 000 signs deep", `${"-".repeat(10_000)}F8`, null],
      ["500 terms long", Array.from({ length: 500 }, () => "F8").join("+"), 42_500],
      ["100 000 terms long", Array.from({ length: 100_000 }, () => "F8").join("+"), null],
    ] as const) {
      it(name, () => {
        assert.equal(valueOf(formula), value);
      });
    }
  });

  describe("any text", () => {
    const tokens = [
      "SUM",
      "ROUND",
      "SUBTOTAL",
      "(",
      ")",
      ",",
      ";",
      "+",
      "-",
      "*",
      "/",
      "F8",
      "F8:F10",
      "$A$1",
      "9",
      "0",
      "1e3",
      " ",
      "#REF!",
      "!",
      "Tổng",
    ];
    const formulaLike = fc.array(fc.constantFrom(...tokens), { maxLength: 20 }).map((parts) => parts.join(""));

    it("is parsed, summed and computed without throwing", () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), formulaLike), (text) => {
          const expression = parseFormula(text);
          if (!expression) return;
          addedRanges(expression);
          const value = evaluate(expression, tensAndColumn);
          assert.ok(value === null || typeof value === "number");
        }),
        { numRuns: 10_000 },
      );
    });

    it("a plain sum is worth what it adds", () => {
      fc.assert(
        fc.property(formulaLike, (text) => {
          const expression = parseFormula(text);
          const ranges = expression && addedRanges(expression);
          const value = expression && evaluate(expression, tensAndColumn);
          if (!ranges || value === null || text.includes("ROUND")) return;
          let sum = 0;
          for (const { top, left, bottom, right } of ranges) {
            for (let row = top; row <= bottom; row++)
              for (let column = left; column <= right; column++) sum += tensAndColumn(row, column);
          }
          assert.equal(value, sum, text);
        }),
        { numRuns: 10_000 },
      );
    });
  });
});

/** The values of a sheet's cells when its formulas are completed. */
const completed = (
  rows: readonly (readonly Value[])[],
  ...names: readonly string[]
): readonly (Value | undefined)[] => {
  const grid = completeFormulas(gridOf(rows));
  return names.map((name) => {
    const at = parseCellName(name);
    return grid.rows.find(({ row }) => row === at?.row)?.cells.find(({ column }) => column === at?.column)?.value;
  });
};

interface Completion {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly cells: Readonly<Record<string, Value>>;
}

const COMPLETIONS: readonly Completion[] = [
  { name: "a sum of numbers", rows: [[1], [2], ["=SUM(A1:A2)"]], cells: { A3: 3 } },
  {
    name: "texts, booleans and blanks count as nothing",
    rows: [[1], ["chưa có"], [true], [null], ["=SUM(A1:A4)"]],
    cells: { A5: 1 },
  },
  {
    name: "a chain: item, section, grand total",
    rows: [["=A2+A5"], ["=SUM(A3:A4)"], [10], [20], ["=SUBTOTAL(9,A6:A7)"], [30], ["=A6*2"]],
    cells: { A2: 30, A5: 90, A7: 60, A1: 120 },
  },
  { name: "a cell that refers to itself", rows: [["=A1+1"], ["=A1"], [5]], cells: { A1: null, A2: null, A3: 5 } },
  { name: "a circle of three", rows: [["=B2"], ["=A1", "=A2"], [1]], cells: { A1: null, B2: null, A2: null, A3: 1 } },
  { name: "a total that takes itself in", rows: [[1], [2], ["=SUM(A1:A3)"]], cells: { A3: null } },
  {
    name: "an unknown function, and what depends on it",
    rows: [["=VLOOKUP(B1,C:D,2)"], ["=A1+1"], ["=AVERAGE(A4)"], [3]],
    cells: { A1: null, A2: null, A3: null },
  },
  { name: "another sheet", rows: [["=Sheet2!A1"], ["=SUM(A1,1)"]], cells: { A1: null, A2: null } },
  { name: "division by zero", rows: [[0], ["=1/A1"], ["=SUM(A1:A2)"]], cells: { A2: null, A3: null } },
  {
    name: "a SUBTOTAL leaves out the SUBTOTALs in its range, a SUM does not",
    rows: [["=SUBTOTAL(9,A2:A3)"], [10], [20], ["=SUBTOTAL(109,A5:A5)"], [5], ["=SUBTOTAL(9,A1:A5)"], ["=SUM(A1:A5)"]],
    cells: { A1: 30, A4: 5, A6: 35, A7: 70 },
  },
  {
    name: "a sum that stays blank while there is nothing to add",
    rows: [['=IF(COUNT(A2:A3)=0,"",SUM(A2:A3))', '=IF(COUNT(B2:B3)=0,"",SUM(B2:B3))', "=SUM(A1,B1)"], [1], [2]],
    cells: { A1: 3, B1: "", C1: 3 },
  },
  {
    name: "a figure too large for any cell is not known",
    rows: [[1e308], ["=A1+A1"], ["=A1*10"], ["=SUM(A1,A1)"], ["=1e999"], ["=SUM(A1:A2)"], ["=A1-A1"]],
    cells: { A2: null, A3: null, A4: null, A5: null, A6: null, A7: 0 },
  },
  { name: "a formula of no cells", rows: [["=1+2"], ["=SUM(D1:D9)"]], cells: { A1: 3, A2: 0 } },
];

describe("formulas without a kept result", () => {
  for (const { name, rows, cells } of COMPLETIONS) {
    it(name, () => {
      assert.deepEqual(completed(rows, ...Object.keys(cells)), Object.values(cells));
    });
  }

  it("a result that is kept is left alone, and used", () => {
    const grid = gridOf([[1], [2], ["=SUM(A1:A2)"], ["=A3+1"]]);
    const kept = {
      ...grid,
      rows: grid.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (row.row === 3 ? { ...cell, value: 99 } : cell)),
      })),
    };
    assert.deepEqual(
      completeFormulas(kept).rows.map(({ cells }) => cells[0]?.value),
      [1, 2, 99, 100],
    );
  });

  it("a sheet with nothing to complete is the same sheet", () => {
    const grid = gridOf([
      [1, "Tổng"],
      [null, 2],
    ]);
    assert.equal(completeFormulas(grid), grid);
  });

  it("formulas and formats are kept", () => {
    const grid = completeFormulas(gridOf([[1], ["=A1"]], { formats: { A2: "#,##0" } }));
    assert.deepEqual(grid.rows[1]?.cells, [{ column: 0, value: 1, formula: "A1", format: "#,##0" }]);
  });

  it("a running total down 5 000 rows", () => {
    const rows = Array.from({ length: 5_000 }, (_, index): Value[] => [
      1,
      index === 0 ? "=A1" : `=B${String(index)}+A${String(index + 1)}`,
    ]);
    assert.deepEqual(completed(rows, "B1", "B5000"), [1, 5_000]);
  });

  it("a running total up 150 rows", () => {
    const rows = Array.from({ length: 150 }, (_, index): Value[] => [
      1,
      index === 149 ? "=A150" : `=B${String(index + 2)}+A${String(index + 1)}`,
    ]);
    assert.deepEqual(completed(rows, "B1", "B150"), [150, 1]);
  });

  it("a running total up 20 000 rows: known or not, it does not throw", () => {
    const rows = Array.from({ length: 20_000 }, (_, index): Value[] => [
      1,
      `=B${String(index + 2)}+A${String(index + 1)}`,
    ]);
    const [last] = completed(rows, "B20000");
    assert.ok(last === null || last === 1);
  });

  it("any formulas, in circles or not, end and never throw", () => {
    const cell = fc.constantFrom<Value>(
      1,
      2,
      null,
      "x",
      "=A1",
      "=B2",
      "=SUM(A1:C3)",
      "=A2+C1",
      "=B1*C3",
      "=SUM(A1:A3)",
      "=C2/A3",
      "=SUBTOTAL(9,B1:B3)",
      "=IF(A1,1,2)",
      "=",
    );
    const sheet = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(sheet, (rows) => {
        for (const row of completeFormulas(gridOf(rows)).rows) {
          for (const { value } of row.cells)
            assert.ok(value === null || typeof value !== "number" || Number.isFinite(value));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
