import {
  IT_STAFF,
  PHASE_YEAR,
  PHASE_YEAR_MERGED,
  SINGLE_AMOUNT,
  TARGETS,
  gridOf,
  phaseYearGrid,
  withCells,
} from "../builders.ts";
import { testRule } from "./cases.ts";

const totalFirst = [...SINGLE_AMOUNT.slice(0, 3), ...SINGLE_AMOUNT.slice(6), ...SINGLE_AMOUNT.slice(3, 6)];
const blank = (row: number) => Object.fromEntries([..."EFGHIJKL"].map((column) => [`${column}${String(row)}`, null]));

testRule("missing-total", [
  {
    name: "a section's total of the phase, beside its sources",
    grids: [phaseYearGrid({ F6: null })],
    finds: ["F6"],
    variant: "standard",
    severity: "error",
    facts: { sumDong: 6_500_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the grand total of the year",
    grids: [phaseYearGrid({ I13: "-" })],
    finds: ["I13"],
    facts: { sumDong: 5_850_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "no grand total",
    grids: [gridOf(PHASE_YEAR.slice(0, 12), { merged: PHASE_YEAR_MERGED })],
    finds: ["E4"],
    variant: "row",
    severity: "warning",
    only: true,
  },
  {
    name: "no grand total of a single column",
    grids: [gridOf(SINGLE_AMOUNT.slice(0, 6))],
    finds: ["G3"],
    variant: "row",
    only: true,
  },
  { name: "the total first", grids: [gridOf(totalFirst)], finds: [] },
  { name: "the total without a label", grids: [gridOf(withCells(SINGLE_AMOUNT, { A7: null }))], finds: [] },
  {
    name: "its label in the name's column",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { A7: null, B7: "Tổng kinh phí" }))],
    finds: [],
  },
  { name: "a single item needs no total", grids: [gridOf(SINGLE_AMOUNT.slice(0, 4))], finds: [] },
  { name: "sections that print no subtotal", grids: [phaseYearGrid({ ...blank(6), ...blank(9) })], finds: [] },
  { name: "nothing to add up", grids: [phaseYearGrid({ G10: 0, G11: 0, G12: 0, G9: null })], finds: [] },
  { name: "people need no total", grids: [gridOf(IT_STAFF.slice(0, 8))], finds: [] },
  { name: "targets have none", grids: [gridOf(TARGETS)], finds: [] },
]);
