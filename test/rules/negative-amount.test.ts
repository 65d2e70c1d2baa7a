import { IT_STAFF, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const second = (amount: Value, total: Value, more: Readonly<Record<string, Value>> = {}) =>
  gridOf(withCells(SINGLE_AMOUNT, { G5: amount, G7: total, ...more }));

testRule("negative-amount", [
  {
    name: "an item below zero that the total counts",
    grids: [second(-1690, 12_810)],
    finds: ["G5"],
    variant: "standard",
    severity: "error",
    facts: { printedDong: -1_690_000_000, unit: "million" },
    only: true,
  },
  { name: "in brackets", grids: [second("(1.690,0)", 12_810)], finds: ["G5"], facts: { printedDong: -1_690_000_000 } },
  {
    name: "in a unit nobody knows",
    grids: [second(-1690, 12_810, { H2: null })],
    finds: ["G5"],
    facts: { printed: -1690 },
  },
  {
    name: "people",
    grids: [gridOf(withCells(IT_STAFF, { D5: -2, D9: 2 }))],
    finds: ["D5"],
    facts: { printed: -2 },
    only: true,
  },
  {
    name: "below zero, with all totals following",
    grids: [phaseYearGrid({ E8: -4000, E6: 1000, E13: 8350 })],
    finds: ["E8"],
  },
  { name: "a sign that breaks the total is told there", grids: [second(-31_690, 46_190)], finds: [] },
  { name: "a sign that breaks row and column is told there", grids: [phaseYearGrid({ J7: -400 })], finds: [] },
  { name: "a grand total with a wrong sign is told there", grids: [phaseYearGrid({ E13: -16_350 })], finds: [] },
  { name: "a dash for nothing", grids: [second("-", 14_500)], finds: [] },
  { name: "0", grids: [second(0, 14_500)], finds: [] },
  {
    name: "dashes in periods and numbers",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { A5: "-", F5: "2021-2025" }))],
    finds: [],
  },
]);
