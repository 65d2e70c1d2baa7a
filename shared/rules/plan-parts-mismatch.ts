import type { Plan, PlanAmount } from "../appendix.ts";
import { readNumberWords } from "../number-words.ts";
import { defineRule } from "../rule.ts";
import { PLAN_TEXT } from "./sources.ts";

/** Where figures and words differ the slip is told there, and the sum is not told again. */
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
    plan.amounts.flatMap((whole, index) => {
      const parts = partsOf(plan, index);
      const sum = parts.reduce((total, part) => total + (part.dong ?? Number.NaN), 0);
      if (parts.length < 2 || whole.dong === null || Number.isNaN(sum) || sum === whole.dong) return [];
      if ([whole, ...parts].some(contradictsWords)) return [];
      const cells = parts.map(({ cell }) => cell);
      const facts = { label: whole.label, printedDong: whole.dong, sumDong: sum, differenceDong: Math.abs(sum - whole.dong), parts: cells, unit: "dong" };
      return [found("standard", { cells: [whole.cell, ...cells], facts })];
    }),
});

/** The lines one level down, up to the next of the same level. */
function partsOf(plan: Plan, index: number): readonly PlanAmount[] {
  const level = plan.amounts[index]?.level ?? 0;
  const parts: PlanAmount[] = [];
  for (const amount of plan.amounts.slice(index + 1)) {
    if (amount.level <= level) break;
    if (amount.level === level + 1) parts.push(amount);
  }
  return parts;
}

function contradictsWords({ dong, words }: PlanAmount): boolean {
  const spelled = words === null ? null : readNumberWords(words);
  return spelled !== null && spelled !== dong;
}
