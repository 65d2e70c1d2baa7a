import assert from "node:assert/strict";
import type { Edit, Fix } from "../shared/finding.ts";
import { applyEdits, editsOf, isUnchanged } from "../shared/fix.ts";
import { cellName, type Grid, type GridCell } from "../shared/grid.ts";
import { COMPUTERS, IT_STAFF, TARGETS, check, gridOf, phaseYearGrid, withCells, type Value } from "./builders.ts";

/** Row 1: a number, a text, a formula; row 3: a number with a format, in D. */
const ROWS: readonly (readonly Value[])[] = [[500, "46.500", "=A1*2"], [], [null, null, null, 0.5]];
const SHEET = gridOf(ROWS, { formats: { D3: "0%" }, merged: ["A1:A2"], hiddenRows: [3], hiddenColumns: [1] });

const cellsOf = (grid: Grid): Readonly<Record<string, Omit<GridCell, "column">>> =>
  Object.fromEntries(
    grid.rows.flatMap(({ row, cells }) => cells.map(({ column, ...cell }) => [cellName(row, column), cell] as const)),
  );

const BEFORE = cellsOf(SHEET);

interface Application {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** What differs from the sheet before. */
  readonly changes: Readonly<Record<string, Omit<GridCell, "column">>>;
}

const APPLICATIONS: readonly Application[] = [
  { name: "nothing", edits: [], changes: {} },
  { name: "a number", edits: [{ cell: "A1", was: 500, value: 480 }], changes: { A1: { value: 480 } } },
  {
    name: "a text becomes a number",
    edits: [{ cell: "B1", was: "46.500", value: 46_500 }],
    changes: { B1: { value: 46_500 } },
  },
  {
    name: "a number becomes a text",
    edits: [{ cell: "A1", was: 500, value: "100%" }],
    changes: { A1: { value: "100%" } },
  },
  {
    name: "a value over a formula",
    edits: [{ cell: "C1", was: "=A1*2", value: 1000 }],
    changes: { C1: { value: 1000 } },
  },
  {
    name: "a formula has no result yet",
    edits: [{ cell: "A1", was: 500, formula: "SUM(A3:A9)" }],
    changes: { A1: { value: null, formula: "SUM(A3:A9)" } },
  },
  {
    name: "the format stays",
    edits: [{ cell: "D3", was: 0.5, value: 0.6 }],
    changes: { D3: { value: 0.6, format: "0%" } },
  },
  { name: "a blank cell of a row", edits: [{ cell: "B3", was: null, value: 7 }], changes: { B3: { value: 7 } } },
  {
    name: "a row that was not there",
    edits: [{ cell: "A2", was: null, value: "Đơn vị: đồng" }],
    changes: { A2: { value: "Đơn vị: đồng" } },
  },
  { name: "a row below all", edits: [{ cell: "B9", was: null, value: 9 }], changes: { B9: { value: 9 } } },
  {
    name: "several cells of several rows",
    edits: [
      { cell: "D3", was: 0.5, value: 1 },
      { cell: "A1", was: 500, value: 1 },
      { cell: "C1", was: "=A1*2", value: 2 },
    ],
    changes: { A1: { value: 1 }, C1: { value: 2 }, D3: { value: 1, format: "0%" } },
  },
  { name: "dollar signs in the address", edits: [{ cell: "$A$1", was: 500, value: 1 }], changes: { A1: { value: 1 } } },
  { name: "no address", edits: [{ cell: "A1:B2", was: null, value: 1 }], changes: {} },
];

describe("edits", () => {
  for (const { name, edits, changes } of APPLICATIONS) {
    it(name, () => {
      const grid = applyEdits(SHEET, edits);
      assert.deepEqual(cellsOf(grid), { ...BEFORE, ...changes });
      const rows = grid.rows.map(({ row }) => row);
      assert.deepEqual(
        rows,
        [...new Set(rows)].sort((a, b) => a - b),
      );
      for (const { cells } of grid.rows) {
        const columns = cells.map(({ column }) => column);
        assert.deepEqual(
          columns,
          [...new Set(columns)].sort((a, b) => a - b),
        );
      }
    });
  }

  it("leave the sheet itself, and what else it holds, as they are", () => {
    const grid = applyEdits(SHEET, [{ cell: "A1", was: 500, value: 1 }]);
    assert.deepEqual(cellsOf(SHEET), BEFORE);
    assert.deepEqual({ ...grid, rows: [] }, { ...SHEET, rows: [] });
    assert.deepEqual(
      grid.rows.map(({ hidden }) => hidden),
      [false, true],
    );
  });
});

const UNCHANGED: readonly (readonly [name: string, edit: Edit, isSame: boolean])[] = [
  ["the number that was", { cell: "A1", was: 500, value: 1 }, true],
  ["another number", { cell: "A1", was: 480, value: 1 }, false],
  ["the number, printed", { cell: "A1", was: "500.", value: 1 }, true],
  ["the text that was", { cell: "B1", was: "46.500", value: 1 }, true],
  ["the number its text was read as", { cell: "B1", was: 46_500, value: 1 }, true],
  ["another number than its text says", { cell: "B1", was: 46_000, value: 1 }, false],
  ["another text", { cell: "B1", was: "chưa có", value: 1 }, false],
  ["the formula that was", { cell: "C1", was: "=A1*2", value: 1 }, true],
  ["another formula", { cell: "C1", was: "=A1*3", value: 1 }, false],
  ["a cell filled since", { cell: "A1", was: null, value: 1 }, false],
  ["still blank, in a row with cells", { cell: "B3", was: null, value: 1 }, true],
  ["still blank, in a row without", { cell: "F20", was: null, value: 1 }, true],
  ["blank as an empty text", { cell: "F20", was: "", value: 1 }, true],
  ["blank as a dash", { cell: "F20", was: "-", value: 1 }, true],
  ["emptied since", { cell: "F20", was: 500, value: 1 }, false],
];

describe("a cell read again before it is written", () => {
  for (const [name, edit, isSame] of UNCHANGED) {
    it(`${name}: ${isSame ? "unchanged" : "changed"}`, () => {
      assert.equal(isUnchanged(SHEET, edit), isSame);
    });
  }

  it("is changed once it has been written", () => {
    const edit = { cell: "A1", was: 500, value: 480 };
    assert.ok(!isUnchanged(applyEdits(SHEET, [edit]), edit));
  });
});

const ONE: readonly Edit[] = [{ cell: "A1", was: 500, value: 480 }];
const OTHER: readonly Edit[] = [{ cell: "A2", was: 1, value: 2 }];
const label = { vi: "Sửa ô", en: "Correct it" };
const CHOICE: Fix = {
  kind: "choose",
  safe: false,
  options: [
    { label, edits: ONE },
    { label, edits: OTHER },
  ],
};

const EDITS: readonly (readonly [name: string, fix: Fix, option: number | undefined, edits: readonly Edit[]])[] = [
  ["of a fix", { kind: "set-value", safe: false, edits: ONE }, undefined, ONE],
  ["of a fix, whatever is picked", { kind: "renumber", safe: false, edits: ONE }, 3, ONE],
  ["of a choice, the first", CHOICE, undefined, ONE],
  ["of a choice, the second", CHOICE, 1, OTHER],
  ["of a choice, one it does not have", CHOICE, 2, []],
];

describe("the edits", () => {
  for (const [name, fix, option, edits] of EDITS) {
    it(name, () => {
      assert.deepEqual(editsOf(fix, option), edits);
    });
  }
});

const WRONG: Readonly<Record<string, Grid>> = {
  "a wrong phase total": phaseYearGrid({ F10: 1000 }),
  "a wrong grand total": phaseYearGrid({ I13: 5800 }),
  "a period of one year": phaseYearGrid({ D8: "2020-2020" }),
  "a period of one year, over two lines": phaseYearGrid({ D8: "2020-\n2020" }),
  "a wrong phase total, as text": phaseYearGrid({ F10: "1000" }),
  "a wrong grand total, as text": phaseYearGrid({ I13: "5.800" }),
  "a target without a unit": gridOf(withCells(TARGETS, { C3: 100 })),
  "a target without a unit, as text": gridOf(withCells(TARGETS, { C3: "100" })),
  "a wrong ratio": gridOf(withCells(COMPUTERS, { G5: 0.8 })),
  "a gap in the numbers": phaseYearGrid({ A12: 4 }),
  "a gap in the numbers, as text": phaseYearGrid({ A10: "1.", A11: "2.", A12: "4." }),
  "an amount as text": phaseYearGrid({ F10: "1850" }),
  "an amount with a no-break space": phaseYearGrid({ F10: "1\u00a0850" }),
  "an amount in doubt": phaseYearGrid({ F10: "1.850" }),
  "a unit not stated": phaseYearGrid({ L3: null }),
  "a wrong total of staff": gridOf(withCells(IT_STAFF, { C9: 110 })),
};

describe("a fix that is offered", () => {
  for (const [name, grid] of Object.entries(WRONG)) {
    it(`for ${name} is for the sheet as it is`, () => {
      const fixes = check(grid).findings.flatMap(({ rule, fix }) => (fix && rule !== "typed-total" ? [fix] : []));
      assert.ok(fixes.length > 0);
      const edits = fixes.flatMap((fix) =>
        fix.kind === "choose" ? fix.options.flatMap((option) => option.edits) : fix.edits,
      );
      for (const edit of edits) assert.ok(isUnchanged(grid, edit), JSON.stringify(edit));
    });
  }
});
