import type { Grid } from "../../shared/grid.ts";
import { PLAN, gridOf, phaseYearGrid, planGrid, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const MILLION = 1_000_000;

/** The plan's total with these parts below it, in rows 8 and on, without words. */
const planOf = (...parts: readonly (readonly [string, Value])[]): Grid =>
  gridOf([...PLAN.slice(0, 7), ...parts], { name: "Kế hoạch" });

testRule("plan-parts-mismatch", [
  {
    name: "a part is too small",
    grids: [planGrid({ B8: "2.300 triệu đồng", C8: "hai tỷ ba trăm triệu đồng" })],
    finds: ["B7,B8,B9,B10"],
    variant: "standard",
    severity: "error",
    facts: {
      label: "Kinh phí thực hiện",
      printedDong: 5850 * MILLION,
      sumDong: 5750 * MILLION,
      differenceDong: 100 * MILLION,
      parts: ["B8", "B9", "B10"],
    },
    only: true,
  },
  {
    name: "the total is too large",
    grids: [planGrid({ B7: "6 tỷ đồng", C7: "sáu tỷ đồng" })],
    finds: ["B7,B8,B9,B10"],
    facts: { printedDong: 6000 * MILLION, differenceDong: 150 * MILLION },
    only: true,
  },
  {
    name: "parts of a part",
    grids: [
      planOf(
        ["Ngân sách địa phương", "4.900 triệu đồng"],
        ["- Vốn đầu tư", "2.300 triệu đồng"],
        ["- Vốn sự nghiệp", "2.500 triệu đồng"],
        ["Trung ương hỗ trợ", "950 triệu đồng"],
      ),
    ],
    finds: ["B8,B9,B10"],
    facts: { label: "Ngân sách địa phương", sumDong: 4800 * MILLION },
    only: true,
  },
  {
    name: "a part that agrees neither with its own parts nor with the total is told once",
    grids: [
      planOf(
        ["Ngân sách địa phương", "4.800 triệu đồng"],
        ["- Vốn đầu tư", "2.400 triệu đồng"],
        ["- Vốn sự nghiệp", "2.500 triệu đồng"],
        ["Trung ương hỗ trợ", "950 triệu đồng"],
      ),
    ],
    finds: ["B8,B9,B10"],
    facts: { printedDong: 4800 * MILLION, sumDong: 4900 * MILLION },
    only: true,
  },
  {
    name: "off by one đồng",
    grids: [planOf(["Ngân sách tỉnh", "4.900.000.001 đồng"], ["Trung ương", "950 triệu đồng"])],
    finds: ["B7,B8,B9"],
    facts: { differenceDong: 1 },
    only: true,
  },

  { name: "a right plan", grids: [planGrid(), phaseYearGrid()], finds: [], only: true },
  {
    name: "parts of parts count only in their part",
    grids: [
      planOf(
        ["Ngân sách địa phương", "4.900 triệu đồng"],
        ["- Vốn đầu tư", "2.400 triệu đồng"],
        ["- Vốn sự nghiệp", "2.500 triệu đồng"],
        ["Trung ương hỗ trợ", "950 triệu đồng"],
      ),
    ],
    finds: [],
    only: true,
  },
  {
    name: "parts in different units",
    grids: [planOf(["Ngân sách tỉnh", "4,9 tỷ đồng"], ["Trung ương", 950 * MILLION])],
    finds: [],
    only: true,
  },
  {
    name: "one part alone need not be all",
    grids: [planOf(["Trong đó ngân sách tỉnh", "4.900 triệu đồng"])],
    finds: [],
    only: true,
  },
  { name: "only a total", grids: [planOf()], finds: [], only: true },
  { name: "a part without an amount", grids: [planGrid({ B8: "theo dự toán" })], finds: [], only: true },
  {
    name: "a part whose own words contradict it is told there",
    grids: [planGrid({ B8: "2.300 triệu đồng" })],
    finds: [],
  },
  {
    name: "a total whose own words contradict it is told there",
    grids: [planGrid({ B7: "5.580 triệu đồng" })],
    finds: [],
  },
]);
