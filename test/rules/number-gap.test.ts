import { PHASE_YEAR, SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const numbered = (...numbers: readonly Value[]) =>
  gridOf(
    withCells(SINGLE_AMOUNT, Object.fromEntries(numbers.map((number, index) => [`A${String(4 + index)}`, number]))),
  );
const subItems = (...numbers: readonly Value[]) =>
  gridOf([
    ...SINGLE_AMOUNT.slice(0, 5),
    ...numbers.map((number, index) => [
      number,
      `Hạng mục ${String(index + 1)}`,
      null,
      null,
      null,
      null,
      index === 0 ? 31_690 : 0,
    ]),
    ...SINGLE_AMOUNT.slice(5),
  ]);

testRule("number-gap", [
  {
    name: "an item",
    grids: [phaseYearGrid({ A12: 4 })],
    finds: ["A12"],
    variant: "standard",
    severity: "warning",
    facts: { previous: "2", number: "4", missing: "3" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a section",
    grids: [phaseYearGrid({ A9: "III." })],
    finds: ["A9"],
    facts: { previous: "I", missing: "II" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a lettered section",
    grids: [phaseYearGrid({ A6: "A", A9: "C" })],
    finds: ["A9"],
    facts: { missing: "B" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "numbers in numbers",
    grids: [subItems("2.1", "2.3")],
    finds: ["A7"],
    facts: { missing: "2.2" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "small letters",
    grids: [subItems("a)", "c)")],
    finds: ["A7"],
    facts: { missing: "b" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a target",
    grids: [gridOf(withCells(TARGETS, { A5: "4." }))],
    finds: ["A5"],
    facts: { missing: "3" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "numbers that run on through the sections",
    grids: [phaseYearGrid({ A10: 4, A11: 5, A12: 6 })],
    finds: ["A10"],
    facts: { previous: "2", missing: "3" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the first is not 1",
    grids: [numbered(2, 3, 4)],
    finds: ["A4"],
    variant: "start",
    facts: { missing: "1" },
    only: true,
    mendedBy: 0,
  },
  {
    name: "the first section is not I",
    grids: [phaseYearGrid({ A6: "II", A9: "III" })],
    finds: ["A6"],
    variant: "start",
    mendedBy: 0,
  },
  {
    name: "a deleted row is told at the total",
    grids: [gridOf(SINGLE_AMOUNT.filter((_, index) => index !== 4))],
    finds: [],
  },
  {
    name: "a deleted section is told at the total",
    grids: [gridOf(PHASE_YEAR.filter((_, index) => index < 5 || index > 7))],
    finds: [],
  },
  { name: "begin again in each section", grids: [phaseYearGrid()], finds: [] },
  { name: "run on through the sections", grids: [phaseYearGrid({ A10: 3, A11: 4, A12: 5 })], finds: [] },
  { name: "begin again without a heading", grids: [numbered(1, 2, 1)], finds: [] },
  { name: "written in several ways", grids: [numbered("1.", "02", "3)")], finds: [] },
  { name: "sub-items with the item's number", grids: [subItems("2.1", "2.2", "2.3")], finds: [] },
  { name: "dashes", grids: [subItems("-", "-", "+")], finds: [] },
  { name: "no numbers at all", grids: [numbered(null, null, null)], finds: [] },
  { name: "lettered sections", grids: [phaseYearGrid({ A6: "A", A9: "B" })], finds: [] },
]);
