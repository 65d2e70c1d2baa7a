import { defineRule } from "../rule.ts";
import { isExplained, isOtherUnit, matchPlan } from "./plan-totals.ts";
import { PLAN_TEXT } from "./sources.ts";

export const planTotalMismatch = defineRule({
  id: "plan-total-mismatch",
  severity: "error",
  status: "trusted",
  checks: {
    vi: "Tổng phụ lục khớp tổng trong văn bản kế hoạch",
    en: "The appendix's total agrees with the plan's text",
  },
  source: PLAN_TEXT,
  fix: "explain",
  says: {
    standard: {
      vi: "Kế hoạch ghi tổng {planDong} (ô {planCell}), phụ lục cộng được {sumDong}; lệch {differenceDong}. Xin kiểm tra văn bản kế hoạch hoặc phụ lục.",
      en: "The plan says {planDong} in all ({planCell}), the appendix adds up to {sumDong}; off by {differenceDong}. Please check the plan's text or the appendix.",
    },
  },
  findInPlan: (plan, subjects, found) => {
    const match = matchPlan(plan, subjects);
    if (!match || match.isAgreed) return [];
    const { planDong, planCell, total } = match;
    const { appendix } = total.subject;
    const differenceDong = Math.abs(planDong - total.dong);
    if (isExplained(total.subject, differenceDong) || isOtherUnit(planDong, total)) return [];
    const facts = { planDong, planCell, sumDong: total.dong, differenceDong, unit: appendix.unit };
    return [found("standard", { sheet: appendix.sheet, cells: total.cells, facts })];
  },
});
