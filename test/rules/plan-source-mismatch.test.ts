import type { Grid } from "../../shared/grid.ts";
import { PLAN, gridOf, phaseYearGrid, planGrid, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

/** The year of PHASE_YEAR has TW 950, NV ĐTPT 2.400 and NV SN 2.500. Parts in rows 8 and on, without words. */
const planOf = (...parts: readonly (readonly [string, Value])[]): Grid =>
  gridOf([...PLAN.slice(0, 7), ...parts], { name: "Kế hoạch" });

testRule("plan-source-mismatch", [
  {
    name: "one part too small and one too large: the total still agrees",
    grids: [
      planOf(
        ["Vốn đầu tư từ ngân sách địa phương", "2.300 triệu đồng"],
        ["Vốn sự nghiệp từ ngân sách địa phương", "2.600 triệu đồng"],
        ["Kinh phí Trung ương hỗ trợ", "950 triệu đồng"],
      ),
      phaseYearGrid(),
    ],
    finds: ["K13", "L13"],
    variant: "standard",
    severity: "error",
    facts: {
      label: "Vốn đầu tư từ ngân sách địa phương",
      planDong: 2300 * MILLION,
      sumDong: 2400 * MILLION,
      differenceDong: 100 * MILLION,
      planCell: "Kế hoạch!B8",
    },
    only: true,
  },
  {
    name: "the columns that name no origin are local beside a central one",
    grids: [planOf(["Ngân sách tỉnh", "4.800 triệu đồng"], ["Trung ương", "1.050 triệu đồng"]), phaseYearGrid()],
    finds: ["J13", "K13,L13"],
    facts: { planCell: "Kế hoạch!B9", sumDong: 950 * MILLION },
    only: true,
  },
  {
    name: "a target programme is central money",
    grids: [
      planOf(["Chương trình mục tiêu CNTT", "900 triệu đồng"], ["Phần còn lại", "4.950 triệu đồng"]),
      phaseYearGrid(),
    ],
    finds: ["J13"],
    only: true,
  },
  {
    name: "a part of a part keeps the nature above it",
    grids: [
      planOf(
        ["Vốn đầu tư phát triển", "2.400 triệu đồng"],
        ["- Trung ương hỗ trợ", "100 triệu đồng"],
        ["- Địa phương", "2.300 triệu đồng"],
        ["Phần còn lại", "3.450 triệu đồng"],
      ),
      phaseYearGrid(),
    ],
    finds: ["K13"],
    facts: { label: "- Địa phương", planDong: 2300 * MILLION },
    only: true,
  },

  { name: "a right plan", grids: [planGrid(), phaseYearGrid()], finds: [], only: true },
  {
    name: "both natures of the local budget together",
    grids: [planOf(["Ngân sách địa phương", "4.900 triệu đồng"], ["Trung ương", "950 triệu đồng"]), phaseYearGrid()],
    finds: [],
    only: true,
  },
  {
    name: "'Kinh phí của các đơn vị, địa phương' names no source",
    grids: [
      planOf(
        ["Kinh phí của các đơn vị, địa phương", "2.400 triệu đồng"],
        ["Kinh phí còn lại", "2.500 triệu đồng"],
        ["Kinh phí Trung ương hỗ trợ", "950 triệu đồng"],
      ),
      phaseYearGrid(),
    ],
    finds: [],
    only: true,
  },
  {
    name: "'lồng ghép' names no source",
    grids: [
      planOf(["Lồng ghép các chương trình của tỉnh", "850 triệu đồng"], ["Kinh phí khác", "5 tỷ đồng"]),
      phaseYearGrid(),
    ],
    finds: [],
    only: true,
  },
  {
    name: "the total itself does not agree: it is told first",
    grids: [planGrid({ B7: "5.900 triệu đồng", C7: null, B10: "1 tỷ đồng", C10: null }), phaseYearGrid()],
    finds: [],
  },
  {
    name: "a part whose own words contradict it is told there",
    grids: [planGrid({ B8: "2.300 triệu đồng" }), phaseYearGrid()],
    finds: [],
  },
  {
    name: "a part that does not add up in the plan itself is told there",
    grids: [planOf(["Ngân sách tỉnh", "4.800 triệu đồng"], ["Trung ương", "950 triệu đồng"]), phaseYearGrid()],
    finds: [],
  },
  {
    name: "a grand total whose own sources are in doubt",
    grids: [
      planOf(["Trung ương", "900 triệu đồng"], ["Phần còn lại", "4.950 triệu đồng"]),
      phaseYearGrid({ J13: 900 }),
    ],
    finds: [],
  },
  {
    name: "a source the appendix has no column for",
    grids: [planOf(["Vốn vay ODA", "950 triệu đồng"], ["Phần còn lại", "4.900 triệu đồng"]), phaseYearGrid()],
    finds: [],
    only: true,
  },
]);
