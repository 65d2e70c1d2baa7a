import { defineRule } from "../rule.ts";
import { findNestingFaults } from "./nesting.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const phaseExceedsProject = defineRule({
  id: "phase-exceeds-project",
  severity: "error",
  status: "trusted",
  checks: {
    vi: "Kinh phí giai đoạn, năm không vượt tổng kinh phí dự án",
    en: "The phase's and year's money is within the project's",
  },
  source: FORM_ARITHMETIC,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: kinh phí giai đoạn hoặc năm {small} lớn hơn tổng kinh phí dự án {large}, vượt {difference}. Xin kiểm tra các ô {cells}.",
      en: "{row}: the phase's or year's money, {small}, is more than the project's, {large}, by {difference}. Please check {cells}.",
    },
  },
  find: ({ sums }, found) =>
    findNestingFaults(
      sums,
      (holds) => holds.kind === "planned" && holds.scope !== "project",
      (holds) => holds.kind === "planned" && holds.scope === "project",
    ).map((fault) => found("standard", fault)),
});
