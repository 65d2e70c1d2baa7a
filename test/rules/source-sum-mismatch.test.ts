import { PHASE_YEAR, PHASE_YEAR_MERGED, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** Line items only: no column adds up to anything, so a row's sources stand alone. */
const rowsAlone = (changes: Readonly<Record<string, Value>>) =>
  gridOf(
    withCells(PHASE_YEAR, changes).filter((_, index) => ![5, 8, 12].includes(index)),
    { merged: PHASE_YEAR_MERGED },
  );
/** The phase's money of five items is more than its sources, and is added up as it stands. */
const partial = { F7: 3600, F8: 3100, F10: 1851, F11: 2100, F12: 1600, F6: 6700, F9: 5551, F13: 12_251 };
/** Item 1's phase total is off, and the totals above follow it. */
const followed = (off: number) => ({ F7: 3500 + off, F6: 6500 + off, F13: 11_850 + off });

testRule("source-sum-mismatch", [
  {
    name: "the totals above follow the wrong one",
    grids: [phaseYearGrid(followed(100))],
    finds: ["F7,F6,F13"],
    variant: "standard",
    severity: "error",
    facts: { printedDong: 3_600_000_000, sumDong: 3_500_000_000, differenceDong: 100_000_000, above: ["F6", "F13"] },
    only: true,
  },
  { name: "the sources of the year", grids: [rowsAlone({ I7: 1777 })], finds: ["I6"], variant: "standard" },
  {
    name: "one source left blank",
    grids: [rowsAlone({ G7: null })],
    finds: ["F6"],
    variant: "standard",
    facts: { differenceDong: 1_200_000_000 },
  },
  {
    name: "a total with two digits swapped",
    grids: [rowsAlone({ F7: 5300, E7: 5300 })],
    finds: ["F6"],
    variant: "suspect",
    facts: { slipTypo: "swapped-digits", valueDong: 3_500_000_000, differenceDong: 1_800_000_000 },
    mendedBy: 0,
  },
  {
    name: "a source with a zero too many",
    grids: [rowsAlone({ G7: 12_000 })],
    finds: ["G6,F6"],
    variant: "suspect",
    facts: { suspect: "G6", slipTypo: "scale" },
    mendedBy: 0,
  },
  {
    name: "a source that its column contradicts too",
    grids: [phaseYearGrid({ G7: 1300 })],
    finds: ["G7"],
    variant: "located",
    facts: { printedDong: 1_300_000_000, valueDong: 1_200_000_000, differenceDong: 100_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a total that its column contradicts too",
    grids: [phaseYearGrid({ I11: 10_000 })],
    finds: ["I11"],
    variant: "located",
    only: true,
    mendedBy: 0,
  },
  {
    name: "a sum of one source only",
    grids: [phaseYearGrid({ F7: "=G7" })],
    finds: ["F7"],
    variant: "located",
    only: true,
    mendedBy: 0,
  },
  {
    name: "off by one million in a sheet of millions may be rounding",
    grids: [phaseYearGrid(followed(1))],
    finds: ["F7"],
    variant: "rounding",
    severity: "warning",
    facts: { differenceDong: 1_000_000 },
    only: true,
  },
  {
    name: "off by two million is not rounding",
    grids: [phaseYearGrid(followed(2))],
    finds: ["F7,F6,F13"],
    variant: "standard",
    only: true,
  },
  {
    name: "most rows: the columns are no full breakdown",
    grids: [phaseYearGrid({ ...partial, E10: 1851, E9: 7351, E13: 16_351 })],
    finds: ["F5"],
    variant: "partial",
    severity: "warning",
    facts: { header: "Tổng kinh phí giai đoạn 2016-2020 › Tổng cộng" },
    only: true,
  },
  { name: "blank and 0 are both nothing", grids: [phaseYearGrid({ G12: null, J12: null, K12: "-" })], finds: [] },
  { name: "item 3 has no money in the phase", grids: [rowsAlone({ F12: null, G12: null, H12: null })], finds: [] },
  { name: "no source at all is told as that", grids: [rowsAlone({ G7: null, H7: null })], finds: [] },
  { name: "a source that can't be read", grids: [phaseYearGrid({ G7: "12OO" })], finds: [] },
  {
    name: "a total as formula, its result not kept",
    grids: [phaseYearGrid({ F7: "=SUM(G7:H7)", I7: "=J7+K7+L7" })],
    finds: [],
  },
]);
