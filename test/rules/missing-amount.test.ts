import { IT_STAFF, SINGLE_AMOUNT, TARGETS, gridOf, phaseYearGrid, withCells, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

/** Item 2 without its money, and the total without it too. */
const second = (amount: Value, more: Readonly<Record<string, Value>> = {}) =>
  gridOf(withCells(SINGLE_AMOUNT, { G5: amount, G7: 14_500, ...more }));
const subItems = (item: Value, ...parts: readonly Value[]) =>
  gridOf([
    ...withCells(SINGLE_AMOUNT, { G5: item }).slice(0, 5),
    ...parts.map((part, index) => ["-", `Hạng mục ${String(index + 1)}`, null, null, null, null, part]),
    ...SINGLE_AMOUNT.slice(5),
  ]);
const blankYear = { I8: null, J8: null, K8: null, L8: null, I6: 1700, J6: 400, K6: 800, L6: 500 };

testRule("missing-amount", [
  {
    name: "an item without money",
    grids: [second(null)],
    finds: ["G5"],
    variant: "standard",
    severity: "warning",
    facts: { count: 1 },
    only: true,
  },
  {
    name: "several are one finding",
    grids: [second(null, { G6: null, G7: 1500 })],
    finds: ["G5,G6"],
    facts: { count: 2 },
    only: true,
  },
  {
    name: "staff in the parts and none in the whole",
    grids: [gridOf(withCells(IT_STAFF, { C5: null, C9: 68 }))],
    finds: ["C5"],
    variant: "whole",
    severity: "warning",
    only: true,
  },
  { name: "0 says that there is none", grids: [second(0)], finds: [] },
  { name: "words say why", grids: [second("Lồng ghép")], finds: [] },
  { name: "the note says why", grids: [second(null, { I3: "Ghi chú", I5: "Lồng ghép với dự án 3" })], finds: [] },
  { name: "the money is in the sub-items", grids: [subItems(null, 20_000, 11_690)], finds: [] },
  { name: "the money is given once for all sub-items", grids: [subItems(31_690, null, null)], finds: [] },
  {
    name: "no money in the plan's year",
    grids: [phaseYearGrid({ ...blankYear, I13: 4350, J13: 650, K13: 1700, L13: 2000 })],
    finds: [],
  },
  { name: "a heading", grids: [gridOf(withCells(SINGLE_AMOUNT, { A8: "II", B8: "Đào tạo" }))], finds: [] },
  { name: "targets", grids: [gridOf(TARGETS)], finds: [] },
  {
    name: "an organisation without any figure",
    grids: [gridOf(withCells(IT_STAFF, { C8: null, D8: null, E8: null, F8: null, G8: null }))],
    finds: [],
  },
]);
