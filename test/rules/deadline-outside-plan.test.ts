import type { Grid } from "../../shared/grid.ts";
import { TARGETS, gridOf, phaseYearGrid, planGrid, withCells, type Value } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const sheet = (changes: Readonly<Record<string, Value>> = {}): Grid =>
  gridOf(withCells(TARGETS, changes), { name: "Chỉ tiêu" });

/** The deadline of the first target (D3), in a plan for 2020. */
const deadline = (text: Value): Pick<Case, "name" | "grids"> => ({
  name: `${JSON.stringify(text)} in a plan for 2020`,
  grids: [sheet({ D3: text })],
});

const planFor = (years: string): Grid => planGrid({ B4: years, B7: null, B8: null, B9: null, B10: null });

testRule("deadline-outside-plan", [
  {
    ...deadline("Quý 1/2021"),
    finds: ["D3"],
    variant: "standard",
    severity: "warning",
    facts: { text: "Quý 1/2021", planYears: "2020", row: "1. Tỷ lệ hồ sơ giải quyết trực tuyến" },
    only: true,
  },
  { ...deadline("Quý IV/2019"), finds: ["D3"], only: true },
  { ...deadline("31/12/2019"), finds: ["D3"], only: true },
  { ...deadline("2021-2025"), finds: ["D3"], only: true },
  { ...deadline(2002), finds: ["D3"], only: true },
  {
    name: "the plan sheet's years come before the title's",
    grids: [planFor("2021"), sheet({ D3: "Quý 1/2021" })],
    finds: ["D4", "D5"],
    facts: { planYears: "2021" },
    only: true,
  },

  { ...deadline("Quý 1/2020"), finds: [], only: true },
  { ...deadline("31/12/2020"), finds: [], only: true },
  { ...deadline(2020), finds: [], only: true },
  { ...deadline("2019-2020"), finds: [], only: true },
  { ...deadline("2020-2025"), finds: [], only: true },
  { ...deadline("Hằng năm"), finds: [], only: true },
  { ...deadline("2022-2021"), finds: [] },
  {
    name: "in a plan for five years",
    grids: [planFor("2020-2025"), sheet({ D3: "Quý 2/2023" })],
    finds: [],
    only: true,
  },
  { name: "without the plan's years", grids: [sheet({ A1: "MỘT SỐ CHỈ TIÊU", D3: "2035" })], finds: [], only: true },
  {
    name: "a project's period is judged by period-outside-plan",
    grids: [phaseYearGrid({ D8: "2021-2025" })],
    finds: [],
  },
]);
