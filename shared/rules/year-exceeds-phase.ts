import { defineRule } from "../rule.ts";
import { findNestingFaults } from "./nesting.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const yearExceedsPhase = defineRule({
  id: "year-exceeds-phase",
  severity: "error",
  status: "trusted",
  checks: { vi: "Kinh phí năm không vượt kinh phí giai đoạn", en: "The year's money is within the phase's" },
  source: FORM_ARITHMETIC,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: kinh phí năm {small} lớn hơn kinh phí giai đoạn {large}, vượt {difference}. Xin kiểm tra các ô {cells}.",
      en: "{row}: the year's money, {small}, is more than the phase's, {large}, by {difference}. Please check {cells}.",
    },
  },
  find: ({ sums }, found) =>
    findNestingFaults(
      sums,
      (holds) => holds.kind === "planned" && holds.scope === "year",
      (holds) => holds.kind === "planned" && holds.scope === "phase",
    ).map((fault) => found("standard", fault)),
});
