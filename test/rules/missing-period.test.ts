import { IT_STAFF, SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const withSubItem = [
  ...SINGLE_AMOUNT.slice(0, 5),
  ["-", "Phần cứng và phần mềm", null, null, null, null, 31_690],
  ...SINGLE_AMOUNT.slice(5),
];

testRule("missing-period", [
  {
    name: "one item",
    grids: [single({ F5: null })],
    finds: ["F5"],
    variant: "standard",
    severity: "warning",
    facts: { count: 1 },
    only: true,
  },
  {
    name: "several items are one finding",
    grids: [phaseYearGrid({ D7: null, D11: "" })],
    finds: ["D7,D11"],
    facts: { count: 2 },
    only: true,
  },
  { name: "a target", grids: [gridOf(withCells(TARGETS, { D4: null }))], finds: ["D4"], only: true },
  {
    name: "no item at all is told at the heading",
    grids: [single({ F4: null, F5: null, F6: null })],
    finds: ["F3"],
    facts: { count: 3 },
    only: true,
  },
  {
    name: "the section has it for all its items",
    grids: [phaseYearGrid({ D6: "2019-2021", D7: null, D8: null })],
    finds: [],
  },
  { name: "sub-items share their item's", grids: [gridOf(withSubItem)], finds: [] },
  { name: "every year", grids: [single({ F5: "Hằng năm" })], finds: [] },
  { name: "what can't be read is not missing", grids: [single({ F5: "Khi có vốn" })], finds: [] },
  { name: "a sheet without the column", grids: [gridOf(IT_STAFF)], finds: [] },
]);
