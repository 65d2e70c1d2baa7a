/** Sums that stay blank while there is nothing to add are judged as the plain sums they are. */
import assert from "node:assert/strict";
import { checkWorkbook } from "../shared/check.ts";
import type { Finding } from "../shared/finding.ts";
import { applyEdits, editsOf } from "../shared/fix.ts";
import { cellName, type Grid } from "../shared/grid.ts";
import { guardedAs, guardedSum } from "../shared/guarded-sum.ts";
import { phaseYearGrid, type Value } from "./builders.ts";

describe("guarded sums", () => {
  const SUMS: readonly (readonly [string, string | null])[] = [
    ['IF(COUNT(F8:F10)=0,"",SUM(F8:F10))', "SUM(F8:F10)"],
    ['IF(COUNTA(F8:F10)=0,"",SUM(F8:F10))', "SUM(F8:F10)"],
    ['IF(SUM(F8:F10)=0,"",SUM(F8:F10))', "SUM(F8:F10)"],
    ['if(count($F$8:F$10) = 0; ""; sum(f8:f10))', "SUM(f8:f10)"],
    ['IF(COUNT(F8,F10)=0,"",SUM(F8,F10))', "SUM(F8,F10)"],
    ['IF(COUNT(F8:F10)=0,"",SUM(F8:F11))', null],
    ['IF(COUNT(F8:F10)>0,"",SUM(F8:F10))', null],
    ['IF(COUNT(F8:F10)=0,"-",SUM(F8:F10))', null],
    ['1+IF(COUNT(F8:F10)=0,"",SUM(F8:F10))', null],
    ["SUM(F8:F10)", null],
    ["", null],
  ];
  for (const [formula, sum] of SUMS) {
    it(`${formula || "nothing"} is ${sum ?? "no such sum"}`, () => {
      assert.equal(guardedSum(formula), sum);
    });
  }

  const GUARDED = 'IF(COUNT(F8:F10)=0,"",SUM(F8:F10))';
  const MENDED: readonly (readonly [string, string, string])[] = [
    [GUARDED, "SUM(F8:F11)", 'IF(COUNT(F8:F11)=0,"",SUM(F8:F11))'],
    [GUARDED, "F8+F10+F12", 'IF(COUNT(F8,F10,F12)=0,"",SUM(F8,F10,F12))'],
    ['IF(sum(F8;F9)=0;"";SUM(F8;F9))', "F8+F10", 'IF(SUM(F8;F10)=0;"";SUM(F8;F10))'],
    ["SUM(F8:F10)", "SUM(F8:F11)", "SUM(F8:F11)"],
  ];
  for (const [formula, sum, mended] of MENDED) {
    it(`${formula} mended to ${sum} is ${mended}`, () => {
      assert.equal(guardedAs(formula, sum), mended);
      assert.equal(guardedSum(mended) === null, guardedSum(formula) === null);
    });
  }
});

type Cells = Readonly<Record<string, Value>>;

/** As Excel saves it: results beside the formulas. */
const kept = (grid: Grid, results: Cells): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, value: results[cellName(row.row, cell.column)] ?? cell.value })),
  })),
});

const PLAIN: Cells = { E6: "=SUM(E7:E8)", E9: "=SUM(E10:E12)", E13: "=SUM(E6,E9)" };
const BLANKING: Cells = {
  ...PLAIN,
  E6: '=IF(COUNT(E7:E8)=0,"",SUM(E7:E8))',
  E9: '=IF(COUNT(E10:E12)=0,"",SUM(E10:E12))',
};

const told = (findings: readonly Finding[]): string[] =>
  findings.filter(({ rule }) => rule !== "typed-total").map(({ rule, cells }) => `${rule} ${cells.join(",")}`);

describe("guarded sums on a sheet", () => {
  interface Case {
    readonly name: string;
    readonly cells: Cells;
    /** What a plain sum shows, and what else a guarded one does; none: the file keeps no results. */
    readonly results?: Cells;
    readonly blanks?: Cells;
    readonly finds: readonly string[];
  }
  const CASES: readonly Case[] = [
    { name: "all right", cells: {}, finds: [] },
    { name: "an amount typed as text", cells: { E7: "4.000" }, finds: ["amount-as-text E7"] },
    {
      name: "an amount typed as text, which Excel left out",
      cells: { E7: "4.000" },
      results: { E6: 5_000, E9: 7_350, E13: 12_350 },
      finds: ["amount-as-text E7"],
    },
    {
      name: "a section of nothing but texts, which Excel leaves blank",
      cells: { E7: "4.000", E8: "5.000" },
      results: { E6: 0, E9: 7_350, E13: 7_350 },
      blanks: { E6: "" },
      finds: ["amount-as-text E7,E8"],
    },
    {
      name: "words for an amount",
      cells: { E7: "chưa rõ" },
      results: { E6: 5_000, E9: 7_350, E13: 12_350 },
      finds: ["unreadable-amount E7"],
    },
  ];
  for (const { name, cells, results = {}, blanks = {}, finds } of CASES) {
    it(`${name}: the same is told of either sum`, () => {
      const plain = checkWorkbook([kept(phaseYearGrid({ ...PLAIN, ...cells }), results)]);
      const blanking = checkWorkbook([kept(phaseYearGrid({ ...BLANKING, ...cells }), { ...results, ...blanks })]);
      assert.deepEqual(told(plain.findings), finds);
      assert.deepEqual(told(blanking.findings), finds);
    });
  }

  it("a range that misses a row is mended to a formula that still works and still stays blank", () => {
    const grid = phaseYearGrid({ ...BLANKING, E9: '=IF(COUNT(E10:E11)=0,"",SUM(E10:E11))' });
    const { findings } = checkWorkbook([grid]);
    assert.deepEqual(told(findings), ["sum-range-incomplete E9"]);
    const fix = findings.find(({ rule }) => rule === "sum-range-incomplete")?.fix;
    assert.ok(fix);
    const edits = editsOf(fix);
    assert.equal(edits[0]?.formula, 'IF(COUNT(E10:E12)=0,"",SUM(E10:E12))');
    assert.deepEqual(told(checkWorkbook([applyEdits(grid, edits)]).findings), []);
  });
});
