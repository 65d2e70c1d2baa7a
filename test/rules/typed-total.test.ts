import { COMPUTERS, SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const cellsOf = (...rows: readonly number[]) =>
  rows.flatMap((row) => [..."EFGHIJKL"].map((column) => column + String(row)));
const formulas = Object.fromEntries(
  [..."EFGHIJKL"].flatMap((column) => [
    [`${column}6`, `=SUM(${column}7:${column}8)`],
    [`${column}9`, `=SUM(${column}10:${column}12)`],
    [`${column}13`, `=${column}6+${column}9`],
  ]),
);

testRule("typed-total", [
  {
    name: "all totals are one finding",
    grids: [phaseYearGrid()],
    finds: [cellsOf(6, 9, 13).join(",")],
    variant: "standard",
    severity: "info",
    facts: { count: 24 },
    only: true,
    mendedBy: 0,
  },
  { name: "one total", grids: [single({})], finds: ["G7"], facts: { count: 1 }, only: true, mendedBy: 0 },
  {
    name: "one typed among formulas",
    grids: [phaseYearGrid({ ...formulas, F9: 5350 })],
    finds: ["F9"],
    only: true,
    mendedBy: 0,
  },
  { name: "counts", grids: [gridOf(COMPUTERS)], finds: ["C7,D7,E7,F7"], only: true, mendedBy: 0 },
  {
    name: "an item split into sub-items",
    grids: [
      gridOf([
        ...SINGLE_AMOUNT.slice(0, 5),
        ["-", "Phần mềm", null, null, null, null, 31_690],
        ...SINGLE_AMOUNT.slice(5),
      ]),
    ],
    finds: ["G5,G8"],
    only: true,
    mendedBy: 0,
  },
  {
    name: "a wrong total is told as that, not with the others",
    grids: [phaseYearGrid({ ...formulas, E6: 9100 })],
    finds: [],
  },
  { name: "formulas", grids: [phaseYearGrid(formulas)], finds: [] },
  { name: "another formula", grids: [single({ G7: "=G4+G5+G6" })], finds: [] },
  { name: "no total row", grids: [gridOf(SINGLE_AMOUNT.slice(0, 6))], finds: [] },
  { name: "totals of nothing", grids: [single({ G4: 0, G5: 0, G6: 0, G7: 0 })], finds: [] },
  { name: "a wrong total", grids: [single({ G7: 46_277 })], finds: [] },
  { name: "targets", grids: [gridOf(TARGETS)], finds: [] },
]);
