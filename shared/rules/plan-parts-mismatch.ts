import { defineRule } from "../rule.ts";
import { findBrokenParts } from "./plan-parts.ts";
import { PLAN_TEXT } from "./sources.ts";

export const planPartsMismatch = defineRule({
  id: "plan-parts-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Các phần trong kế hoạch cộng bằng tổng", en: "The plan's parts add up to its total" },
  source: PLAN_TEXT,
  fix: "explain",
  says: {
    standard: {
      vi: "“{label}” ghi {printedDong}, các phần ở ô {parts} cộng lại {sumDong}; lệch {differenceDong}. Xin kiểm tra văn bản kế hoạch.",
      en: "“{label}” says {printedDong}, its parts in {parts} add up to {sumDong}; off by {differenceDong}. Please check the plan's text.",
    },
  },
  findInPlan: (plan, _subjects, found) =>
    findBrokenParts(plan).map(({ whole, parts, sum }) => {
      const printedDong = whole.dong ?? 0;
      const cells = parts.map(({ cell }) => cell);
      const facts = {
        label: whole.label,
        printedDong,
        sumDong: sum,
        differenceDong: Math.abs(sum - printedDong),
        parts: cells,
        unit: "dong",
      };
      return found("standard", { cells: [whole.cell, ...cells], facts });
    }),
});
