import type { Grid } from "../../shared/grid.ts";
import { TARGETS, gridOf, withCells, type Value } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const sheet = (changes: Readonly<Record<string, Value>>): Grid => gridOf(withCells(TARGETS, changes));

/** The first of three targets (C3); the others are percentages. */
const target = (text: Value, name: string | null = null): Pick<Case, "name" | "grids"> => ({
  name: `${JSON.stringify(text)}${name === null ? "" : ` for "${name}"`} among percentages`,
  grids: [sheet({ C3: text, ...(name === null ? {} : { B3: name }) })],
});

testRule("target-without-unit", [
  {
    ...target(100),
    finds: ["C3"],
    variant: "standard",
    severity: "ask",
    facts: { text: "100", row: "1. Tỷ lệ hồ sơ giải quyết trực tuyến" },
    only: true,
    mendedBy: 0,
  },
  { ...target("100"), finds: ["C3"], only: true, mendedBy: 0 },
  { ...target("12,5"), finds: ["C3"], only: true, mendedBy: 0 },
  { ...target(50, "Dịch vụ công trực tuyến"), finds: ["C3"], only: true },

  { ...target("100%"), finds: [], only: true },
  { ...target("100 %"), finds: [], only: true },
  { ...target("100 giao dịch"), finds: [], only: true },
  { ...target("Hoàn thành"), finds: [], only: true },
  { ...target(0.2), finds: [], only: true },
  { ...target(1), finds: [], only: true },
  { ...target("0,2"), finds: [], only: true },
  { ...target(50, "Số dịch vụ công trực tuyến"), finds: [], only: true },
  { ...target(2000, "Tổng số giao dịch trực tuyến"), finds: [], only: true },
  {
    name: "a percentage kept as a number",
    grids: [gridOf(withCells(TARGETS, { C3: 0.2 }), { formats: { C3: "0%" } })],
    finds: [],
    only: true,
  },
  { name: "where most targets are bare numbers", grids: [sheet({ C3: 100, C4: 80 })], finds: [], only: true },
]);
