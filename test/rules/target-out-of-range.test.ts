import type { Grid } from "../../shared/grid.ts";
import { TARGETS, gridOf, withCells, type Value } from "../builders.ts";
import { testRule, type Case } from "./cases.ts";

const sheet = (changes: Readonly<Record<string, Value>>): Grid => gridOf(withCells(TARGETS, changes));

/** The target of "Tỷ lệ hồ sơ giải quyết trực tuyến" (C3), or of the name given (B3). */
const target = (text: Value, name: string | null = null): Pick<Case, "name" | "grids"> => ({
  name: `${name === null ? "a share" : `"${name}"`} of ${JSON.stringify(text)}`,
  grids: [sheet({ C3: text, ...(name === null ? {} : { B3: name }) })],
});

testRule("target-out-of-range", [
  {
    ...target("120%"),
    finds: ["C3"],
    variant: "standard",
    severity: "error",
    facts: { text: "120%", row: "1. Tỷ lệ hồ sơ giải quyết trực tuyến" },
    only: true,
  },
  { ...target("100,5%"), finds: ["C3"], only: true },
  { ...target("Đạt 800 %"), finds: ["C3"], only: true },
  { ...target("-5%"), finds: ["C3"], only: true },
  { ...target("100 đến 105%"), finds: ["C3"], only: true },
  { ...target("120%", "Tỷ lệ cơ quan dùng nền tảng số"), finds: ["C3"], only: true },
  { ...target("120%", "Tỷ lệ hạ tầng được giám sát"), finds: ["C3"], only: true },
  {
    name: "a percentage kept as a number",
    grids: [gridOf(withCells(TARGETS, { C3: 1.2 }), { formats: { C3: "0%" } })],
    finds: ["C3"],
    facts: { text: "120%" },
    only: true,
  },
  { name: "two targets, two findings", grids: [sheet({ C3: "120%", C5: "800%" })], finds: ["C3", "C5"], only: true },

  { ...target("0%"), finds: [], only: true },
  { ...target("100%"), finds: [], only: true },
  { ...target("99,9 %"), finds: [], only: true },
  { ...target("từ 80 đến 90%"), finds: [], only: true },
  { ...target("150%", "Tăng trưởng dịch vụ trực tuyến"), finds: [], only: true },
  { ...target("120%", "Số hồ sơ trực tuyến so với năm 2019"), finds: [], only: true },
  { ...target("tăng 120%"), finds: [], only: true },
  { ...target("150%", "TĂNG TRƯỞNG".normalize("NFD")), finds: [], only: true },
  { ...target("-20%", "Giảm giấy tờ hành chính"), finds: [], only: true },
  { ...target("120 dịch vụ", "Dịch vụ công mức độ 4"), finds: [], only: true },
  { ...target("Hoàn thành", "Nâng cấp cổng thông tin"), finds: [], only: true },
]);
