import { SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));

testRule("repeated-column", [
  {
    name: "the whole cost twice",
    grids: [single({ H3: "Tổng mức đầu tư/chi phí dự kiến", H4: 1, H5: 2, H6: 3, H7: 6 })],
    finds: ["G3,H3"],
    variant: "standard",
    severity: "error",
    facts: { header: "Tổng mức đầu tư/chi phí dự kiến" },
    only: true,
  },
  {
    name: "a source twice in one group",
    grids: [phaseYearGrid({ H5: "TW" })],
    finds: ["G5,H5"],
    facts: { header: "Tổng kinh phí giai đoạn 2016-2020 › TW" },
    only: true,
  },
  {
    name: "the lead agency twice, in other words",
    grids: [single({ D3: "Đơn vị thực hiện" })],
    finds: ["C3,D3"],
    only: true,
  },
  {
    name: "the period twice",
    grids: [single({ H3: "Thời gian thực hiện", H4: 2021, H5: 2021, H6: 2021 })],
    finds: ["F3,H3"],
    only: true,
  },
  { name: "TW of the phase and TW of the year", grids: [phaseYearGrid()], finds: [] },
  { name: "who leads and who supports", grids: [single({ D3: "Đơn vị phối hợp" })], finds: [] },
  {
    name: "the province's and the districts' money",
    grids: [phaseYearGrid({ G5: "NS tỉnh", H5: "NS huyện" })],
    finds: [],
  },
  { name: "two notes", grids: [single({ E3: "Ghi chú", H3: "Ghi chú" })], finds: [] },
  { name: "two objectives", grids: [single({ E3: "Mục tiêu", H3: "Quy mô đầu tư" })], finds: [] },
]);
