import { figureCell } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { cellKey } from "../sums/sum-faults.ts";
import { findBrokenParts } from "./plan-parts.ts";
import { planSources } from "./plan-sources.ts";
import { contradictsWords, isExplained, matchPlan, type PlanMatch } from "./plan-totals.ts";
import { PLAN_TEXT } from "./sources.ts";

/** Told only where the plan's words name a source beyond doubt and the total itself agrees. */
export const planSourceMismatch = defineRule({
  id: "plan-source-mismatch",
  severity: "error",
  status: "trusted",
  checks: {
    vi: "Từng nguồn vốn trong kế hoạch khớp phụ lục",
    en: "Each source in the plan's text agrees with the appendix",
  },
  source: PLAN_TEXT,
  fix: "explain",
  says: {
    standard: {
      vi: "Kế hoạch ghi “{label}” {planDong} (ô {planCell}), phụ lục cộng được {sumDong}; lệch {differenceDong}. Xin kiểm tra văn bản kế hoạch hoặc phụ lục.",
      en: "The plan says “{label}”, {planDong} ({planCell}); the appendix adds up to {sumDong}; off by {differenceDong}. Please check the plan's text or the appendix.",
    },
  },
  findInPlan: (plan, subjects, found) => {
    const match = matchPlan(plan, subjects);
    if (!match?.isAgreed) return [];
    const { appendix } = match.total.subject;
    const broken = new Set(findBrokenParts(plan).flatMap(({ whole, parts }) => [whole, ...parts]));
    return planSources(plan, match.total).flatMap(({ amount, columns }) => {
      const source = sumOfSource(match, columns);
      if (!source || amount.dong === null || source.sumDong === amount.dong || contradictsWords(amount)) return [];
      const differenceDong = Math.abs(source.sumDong - amount.dong);
      if (isExplained(match.total.subject, differenceDong) || broken.has(amount)) return [];
      const facts = {
        label: amount.label,
        planDong: amount.dong,
        planCell: `${plan.sheet}!${amount.cell}`,
        sumDong: source.sumDong,
        differenceDong,
        unit: appendix.unit,
      };
      return [found("standard", { sheet: appendix.sheet, cells: source.cells, facts })];
    });
  },
});

function sumOfSource({ total }: PlanMatch, columns: readonly number[]): { sumDong: number; cells: string[] } | null {
  const { appendix, sums } = total.subject;
  const grand = sums.residuals.grandTotals[0];
  const row = grand === undefined ? undefined : appendix.rows[grand];
  if (!row || grand === undefined) return null;
  if (columns.some((column) => sums.implicated.has(cellKey(appendix, { row: grand, column })))) return null;
  return {
    sumDong: columns.reduce((sum, column) => sum + (sums.residuals.printed[column]?.[grand] || 0), 0),
    cells: columns.map((column) => figureCell(appendix, row, column)),
  };
}
