import { PHASE_YEAR, PHASE_YEAR_MERGED, SINGLE_AMOUNT, gridOf, withCells } from "../builders.ts";
import { testRule } from "./cases.ts";

const withoutSecond = withCells(SINGLE_AMOUNT, { G5: 0, G7: 14_500 });

testRule("hidden-amount", [
  {
    name: "a hidden row that the total counts",
    grids: [gridOf(SINGLE_AMOUNT, { hiddenRows: [5] })],
    finds: ["G5"],
    variant: "standard",
    severity: "warning",
    facts: { count: 1 },
    only: true,
  },
  {
    name: "a hidden column: all its cells are one finding",
    grids: [gridOf(PHASE_YEAR, { merged: PHASE_YEAR_MERGED, hiddenColumns: [6] })],
    finds: ["G6,G7,G8,G9,G10,G11,G13"],
    facts: { count: 7 },
    only: true,
  },
  {
    name: "a hidden row and a hidden column",
    grids: [gridOf(SINGLE_AMOUNT, { hiddenRows: [4], hiddenColumns: [6] })],
    finds: ["G4,G5,G6,G7"],
    only: true,
  },
  {
    name: "a hidden figure as text",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { G5: "31.690" }), { hiddenRows: [5] })],
    finds: ["G5"],
  },
  { name: "nothing hidden", grids: [gridOf(SINGLE_AMOUNT)], finds: [] },
  { name: "hidden columns of words", grids: [gridOf(SINGLE_AMOUNT, { hiddenColumns: [3, 4, 7] })], finds: [] },
  { name: "hidden title and header", grids: [gridOf(SINGLE_AMOUNT, { hiddenRows: [1, 2, 3] })], finds: [] },
  { name: "a hidden row of nothing", grids: [gridOf(withoutSecond, { hiddenRows: [5] })], finds: [] },
  {
    name: "a hidden row that says no figure",
    grids: [gridOf(withCells(withoutSecond, { G5: "-" }), { hiddenRows: [5] })],
    finds: [],
  },
  {
    name: "hidden cells beyond the table",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { K5: 500 }), { hiddenColumns: [10] })],
    finds: [],
  },
]);
