import { figureCell, type AmountHolds, type Plan, type PlanAmount } from "../appendix.ts";
import { facetsOf, type Facets } from "../forms/amount-header.ts";
import { defineRule } from "../rule.ts";
import { cellKey } from "../sums/sum-faults.ts";
import { foldWords } from "../text.ts";
import { findBrokenParts } from "./plan-parts.ts";
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
    return namedParts(plan).flatMap(({ amount, facets }) => {
      const source = sumOfSource(match, facets);
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

/** A part of a part keeps the nature of the part above: "— Trung ương hỗ trợ" under "Nguồn vốn đầu tư phát triển". */
function namedParts(plan: Plan): { amount: PlanAmount; facets: Facets }[] {
  const named: { amount: PlanAmount; facets: Facets }[] = [];
  let above: Facets = { origin: null, nature: null };
  for (const amount of plan.amounts) {
    if (amount.level === 0) continue;
    const own = facetsOfLabel(amount.label);
    if (amount.level === 1) above = own;
    const facets = amount.level === 1 ? own : { origin: own.origin, nature: own.nature ?? above.nature };
    if (facets.origin !== null || facets.nature !== null) named.push({ amount, facets });
  }
  return named;
}

/** "Kinh phí của các đơn vị, địa phương" may be any money that is not the province's: no source is named. */
function facetsOfLabel(label: string): Facets {
  const words = foldWords(label);
  if (/cac don vi|cac dia phuong|long ghep/.test(words)) return { origin: null, nature: null };
  if (/chuong trinh muc tieu/.test(words)) return { origin: "central", nature: null };
  return facetsOf(words);
}

function sumOfSource({ total }: PlanMatch, facets: Facets): { sumDong: number; cells: string[] } | null {
  const { appendix, sums } = total.subject;
  const grand = sums.residuals.grandTotals[0];
  const row = grand === undefined ? undefined : appendix.rows[grand];
  if (!row || grand === undefined) return null;
  const hasCentral = total.bundle.columns.some(
    (column) => holdsOf(appendix.figureColumns[column]?.holds)?.origin === "central",
  );
  const columns = total.bundle.columns.filter((column) => {
    const holds = holdsOf(appendix.figureColumns[column]?.holds);
    return holds !== null && column !== total.bundle.total && isOfSource(holds, facets, hasCentral);
  });
  if (columns.length === 0 || columns.some((column) => sums.implicated.has(cellKey(appendix, { row: grand, column }))))
    return null;
  return {
    sumDong: columns.reduce((sum, column) => sum + (sums.residuals.printed[column]?.[grand] || 0), 0),
    cells: columns.map((column) => figureCell(appendix, row, column)),
  };
}

const holdsOf = (holds: { type: string } | undefined): AmountHolds | null =>
  holds?.type === "amount" ? (holds as AmountHolds) : null;

/** Beside a central column the ones that name no origin are local (Vĩnh Long 2020: TW │ NV ĐTPT │ NV SN). */
function isOfSource(holds: AmountHolds, facets: Facets, hasCentral: boolean): boolean {
  const origin = holds.origin ?? (hasCentral ? "local" : null);
  const isOrigin = facets.origin === null || facets.origin === origin;
  return isOrigin && (facets.nature === null || facets.nature === holds.nature);
}
