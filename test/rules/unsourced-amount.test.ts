import { PHASE_YEAR, PHASE_YEAR_MERGED, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** Line items only: no column adds up to anything. */
const rowsAlone = (changes: Readonly<Record<string, Value>>) =>
  gridOf(
    withCells(PHASE_YEAR, changes).filter((_, index) => ![5, 8, 12].includes(index)),
    { merged: PHASE_YEAR_MERGED },
  );
/** As in Vĩnh Long 2020: the sources of the sections and of the whole leave the item's money out as well. */
const withoutFirst = { G6: 800, H6: 2200, G13: 1800, H13: 6550 };

testRule("unsourced-amount", [
  {
    name: "an item whose money no total counts under a source",
    grids: [phaseYearGrid({ G7: null, H7: null, ...withoutFirst })],
    finds: ["F7,F6,F13"],
    variant: "withTotals",
    severity: "error",
    facts: { printedDong: 3_500_000_000, sources: ["G7", "H7"], above: ["F6", "F13"] },
    only: true,
    mendedBy: 0,
  },
  {
    name: "with 0 under every source",
    grids: [phaseYearGrid({ G7: 0, H7: "-", ...withoutFirst })],
    finds: ["F7,F6,F13"],
    only: true,
    mendedBy: 1,
  },
  {
    name: "where no totals are printed",
    grids: [rowsAlone({ G7: null, H7: null })],
    finds: ["F6"],
    variant: "standard",
    facts: { printedDong: 3_500_000_000, sources: ["G6", "H6"] },
    mendedBy: 1,
  },
  {
    name: "the year's money",
    grids: [rowsAlone({ L12: null })],
    finds: ["I10"],
    facts: { sources: ["J10", "K10", "L10"] },
    mendedBy: 2,
  },
  {
    name: "one blank source that row and column tell",
    grids: [phaseYearGrid({ G7: null })],
    finds: ["G7"],
    variant: "located",
    facts: { valueDong: 1_200_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "one source of 0 that row and column tell",
    grids: [phaseYearGrid({ H10: 0 })],
    finds: ["H10"],
    variant: "located",
    only: true,
    mendedBy: 0,
  },
  { name: "money of 0 needs no source", grids: [rowsAlone({ F12: 0, G12: null, H12: null })], finds: [] },
  { name: "no money, no source", grids: [rowsAlone({ F12: null, G12: null, H12: "-" })], finds: [] },
  { name: "one source is enough", grids: [phaseYearGrid()], finds: [] },
  { name: "some of the money has a source", grids: [rowsAlone({ G7: null })], finds: [] },
  { name: "words instead of a source", grids: [rowsAlone({ G7: "Lồng ghép", H7: null })], finds: [] },
]);
