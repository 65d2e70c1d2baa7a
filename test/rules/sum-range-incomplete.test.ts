import { cellName, type Grid } from "../../shared/grid.ts";
import { SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** The project column with formulas; the others are typed. */
const formulas = (changes: Readonly<Record<string, Value>>) =>
  phaseYearGrid({ E6: "=SUM(E7:E8)", E9: "=SUM(E10:E12)", E13: "=E6+E9", ...changes });
const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const totalFirst = [...SINGLE_AMOUNT.slice(0, 3), ...SINGLE_AMOUNT.slice(6), ...SINGLE_AMOUNT.slice(3, 6)];

/** The sheet as Excel saves it: with the results of formulas. */
const kept = (grid: Grid, results: Readonly<Record<string, number>>): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, value: results[cellName(row.row, cell.column)] ?? cell.value })),
  })),
});
const subtotals = formulas({ E6: "=SUBTOTAL(9,E7:E8)", E9: "=SUBTOTAL(9,E10:E12)", E13: "=SUBTOTAL(9,E6:E12)" });

testRule("sum-range-incomplete", [
  {
    name: "a row added at the end",
    grids: [formulas({ E9: "=SUM(E10:E11)" })],
    finds: ["E9"],
    variant: "missed",
    severity: "error",
    facts: { formula: "SUM(E10:E11)", missed: ["E12"], differenceDong: 2_000_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a row added at the top",
    grids: [formulas({ E9: "=SUM(E11:E12)" })],
    finds: ["E9"],
    facts: { missed: ["E10"] },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a row left out in the middle",
    grids: [formulas({ E9: "=E10+E12" })],
    finds: ["E9"],
    facts: { missed: ["E11"] },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a section left out",
    grids: [formulas({ E13: "=E6" })],
    finds: ["E13"],
    facts: { missed: ["E9"] },
    only: true,
    mendedBy: 0,
  },
  {
    name: "of a SUBTOTAL",
    grids: [formulas({ E9: "=SUBTOTAL(9,E10:E11)" })],
    finds: ["E9"],
    variant: "missed",
    only: true,
    mendedBy: 0,
  },
  {
    name: "of a blank form's sum, which stays as blank as it was",
    grids: [formulas({ E9: '=IF(COUNT(E10:E11)=0,"",SUM(E10:E11))' })],
    finds: ["E9"],
    variant: "missed",
    facts: { missed: ["E12"], differenceDong: 2_000_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "of a rounded sum",
    grids: [single({ G7: "=ROUND(SUM(G4:G5),0)" })],
    finds: ["G7"],
    variant: "missed",
    only: true,
    mendedBy: 0,
  },
  {
    name: "the total first",
    grids: [gridOf(withCells(totalFirst, { G4: "=SUM(G5:G6)" }))],
    finds: ["G4"],
    variant: "missed",
    only: true,
    mendedBy: 0,
  },
  {
    name: "sections and their items both",
    grids: [formulas({ E13: "=SUM(E6:E12)" })],
    finds: ["E13"],
    variant: "doubled",
    facts: { doubled: ["E6", "E9"], differenceDong: 16_350_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a section twice",
    grids: [formulas({ E13: "=E6+E9+E9" })],
    finds: ["E13"],
    variant: "doubled",
    facts: { doubled: ["E9"] },
    only: true,
    mendedBy: 0,
  },
  {
    name: "ranges that overlap",
    grids: [single({ G7: "=SUM(G4:G5,G5:G6)" })],
    finds: ["G7"],
    variant: "doubled",
    facts: { doubled: ["G5"] },
    mendedBy: 0,
  },
  {
    name: "with the result that Excel kept",
    grids: [kept(formulas({ E9: "=SUM(E10:E11)" }), { E6: 9000, E9: 5350, E13: 14_350 })],
    finds: ["E9"],
    only: true,
    mendedBy: 0,
  },
  { name: "a SUBTOTAL over SUBTOTALs", grids: [kept(subtotals, { E6: 9000, E9: 7350, E13: 16_350 })], finds: [] },
  {
    name: "every row, blank while there is nothing to add",
    grids: [
      formulas({
        E6: '=IF(COUNT(E7:E8)=0,"",SUM(E7:E8))',
        E9: '=IF(SUM(E10:E12)=0,"",SUM(E10:E12))',
        E13: "=SUM(E6,E9)",
      }),
    ],
    finds: [],
  },
  { name: "every row", grids: [formulas({})], finds: [] },
  { name: "the items past their sections", grids: [formulas({ E13: "=SUM(E7:E8,E10:E12)" })], finds: [] },
  { name: "sections and items, halved", grids: [formulas({ E13: "=SUM(E6:E12)/2" })], finds: [] },
  { name: "the row left out has no money", grids: [formulas({ E9: "=SUM(E10:E11)", E12: null })], finds: [] },
  { name: "the header in the range", grids: [single({ G7: "=SUM(G3:G6)" })], finds: [] },
  { name: "the sources along a row", grids: [phaseYearGrid({ F7: "=SUM(G7:H7)", I7: "=J7+K7+L7" })], finds: [] },
  { name: "a formula of another kind", grids: [single({ G7: "=46190*1" })], finds: [] },
]);
