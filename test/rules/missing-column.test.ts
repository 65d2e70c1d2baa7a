import { PHASE_YEAR, SINGLE_AMOUNT, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const single = (changes: Readonly<Record<string, Value>>) => gridOf(withCells(SINGLE_AMOUNT, changes));
const without = (rows: readonly (readonly Value[])[], ...columns: readonly number[]) =>
  gridOf(rows.map((row) => row.filter((_, column) => !columns.includes(column))));

testRule("missing-column", [
  {
    name: "no lead agencies",
    grids: [without(PHASE_YEAR, 2)],
    finds: ["A4"],
    variant: "standard",
    severity: "warning",
    facts: { columnVi: "Đơn vị chủ trì", columnEn: "Lead agency" },
    only: true,
  },
  {
    name: "no periods",
    grids: [without(SINGLE_AMOUNT, 5)],
    finds: ["A3"],
    facts: { columnVi: "Thời gian thực hiện" },
    only: true,
  },
  { name: "a heading nobody knows", grids: [single({ C3: "Người phụ trách" })], finds: ["A3"], only: true },
  { name: "two columns", grids: [without(SINGLE_AMOUNT, 2, 5)], finds: ["A3", "A3"], only: true },
  { name: "columns of the form that may be left out", grids: [without(SINGLE_AMOUNT, 3, 4)], finds: [] },
  { name: "another spelling", grids: [single({ C3: "CƠ QUAN CHỦ TRÌ", F3: "Tiến độ thực hiện" })], finds: [] },
  {
    name: "lead agencies under a group's heading",
    grids: [phaseYearGrid({ C4: "Phân công thực hiện", C5: "Chủ trì" })],
    finds: [],
  },
  { name: "a column more", grids: [single({ I3: "Người liên hệ" })], finds: [] },
]);
