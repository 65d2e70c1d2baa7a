import { phaseYearGrid } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const speaks = (text: string, more: Partial<Case> = {}): Case => ({
  name: `${JSON.stringify(text)} is a range of one year`,
  grids: [phaseYearGrid({ D8: text })],
  finds: ["D8"],
  variant: "standard",
  severity: "warning",
  facts: { year: "2020" },
  only: true,
  mendedBy: 0,
  ...more,
});

const silent = (text: string | number): Case => ({
  name: `${JSON.stringify(text)} is none`,
  grids: [phaseYearGrid({ D8: text })],
  finds: [],
  only: true,
});

testRule("same-year-period", [
  speaks("2020-2020"),
  speaks("2020 – 2020"),
  speaks("Năm 2020 - 2020"),
  speaks("từ 2020 đến 2020"),
  speaks("2020-20"),
  speaks("2019-2019", { facts: { year: "2019", text: "2019-2019" } }),

  silent("2020"),
  silent(2020),
  silent("2019-2020"),
  silent("2020, 2020"),
  silent("Quý 1/2020 - Quý 4/2020"),
  silent("1/2020-12/2020"),
  silent("01/01/2020-31/12/2020"),
]);
