import { defineRule } from "../rule.ts";
import { findNestingFaults } from "./nesting.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const disbursedExceedsPlanned = defineRule({
  id: "disbursed-exceeds-planned",
  severity: "error",
  status: "trusted",
  checks: {
    vi: "Kinh phí đã giải ngân không vượt kinh phí kế hoạch",
    en: "What is disbursed is within what was planned",
  },
  source: FORM_ARITHMETIC,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: kinh phí đã giải ngân {small} lớn hơn kinh phí kế hoạch {large}, vượt {difference}. Xin kiểm tra các ô {cells}.",
      en: "{row}: the money disbursed, {small}, is more than the money planned, {large}, by {difference}. Please check {cells}.",
    },
  },
  find: ({ sums }, found) =>
    findNestingFaults(
      sums,
      (holds) => holds.kind === "disbursed",
      (holds) => holds.kind === "planned",
    ).map((fault) => found("standard", fault)),
});
