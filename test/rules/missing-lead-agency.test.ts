import { SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid } from "../builders.ts";
import { testRule } from "./cases.ts";

const noneBelow = { C10: null, C11: null, C12: null };
const withSubItems = [
  ...SINGLE_AMOUNT.slice(0, 5),
  ["-", "Phần cứng", null, null, null, null, 20_000],
  ["-", "Phần mềm", null, null, null, null, 11_690],
  ...SINGLE_AMOUNT.slice(5),
];

testRule("missing-lead-agency", [
  {
    name: "one item",
    grids: [phaseYearGrid({ C8: null })],
    finds: ["C8"],
    variant: "standard",
    severity: "warning",
    facts: { count: 1 },
    only: true,
  },
  {
    name: "several items are one finding",
    grids: [phaseYearGrid({ C8: " ", C12: null })],
    finds: ["C8,C12"],
    facts: { count: 2 },
    only: true,
  },
  {
    name: "no item at all is told at the heading",
    grids: [phaseYearGrid({ C7: null, C8: null, ...noneBelow })],
    finds: ["C4"],
    facts: { count: 5 },
    only: true,
  },
  {
    name: "the section has it for all its items",
    grids: [phaseYearGrid({ ...noneBelow, C9: "Sở Nội vụ" })],
    finds: [],
  },
  { name: "sub-items share their item's", grids: [gridOf(withSubItems)], finds: [] },
  { name: "sections and totals need none", grids: [phaseYearGrid()], finds: [] },
  { name: "a sheet without the column", grids: [gridOf(TARGETS)], finds: [] },
  {
    name: "text carried over a page break",
    grids: [
      gridOf([...SINGLE_AMOUNT.slice(0, 5), [null, "của các sở", null, null, "tỉnh"], ...SINGLE_AMOUNT.slice(5)]),
    ],
    finds: [],
  },
]);
