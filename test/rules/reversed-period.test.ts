import { TARGETS, gridOf, phaseYearGrid, withCells } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const speaks = (text: string, more: Partial<Case> = {}): Case => ({
  name: `${JSON.stringify(text)} ends before it begins`,
  grids: [phaseYearGrid({ D7: text })],
  finds: ["D7"],
  variant: "standard",
  severity: "error",
  facts: { row: "1. Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh" },
  only: true,
  ...more,
});

const silent = (text: string | number): Case => ({
  name: `${JSON.stringify(text)} does not`,
  grids: [phaseYearGrid({ D7: text })],
  finds: [],
  only: true,
});

testRule("reversed-period", [
  speaks("2021-2019", { facts: { text: "2021-2019" } }),
  speaks("2020 – 2018"),
  speaks("từ 2021 đến 2019"),
  speaks("Từ năm 2020 đến hết năm 2018"),
  speaks("Quý 4/2020 - Quý 1/2020"),
  speaks("12/2020 - 6/2020"),
  speaks("31/12/2020-01/01/2019"),
  speaks("2021-\n2019"),
  {
    name: "a target's deadline",
    grids: [gridOf(withCells(TARGETS, { D3: "2021-2020" }))],
    finds: ["D3"],
    only: true,
  },
  {
    name: "two rows, two findings",
    grids: [phaseYearGrid({ D7: "2021-2019", D11: "2022-2020" })],
    finds: ["D7", "D11"],
  },

  silent("2019-2021"),
  silent(2020),
  silent("2020, 2019"),
  silent("2020 và 2018"),
  silent("2019-20"),
  silent("Quý 1/2020 - Quý 4/2020"),
  silent("Hằng năm"),
]);
