import type { Grid } from "../../shared/grid.ts";
import { SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

const FIGURES = [46_500, 1_200, 800, 2_500, 900, 1_500, 700, 3_000, 650, 480, 5_000, 1_100];

/** Twelve items in G4:G15, all whole and at least 480 million, and their total in G16. */
const column = (changes: Readonly<Record<number, number>>, more: Readonly<Record<string, Value>> = {}): Grid => {
  const figures = FIGURES.map((figure, index) => changes[index] ?? figure);
  const items = figures.map((figure, index): Value[] => {
    const letter = String.fromCharCode(65 + index);
    return [index + 1, `Phần mềm nghiệp vụ ${letter}`, `Sở ${letter}`, "Mới", "x", "2021-2025", figure];
  });
  const total = Number(figures.reduce((sum, figure) => sum + figure, 0).toFixed(4));
  return gridOf(
    withCells([...SINGLE_AMOUNT.slice(0, 3), ...items, ["TỔNG", null, null, null, null, null, total]], more),
  );
};

/** Item II.1: the phase's columns are a thousand times too large, and so are the totals that follow them. */
const PHASE_SLIP = {
  ...{ F10: 1850000, G10: 400000, H10: 1450000 },
  ...{ F9: 1853500, G9: 400600, H9: 1452900, F13: 1860000, G13: 402600, H13: 1457400 },
};

testRule("scale-suspect", [
  {
    name: "a phase just a thousand times its project",
    grids: [phaseYearGrid(PHASE_SLIP)],
    finds: ["F10,E10"],
    variant: "row",
    severity: "warning",
    facts: { cell: "F10", otherCell: "E10", printedDong: 1_850_000 * MILLION, valueDong: 1850 * MILLION },
    only: true,
    mendedBy: 0,
  },
  {
    name: "a year just a thousand times its phase, where no project's cost is printed",
    grids: [
      phaseYearGrid({
        ...{ E6: null, E7: null, E8: null, E9: null, E10: null, E11: null, E12: null, E13: null },
        ...{ I8: 3000000, J8: 300, K8: 700, L8: 2999000, I6: 3001700, L6: 2999500, I13: 3004350, L13: 3001000 },
      }),
    ],
    finds: ["I8,F8"],
    variant: "row",
    facts: { printedDong: 3_000_000 * MILLION, otherDong: 3000 * MILLION },
    mendedBy: 0,
  },
  {
    name: "a project just a thousand times its phase",
    grids: [phaseYearGrid({ E8: 3000000, E6: 3005000, E13: 3012350 })],
    finds: ["E8,F8"],
    variant: "row",
    only: true,
    mendedBy: 0,
  },
  {
    name: "46.500 read as 46,5",
    grids: [column({ 0: 46.5 })],
    finds: ["G4"],
    variant: "column",
    facts: { cell: "G4", printedDong: 46_500_000, valueDong: 46_500 * MILLION },
    only: true,
    mendedBy: 0,
  },
  {
    name: "with two decimals",
    grids: [column({ 3: 12.25 })],
    finds: ["G7"],
    variant: "column",
    only: true,
    mendedBy: 0,
  },
  {
    name: "with three decimals",
    grids: [column({ 3: 1.125 })],
    finds: ["G7"],
    variant: "column",
    only: true,
    mendedBy: 0,
  },
  { name: "below one", grids: [column({ 9: 0.48 })], finds: ["G13"], variant: "column", only: true, mendedBy: 0 },

  { name: "a right sheet with figures of many sizes", grids: [column({})], finds: [], only: true },
  { name: "a figure with a fraction as large as the others", grids: [column({ 0: 850.5 })], finds: [], only: true },
  { name: "several figures with a fraction", grids: [column({ 0: 46.5, 1: 1.2 })], finds: [], only: true },
  { name: "small whole figures in the column", grids: [column({ 0: 46.5, 9: 50 })], finds: [], only: true },
  { name: "more decimals than a thousands group has digits", grids: [column({ 0: 46.5123 })], finds: [], only: true },
  {
    name: "in đồng a fraction is another fault",
    grids: [column({ 0: 46.5 }, { H2: "Đơn vị tính: đồng" })],
    finds: [],
  },
  {
    name: "the total does not follow: told as a sum",
    grids: [column({ 0: 46.5 }, { G16: 64_330 })],
    finds: [],
  },
  {
    name: "a phase nine hundred times its project is only larger",
    grids: [
      phaseYearGrid({
        ...{ F10: 1665000, G10: 400000, H10: 1265000 },
        ...{ F9: 1668500, G9: 400600, H9: 1267900, F13: 1675000, G13: 402600, H13: 1272400 },
      }),
    ],
    finds: [],
  },
  {
    name: "a project nine hundred times its phase is only long",
    grids: [phaseYearGrid({ E8: 2700000, E6: 2705000, E13: 2712350 })],
    finds: [],
    only: true,
  },
]);
