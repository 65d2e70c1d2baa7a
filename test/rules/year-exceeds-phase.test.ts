import { phaseYearGrid } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

/** Item II.1: this year 1.150 (TW 100). The totals above follow, so that no sum is wrong. */
const PHASE_OF_1000 = { F10: 1000, H10: 600, F9: 4500, H9: 3500, F13: 11000, H13: 8000 };
const PHASE_OF_0 = { F10: 0, G10: 0, H10: 0, F9: 3500, G9: 600, H9: 2900, F13: 10000, G13: 2600, H13: 7400 };
const PHASE_OF_1150 = { F10: 1150, H10: 750, F9: 4650, H9: 3650, F13: 11150, H13: 8150 };
const PHASE_BLANK = { ...PHASE_OF_0, F10: null, G10: null, H10: null };
const PHASE_TW_50 = { G10: 50, H10: 1800, G9: 650, H9: 4700, G13: 2650, H13: 9200 };
const PHASE_TW_100 = { G10: 100, H10: 1750, G9: 700, H9: 4650, G13: 2700, H13: 9150 };

testRule("year-exceeds-phase", [
  {
    name: "the year's total is larger than the phase's",
    grids: [phaseYearGrid(PHASE_OF_1000)],
    finds: ["I10,F10"],
    variant: "standard",
    severity: "error",
    facts: {
      row: "1. Phần mềm quản lý ngân sách",
      smallDong: 1150 * MILLION,
      largeDong: 1000 * MILLION,
      differenceDong: 150 * MILLION,
    },
    only: true,
  },
  {
    name: "only the central budget's share is larger than in the phase",
    grids: [phaseYearGrid(PHASE_TW_50)],
    finds: ["J10,G10"],
    facts: { smallDong: 100 * MILLION, largeDong: 50 * MILLION },
    only: true,
  },
  {
    name: "the phase says 0, as in group VI of Vĩnh Long 2020",
    grids: [phaseYearGrid(PHASE_OF_0)],
    finds: ["I10,F10"],
    facts: { largeDong: 0, differenceDong: 1150 * MILLION },
    only: true,
  },
  {
    name: "in another unit",
    grids: [phaseYearGrid({ ...PHASE_OF_1000, L3: "Đơn vị: nghìn đồng" })],
    finds: ["I10,F10"],
    facts: { differenceDong: 150_000, unit: "thousand" },
  },
  {
    name: "of a row wrong in total and in source, one is told",
    grids: [phaseYearGrid({ ...PHASE_OF_1000, G10: 50, H10: 950, G9: 650, H9: 3850, G13: 2650, H13: 8350 })],
    finds: ["I10,F10"],
    only: true,
  },

  { name: "all of the phase's money is for this year", grids: [phaseYearGrid(PHASE_OF_1150)], finds: [], only: true },
  {
    name: "all of the central budget's money is for this year",
    grids: [phaseYearGrid(PHASE_TW_100)],
    finds: [],
    only: true,
  },
  { name: "the phase is left blank", grids: [phaseYearGrid(PHASE_BLANK)], finds: [] },
  { name: "a wrong phase total that the sums already show", grids: [phaseYearGrid({ F10: 1000 })], finds: [] },
  {
    name: "a local share by nature, which no phase column splits",
    grids: [
      phaseYearGrid({
        H12: 1500,
        K12: 1400,
        I12: 1500,
        L12: 100,
        I9: 3650,
        K9: 2300,
        L9: 1100,
        I13: 6850,
        K13: 3800,
        L13: 2100,
      }),
    ],
    finds: [],
    only: true,
  },
]);
