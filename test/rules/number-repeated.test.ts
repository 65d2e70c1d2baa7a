import { PHASE_YEAR, SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));

testRule("number-repeated", [
  {
    name: "two items",
    grids: [phaseYearGrid({ A12: 2 })],
    finds: ["A12"],
    variant: "standard",
    severity: "warning",
    facts: { number: "2", first: "A11", cell: "A12" },
    only: true,
  },
  { name: "two sections", grids: [phaseYearGrid({ A9: "I" })], finds: ["A9"], facts: { first: "A6" }, only: true },
  { name: "written in two ways", grids: [single({ A5: "2.", A6: "02" })], finds: ["A6"], only: true },
  { name: "two targets", grids: [gridOf(withCells(TARGETS, { A5: "2." }))], finds: ["A5"], only: true },
  { name: "three times", grids: [single({ A5: 1, A6: 1 })], finds: ["A5", "A6"], facts: { first: "A4" }, only: true },
  { name: "begin again in each section", grids: [phaseYearGrid()], finds: [] },
  { name: "begin again without a heading", grids: [single({ A6: 1 })], finds: [] },
  {
    name: "begin again under an unnumbered heading",
    grids: [
      gridOf([
        ...SINGLE_AMOUNT.slice(0, 5),
        [null, "Nhóm dịch vụ công"],
        ...withCells(SINGLE_AMOUNT, { A6: 1 }).slice(5),
      ]),
    ],
    finds: [],
  },
  {
    name: "a row that stands twice, name and all, is told as that",
    grids: [gridOf([...PHASE_YEAR.slice(0, 11), PHASE_YEAR[10] ?? [], ...PHASE_YEAR.slice(11)])],
    finds: [],
  },
  { name: "dashes", grids: [single({ A5: "-", A6: "-" })], finds: [] },
  { name: "1.1 under 1 and under 2", grids: [single({ A4: "1.1", A5: "1.2", A6: "2.1" })], finds: [] },
]);
