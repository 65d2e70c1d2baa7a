import type { Grid } from "../../shared/grid.ts";
import { SINGLE_AMOUNT, gridOf, phaseYearGrid, planGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** A plan for 2021-2025: item 1 (row 4) is carried over, items 2 and 3 are new. */
const longPlan = (changes: Readonly<Record<string, Value>>): Grid => gridOf(withCells(SINGLE_AMOUNT, changes));

/** A plan sheet without amounts. */
const planFor = (years: string): Grid => planGrid({ B4: years, B7: null, B8: null, B9: null, B10: null });

testRule("period-outside-plan", [
  {
    name: "an item that ended before the plan",
    grids: [longPlan({ F4: "2015-2019" })],
    finds: ["F4"],
    variant: "standard",
    severity: "error",
    facts: { text: "2015-2019", planYears: "2021-2025" },
    only: true,
  },
  { name: "an item that begins after the plan", grids: [longPlan({ F5: "2026-2030" })], finds: ["F5"], only: true },
  {
    name: "a new item that ended before the plan is told once",
    grids: [longPlan({ F5: "2018-2019" })],
    finds: ["F5"],
    variant: "standard",
    only: true,
  },
  {
    name: "an item that begins before the plan and does not say that it is carried over",
    grids: [longPlan({ D4: null, F4: "2019-2022" })],
    finds: ["F4"],
    variant: "startsBefore",
    severity: "warning",
    only: true,
  },
  {
    name: "the word 'mới' in a name is not a statement about the item",
    grids: [longPlan({ D4: null, B4: "Trang bị mới máy chủ của tỉnh", F4: "2020-2022" })],
    finds: ["F4"],
    variant: "startsBefore",
  },
  {
    name: "before the phase of a plan for one year",
    grids: [phaseYearGrid({ D8: "2012-2014" })],
    finds: ["D8"],
    facts: { planYears: "2016-2020" },
    only: true,
  },
  { name: "after a plan for one year", grids: [phaseYearGrid({ D8: "2021-2025" })], finds: ["D8"], only: true },
  {
    name: "the plan sheet's years come before the title's",
    grids: [planFor("2022-2026"), longPlan({ F5: "2022-2025", F6: "Quý 4/2021" })],
    finds: ["F6"],
    facts: { planYears: "2022-2026" },
    only: true,
  },

  {
    name: "an item carried over begins before the plan",
    grids: [longPlan({ F4: "2019-2022" })],
    finds: [],
    only: true,
  },
  {
    name: "'chuyển tiếp' in the name instead of its column",
    grids: [longPlan({ D4: null, B4: "Duy trì Kiến trúc chính quyền điện tử (chuyển tiếp)", F4: "2019-2022" })],
    finds: [],
    only: true,
  },
  { name: "an item that continues", grids: [longPlan({ D4: "Tiếp tục", F4: "2019-2022" })], finds: [], only: true },
  { name: "an item that runs on past the plan", grids: [longPlan({ F4: "2024-2027" })], finds: [], only: true },
  { name: "'2021-2025 và năm 2026'", grids: [longPlan({ F4: "2021-2025 và năm 2026" })], finds: [], only: true },
  { name: "no year at all", grids: [longPlan({ F4: "Hằng năm" })], finds: [], only: true },
  {
    name: "a plan for one year lists running projects",
    grids: [longPlan({ A1: "DANH MỤC DỰ ÁN NĂM 2021", D4: null, F4: "2020-2021", F5: "2021", F6: "2021-2022" })],
    finds: [],
    only: true,
  },
  {
    name: "before the plan's year but in the header's phase",
    grids: [phaseYearGrid({ D8: "2016-2018" })],
    finds: [],
    only: true,
  },
  { name: "a quarter of the plan's year", grids: [phaseYearGrid({ D8: "Quý 4/2020" })], finds: [], only: true },
  { name: "a reversed period is told as such", grids: [longPlan({ F4: "2019-2015" })], finds: [] },
  {
    name: "without the plan's years nothing can be compared",
    grids: [longPlan({ A1: "DANH MỤC DỰ ÁN", F4: "1999-2000" })],
    finds: [],
    only: true,
  },
]);
