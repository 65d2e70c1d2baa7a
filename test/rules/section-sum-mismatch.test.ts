import {
  PHASE_YEAR,
  PHASE_YEAR_MERGED,
  SINGLE_AMOUNT,
  gridOf,
  phaseYearGrid,
  withCells,
  type Value,
} from "../builders.ts";
import { testRule } from "./cases.ts";

type Rows = readonly (readonly Value[])[];
const below = (rows: Rows, row: number, ...added: Rows) => [...rows.slice(0, row), ...added, ...rows.slice(row)];
const phaseYear = (rows: Rows) => gridOf(rows, { merged: PHASE_YEAR_MERGED });
const blank = (row: number) => Object.fromEntries([..."EFGHIJKL"].map((column) => [`${column}${String(row)}`, null]));

const withoutSubtotals = withCells(PHASE_YEAR, { ...blank(6), ...blank(9) });
const closed = (row: number, label: string): Value[] =>
  [label, ...(PHASE_YEAR[row - 1] ?? []).slice(1)].map((value, column) => (column === 1 ? null : value));
const closedSections = below(below(withoutSubtotals, 12, closed(9, "Cộng mục II")), 8, closed(6, "Cộng mục I"));

const PARTS: Rows = [
  ["-", "Phần cứng", null, null, null, null, 20_000],
  ["-", "Phần mềm", null, null, null, null, 11_690],
];
const withParts = (changes: Readonly<Record<string, Value>>) =>
  gridOf(withCells(below(SINGLE_AMOUNT, 5, ...PARTS), changes));
const ofWhich = (...parts: Rows) => gridOf(below(SINGLE_AMOUNT, 5, [null, "Trong đó:"], ...parts));
/** Section II without item 3 in any column, and so the grand total. */
const leftOut = {
  E9: 5350,
  F9: 3850,
  H9: 2850,
  I9: 2150,
  L9: 1000,
  E13: 14_350,
  F13: 10_350,
  H13: 7350,
  I13: 5350,
  L13: 2000,
};

testRule("section-sum-mismatch", [
  {
    name: "the grand total follows the section's",
    grids: [phaseYearGrid({ E6: 9055, E13: 16_405 })],
    finds: ["E6"],
    variant: "standard",
    severity: "error",
    facts: { printedDong: 9_055_000_000, sumDong: 9_000_000_000, differenceDong: 55_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "an item was changed, the section was not",
    grids: [phaseYearGrid({ E7: 5155 })],
    finds: ["E6"],
    variant: "standard",
    only: true,
    mendedBy: 0,
  },
  {
    name: "a row whose total and source were changed",
    grids: [phaseYearGrid({ F7: 3600, G7: 1300 })],
    finds: ["F6,G6"],
    variant: "standard",
    only: true,
    mendedBy: 0,
  },
  {
    name: "sub-items do not make up their item",
    grids: [withParts({ G6: 18_888 })],
    finds: ["G5"],
    variant: "standard",
    only: true,
    mendedBy: 0,
  },
  {
    name: "an item with a zero too many",
    grids: [phaseYearGrid({ E7: 50_000 })],
    finds: ["E7,E6"],
    variant: "suspect",
    facts: { suspect: "E7", slipTypo: "scale", valueDong: 5_000_000_000, differenceDong: 45_000_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a sign turned round",
    grids: [phaseYearGrid({ E8: -4000 })],
    finds: ["E8,E6"],
    variant: "suspect",
    facts: { slipTypo: "sign" },
    mendedBy: 0,
  },
  {
    name: "a subtotal that the grand total contradicts too",
    grids: [phaseYearGrid({ F6: 6600 })],
    finds: ["F6"],
    variant: "located",
    facts: { printedDong: 6_600_000_000, valueDong: 6_500_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a subtotal in a row of its own",
    grids: [phaseYear(withCells(closedSections, { E9: 9111 }))],
    finds: ["E9"],
    variant: "located",
    facts: { valueDong: 9_000_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "two sources of an item in each other's place",
    grids: [phaseYearGrid({ G7: 2300, H7: 1200 })],
    finds: ["G7,H7,G6,H6"],
    variant: "exchanged",
    facts: { exchanged: ["G7", "H7"], totals: ["G6", "H6"], differenceDong: 1_100_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a row that no column counts",
    grids: [phaseYearGrid(leftOut)],
    finds: ["E9,F9,H9,I9,L9"],
    variant: "leftOut",
    facts: { leftOutRow: "12", printedDong: 5_350_000_000, sumDong: 7_350_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a row was deleted",
    grids: [phaseYear(PHASE_YEAR.filter((_, index) => index !== 10))],
    finds: ["E9,F9,G9,H9,I9,J9,K9,L9"],
    variant: "missingRow",
    facts: { missingNumber: "2", differenceDong: 3_500_000_000 },
    only: true,
    mendedBy: 0,
  },
  {
    name: "off by one million in a sheet of millions may be rounding",
    grids: [phaseYearGrid({ E6: 9001, E13: 16_351 })],
    finds: ["E6"],
    variant: "rounding",
    severity: "warning",
    facts: { differenceDong: 1_000_000 },
    only: true,
    mendedBy: 0,
  },
  { name: "sections that print no subtotal", grids: [phaseYear(withoutSubtotals)], finds: [] },
  { name: "one that does and one that does not", grids: [phaseYearGrid(blank(6))], finds: [] },
  { name: "subtotals in rows of their own", grids: [phaseYear(closedSections)], finds: [] },
  {
    name: "a section that is itself an item",
    grids: [phaseYear(PHASE_YEAR.filter((_, index) => index < 6 || index > 7))],
    finds: [],
  },
  { name: "sub-items that split an item's money", grids: [withParts({})], finds: [] },
  { name: "sub-items without money", grids: [withParts({ G6: null, G7: "-" })], finds: [] },
  { name: "of which: only some of the money", grids: [ofWhich(...PARTS.slice(1))], finds: [] },
  {
    name: "the header again in the middle of a section",
    grids: [phaseYear(below(PHASE_YEAR, 7, ...PHASE_YEAR.slice(3, 5)))],
    finds: [],
  },
  {
    name: "an item's name broken over two rows",
    grids: [phaseYear(below(PHASE_YEAR, 7, [null, "và các đơn vị trực thuộc"]))],
    finds: [],
  },
  {
    name: "a formula that the file keeps no result of",
    grids: [phaseYearGrid({ E6: "=SUM(E7:E8)", E9: "=SUBTOTAL(9,E10:E12)" })],
    finds: [],
  },
  { name: "0 and blank for nothing", grids: [phaseYearGrid({ G12: null, J12: "-", K12: "" })], finds: [] },
]);
