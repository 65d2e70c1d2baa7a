import type { Grid } from "../../shared/grid.ts";
import { SINGLE_AMOUNT, gridOf, phaseYearGrid, planGrid, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

const NO_PARTS = { B8: null, B9: null, B10: null };

/** A plan sheet that states only a total. */
const planFor = (amount: Value, more: Readonly<Record<string, Value>> = {}): Grid =>
  planGrid({ B7: amount, C7: null, ...NO_PARTS, ...more });

/** The appendix of 46.190 million for 2021-2025; `mark` tells its names from another's. */
const list = (sheet: string, mark = ""): Grid => {
  const rows = SINGLE_AMOUNT.map((row, index) =>
    index >= 3 && index < 6 ? [row[0] ?? null, `${String(row[1])}${mark}`, ...row.slice(2)] : row,
  );
  return gridOf(rows, { name: sheet });
};

const longPlan = (amount: Value): Grid => planFor(amount, { B4: "2021-2025" });

testRule("plan-total-mismatch", [
  {
    name: "the text's total is not the appendix's",
    grids: [planFor("5.900 triệu đồng"), phaseYearGrid()],
    finds: ["I13"],
    variant: "standard",
    severity: "error",
    facts: { planDong: 5900 * MILLION, sumDong: 5850 * MILLION, differenceDong: 50 * MILLION, planCell: "Kế hoạch!B7" },
    only: true,
  },
  {
    name: "as Nghệ An 2021-2025: figures and words agree with each other, not with the appendix",
    grids: [
      planGrid({
        ...NO_PARTS,
        B4: "2021-2025",
        B7: "1.028.960.000.000 VNĐ",
        C7: "Một ngàn không trăm hai mươi tám tỷ, chín trăm sáu mươi triệu đồng",
      }),
      list("Phụ lục"),
    ],
    finds: ["G7"],
    facts: { planDong: 1_028_960 * MILLION, sumDong: 46_190 * MILLION },
    only: true,
  },
  {
    name: "an appendix without a total row: its items are added up",
    grids: [longPlan("46.200 triệu đồng"), gridOf(SINGLE_AMOUNT.slice(0, 6))],
    finds: ["G3"],
    facts: { sumDong: 46_190 * MILLION },
  },
  {
    name: "of two appendices of one plan neither, nor both together",
    grids: [longPlan("92.000 triệu đồng"), list("Phụ lục 1"), list("Phụ lục 2", " (phần 2)")],
    finds: ["G7"],
    facts: { planDong: 92_000 * MILLION },
    only: true,
  },
  {
    name: "off by more than half a unit of the sheet",
    grids: [planFor("5.850.600.000 đồng"), phaseYearGrid()],
    finds: ["I13"],
    facts: { differenceDong: 600_000 },
    only: true,
  },

  { name: "the year's total", grids: [planFor("5.850 triệu đồng"), phaseYearGrid()], finds: [], only: true },
  { name: "the phase's total", grids: [planFor("11.850 triệu đồng"), phaseYearGrid()], finds: [], only: true },
  { name: "the projects' total", grids: [planFor("16.350 triệu đồng"), phaseYearGrid()], finds: [], only: true },
  { name: "in another unit", grids: [planFor("5,85 tỷ đồng"), phaseYearGrid()], finds: [], only: true },
  { name: "in whole đồng, as a number", grids: [planFor(5850 * MILLION), phaseYearGrid()], finds: [], only: true },
  {
    name: "rounded to the sheet's unit",
    grids: [planFor("5.850.400.000 đồng"), phaseYearGrid()],
    finds: [],
    only: true,
  },
  {
    name: "two appendices share the total",
    grids: [longPlan("92.380 triệu đồng"), list("Phụ lục 1"), list("Phụ lục 2", " (phần 2)")],
    finds: [],
    only: true,
  },
  {
    name: "a wrong grand total where the items agree with the plan is told as a sum",
    grids: [planFor("5.850 triệu đồng"), phaseYearGrid({ I13: 5800 })],
    finds: [],
  },
  {
    name: "a total whose own words contradict it is told there",
    grids: [planGrid({ B7: "5.580 triệu đồng", ...NO_PARTS }), phaseYearGrid()],
    finds: [],
  },
  {
    name: "a wrong unit line is told as such",
    grids: [longPlan("46.190 tỷ đồng"), list("Phụ lục")],
    finds: [],
  },
  { name: "a total that is no amount", grids: [planFor("chưa rõ"), phaseYearGrid()], finds: [], only: true },
  { name: "a plan without appendices", grids: [planFor("5.900 triệu đồng")], finds: [], only: true },
]);
