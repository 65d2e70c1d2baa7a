import { gridOf, phaseYearGrid, planGrid, type Value } from "../builders.ts";
import { testRule } from "./cases.ts";

const inUnit = (line: Value) => phaseYearGrid({ L3: line });
const planOf = (total: string) => planGrid({ B7: total, C7: null });

testRule("unit-contradicts-plan", [
  {
    name: "thousand where the plan means million",
    grids: [planGrid(), inUnit("Đơn vị: nghìn đồng")],
    finds: ["L3"],
    variant: "standard",
    severity: "error",
    facts: { statedUnit: "thousand", agreesUnit: "million", planDong: 5_850_000_000 },
    mendedBy: 0,
  },
  {
    name: "billion where the plan means million",
    grids: [planGrid(), inUnit("ĐVT: tỷ đồng")],
    finds: ["L3"],
    mendedBy: 0,
  },
  {
    name: "million where the plan means đồng",
    grids: [planOf("5.850 đồng"), inUnit("ĐVT: triệu đồng")],
    finds: ["L3"],
    facts: { statedUnit: "million", agreesUnit: "dong" },
    mendedBy: 0,
  },
  { name: "the unit agrees", grids: [planGrid(), phaseYearGrid()], finds: [] },
  { name: "no plan to compare with", grids: [inUnit("Đơn vị: nghìn đồng")], finds: [] },
  { name: "the plan counts in another unit, and agrees", grids: [planOf("5,85 tỷ đồng"), phaseYearGrid()], finds: [] },
  { name: "the plan's total is the phase's", grids: [planOf("11.850 triệu đồng"), phaseYearGrid()], finds: [] },
  { name: "no unit makes them agree", grids: [planOf("5.851 triệu đồng"), phaseYearGrid()], finds: [] },
  { name: "no unit is stated", grids: [planGrid(), inUnit(null)], finds: [] },
  { name: "the plan has no amount", grids: [planOf("chưa xác định"), inUnit("ĐVT: nghìn đồng")], finds: [] },
  { name: "a sheet without money", grids: [planGrid(), gridOf([["Ghi chú"]])], finds: [] },
]);
