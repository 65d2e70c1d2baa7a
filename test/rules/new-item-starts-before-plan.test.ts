import type { Grid } from "../../shared/grid.ts";
import { SINGLE_AMOUNT, gridOf, planGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** A plan for 2021-2025: item 1 (row 4) is carried over, items 2 and 3 are new. */
const sheet = (changes: Readonly<Record<string, Value>>): Grid => gridOf(withCells(SINGLE_AMOUNT, changes));

/** A plan sheet without amounts. */
const planFor = (years: string): Grid => planGrid({ B4: years, B7: null, B8: null, B9: null, B10: null });

testRule("new-item-starts-before-plan", [
  {
    name: "as item 9 of Nghệ An 2021-2025",
    grids: [sheet({ D6: "Dự án mới", F6: "2020-2022" })],
    finds: ["F6"],
    variant: "standard",
    severity: "error",
    facts: { row: "3. Cổng dịch vụ công của tỉnh", text: "2020-2022", planYears: "2021-2025" },
    only: true,
  },
  { name: "by a quarter", grids: [sheet({ F5: "Quý 4/2020 - 2022" })], finds: ["F5"], only: true },
  { name: "only 'Mới' in the column", grids: [sheet({ D5: "Mới", F5: "2020-2025" })], finds: ["F5"], only: true },
  { name: "capitals", grids: [sheet({ D5: "NHIỆM VỤ MỚI", F5: "2020-2025" })], finds: ["F5"], only: true },
  {
    name: "two items, two findings",
    grids: [sheet({ F5: "2020-2022", F6: "2019-2021" })],
    finds: ["F5", "F6"],
    only: true,
  },
  {
    name: "the plan sheet's years come before the title's",
    grids: [planFor("2022-2026"), sheet({ F5: "2021-2022", F6: "2022-2023" })],
    finds: ["F5"],
    facts: { planYears: "2022-2026" },
    only: true,
  },

  { name: "an item carried over begins before the plan", grids: [sheet({ F4: "2020-2022" })], finds: [], only: true },
  { name: "a new item begins with the plan", grids: [sheet({ F5: "Quý 1/2021 - 2022" })], finds: [], only: true },
  { name: "a new item ended before the plan: the period is outside", grids: [sheet({ F5: "2018-2019" })], finds: [] },
  { name: "nothing says that the item is new", grids: [sheet({ D5: null, F5: "2020-2022" })], finds: [] },
  {
    name: "'mới' only in the name",
    grids: [sheet({ B4: "Trang bị mới máy chủ của tỉnh", F4: "2020-2022" })],
    finds: [],
    only: true,
  },
  {
    name: "without the plan's years nothing can be compared",
    grids: [sheet({ A1: "DANH MỤC DỰ ÁN", F5: "2020-2022" })],
    finds: [],
    only: true,
  },
]);
