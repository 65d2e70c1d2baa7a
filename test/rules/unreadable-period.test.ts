import { SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const lasting = (...periods: readonly Value[]) =>
  gridOf(
    withCells(SINGLE_AMOUNT, Object.fromEntries(periods.map((period, index) => [`F${String(4 + index)}`, period]))),
  );

testRule("unreadable-period", [
  {
    name: "words without a year",
    grids: [lasting("Sớm nhất có thể")],
    finds: ["F4"],
    variant: "standard",
    severity: "warning",
    facts: { text: "Sớm nhất có thể" },
    only: true,
  },
  { name: "a length without a year", grids: [lasting("36 tháng")], finds: ["F4"], only: true },
  { name: "years without their century", grids: [lasting("21-25")], finds: ["F4"], only: true },
  { name: "a letter in the year", grids: [lasting("2o21")], finds: ["F4"], only: true },
  { name: "a number that is no year", grids: [lasting(44_562)], finds: ["F4"], only: true },
  {
    name: "the same text twice is one finding",
    grids: [lasting("Khi có vốn", "Khi có vốn")],
    finds: ["F4,F5"],
    only: true,
  },
  { name: "two texts are two", grids: [lasting("Khi có vốn", "Chưa rõ")], finds: ["F4", "F5"], only: true },
  { name: "a target's deadline", grids: [gridOf(withCells(TARGETS, { D4: "cuối kỳ" }))], finds: ["D4"], only: true },
  { name: "every year", grids: [lasting("Hằng năm", "Hàng năm", "Thường xuyên")], finds: [] },
  { name: "quarters and months", grids: [lasting("Quý IV/2022", "6/2022-12/2023", "Tháng 6 năm 2022")], finds: [] },
  { name: "ranges", grids: [lasting("2021 - 2025", "2021-\n2025", "Từ năm 2021 đến năm 2025")], finds: [] },
  { name: "lists", grids: [lasting("2021-2025 và năm 2026", "2021, 2022", "2021-25")], finds: [] },
  { name: "a year with a length, a number", grids: [lasting("03 năm (2021-2023)", 2022, "2022")], finds: [] },
  {
    name: "a date cell",
    grids: [gridOf(withCells(SINGLE_AMOUNT, { F4: 44_562 }), { formats: { F4: "mm/yyyy" } })],
    finds: [],
  },
  { name: "nothing", grids: [lasting("-", "…", null)], finds: [] },
  { name: "a section's words", grids: [phaseYearGrid({ D6: "Xem từng dự án" })], finds: [] },
]);
