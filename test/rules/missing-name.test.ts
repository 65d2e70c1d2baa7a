import { IT_STAFF, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const below = (row: number, ...added: readonly (readonly Value[])[]) =>
  gridOf([...SINGLE_AMOUNT.slice(0, row), ...added, ...SINGLE_AMOUNT.slice(row)]);

testRule("missing-name", [
  {
    name: "an item with everything else",
    grids: [single({ B5: null })],
    finds: ["B5"],
    variant: "standard",
    severity: "error",
    facts: { rowNumber: "5" },
    only: true,
  },
  { name: "spaces for a name", grids: [single({ B5: " \u00a0 " })], finds: ["B5"], only: true },
  {
    name: "only a number and money",
    grids: [single({ B5: null, C5: null, D5: null, E5: null, F5: null, H5: null })],
    finds: ["B5"],
    only: true,
  },
  { name: "an organisation", grids: [gridOf(withCells(IT_STAFF, { B5: null }))], finds: ["B5"], only: true },
  { name: "two rows are two", grids: [phaseYearGrid({ B8: null, B11: null })], finds: ["B8", "B11"], only: true },
  {
    name: "text carried over a page break",
    grids: [below(5, [null, "của các sở, ban, ngành", null, null, "và ký số"])],
    finds: [],
  },
  { name: "the header again", grids: [below(5, SINGLE_AMOUNT[2] ?? [])], finds: [] },
  {
    name: "a blank row, and a row of blanks",
    grids: [below(5, [], [null, " ", null, null, null, null, "-"])],
    finds: [],
  },
  {
    name: "a section's name in the number column",
    grids: [phaseYearGrid({ A6: "I. Hạ tầng kỹ thuật", B6: null })],
    finds: [],
  },
  { name: "the total, without a label", grids: [single({ A7: null })], finds: [] },
  { name: "sub-items with names", grids: [below(5, ["-", "Phần cứng"], ["-", "Phần mềm"])], finds: [] },
]);
