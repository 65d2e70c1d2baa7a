/** Sums at a glance: what each appendix adds up to by source of money, against what the plan's text says of it. */
import { isMoney, type Appendix, type Plan } from "../../shared/appendix.ts";
import { amountsOf, findShares, isCarried } from "../../shared/consolidation/carried.ts";
import { columnKey, columnsOf, type MoneyColumn } from "../../shared/consolidation/columns.ts";
import { sumDong } from "../../shared/money.ts";
import type { Subject } from "../../shared/rule.ts";
import { planSources } from "../../shared/rules/plan-sources.ts";
import { agrees, contradictsWords, matchPlan, type PlanMatch } from "../../shared/rules/plan-totals.ts";
import { diagnoseSums } from "../../shared/sums/diagnose.ts";
import type { Bundle } from "../../shared/sums/groups.ts";
import type { SourceTotal } from "./report.ts";
import { titleOf } from "./source-titles.ts";

/** In the order of the appendices; nothing for one without money, or whose unit nobody knows. */
export function totalsByAppendix(
  appendices: readonly Appendix[],
  plan: Plan | null,
): readonly (readonly SourceTotal[])[] {
  const match = plan && matchOf(appendices, plan);
  return appendices.map((appendix) => {
    const sums = sumsOf(appendix);
    return plan && match && match.total.subject.appendix === appendix
      ? besidePlan(sums, plan, match)
      : sums.map((sum) => ({ ...sum.total, planDong: null }));
  });
}

/**
 * What of one appendix the plan's text speaks of. Null where several appendices share the plan's money between them, or an
 * appendix adds up the years of one scope of which the plan means one: there is nothing then to set against the plan.
 */
function matchOf(appendices: readonly Appendix[], plan: Plan): PlanMatch | null {
  const subjects = appendices
    .filter(isMoney)
    .map((appendix): Subject => ({ appendix, plan, sums: diagnoseSums(appendix) }));
  const match = matchPlan(plan, subjects);
  if (!match) return null;
  const isShared = match.isAgreed && !agrees(match.total, match.planDong);
  const { bundles } = match.total.subject.sums.residuals;
  return isShared || bundles.filter((bundle) => isOfBundle(bundle, match)).length > 1 ? null : match;
}

interface Sum {
  readonly column: MoneyColumn;
  readonly total: Omit<SourceTotal, "planDong">;
}

/** Of what the line items say. A column that is blank in all of them is left out, and so is a rest of nothing. */
function sumsOf(appendix: Appendix): readonly Sum[] {
  if (appendix.unit === null) return [];
  const columns = columnsOf(appendix).filter(({ source }) => source !== "unsplit");
  const shares = findShares(appendix, columns);
  const said = columns.map((): number[] => []);
  appendix.rows.forEach((row, index) => {
    if (!isCarried(shares.carrying, row, index)) return;
    amountsOf(shares, row, index).forEach((dong, position) => {
      if (dong !== null) said[position]?.push(dong);
    });
  });
  const isAlone = new Set(columns.map(({ kind, scope }) => `${kind} ${scope}`)).size === 1;
  return columns.flatMap((column, position): Sum[] => {
    const amounts = said[position] ?? [];
    const dong = sumDong(amounts);
    if (amounts.length === 0 || (column.source === "unsourced" && dong === 0)) return [];
    return [{ column, total: { label: titleOf(column, isAlone), isWhole: column.source === "total", dong } }];
  });
}

/** A line of the plan that speaks of several columns together ("Ngân sách tỉnh" of two natures) has a total of its own. */
function besidePlan(sums: readonly Sum[], plan: Plan, match: PlanMatch): readonly SourceTotal[] {
  const named = namedIn(sums, plan, match);
  const planDongOf = (sum: Sum): number | null => {
    if (sum.total.isWhole) return isOfBundle(sum.column, match) ? match.planDong : null;
    const own = named.filter(({ of }) => of.length === 1 && of[0] === sum);
    return own.length === 1 ? (own[0]?.planDong ?? null) : null;
  };
  const together = named.flatMap(({ label, planDong, of }): SourceTotal[] =>
    of.length < 2 ? [] : [{ label: { vi: label, en: label }, isWhole: false, dong: addSums(of), planDong }],
  );
  return [...sums.map((sum) => ({ ...sum.total, planDong: planDongOf(sum) })), ...together];
}

const isOfBundle = ({ scope, kind }: Pick<Bundle, "scope" | "kind">, { total }: PlanMatch): boolean =>
  scope === total.bundle.scope && kind === total.bundle.kind;

const addSums = (sums: readonly Sum[]): number | null => {
  const known = sums.flatMap(({ total }) => total.dong ?? []);
  return known.length < sums.length ? null : sumDong(known);
};

interface Named {
  /** The plan's own words. */
  readonly label: string;
  readonly planDong: number;
  readonly of: readonly Sum[];
}

/** An amount whose figures contradict its words says nothing. */
function namedIn(sums: readonly Sum[], plan: Plan, match: PlanMatch): readonly Named[] {
  const { figureColumns } = match.total.subject.appendix;
  const keyOf = (index: number): string => {
    const holds = figureColumns[index]?.holds;
    return holds?.type === "amount" ? columnKey({ ...holds, source: holds }) : "";
  };
  return planSources(plan, match.total).flatMap(({ amount, columns }): Named[] => {
    if (amount.dong === null || contradictsWords(amount)) return [];
    const keys = new Set(columns.map(keyOf));
    const label = amount.label.replace(/^[-–—+*•\s]+/, "");
    return [{ label, planDong: amount.dong, of: sums.filter(({ column }) => keys.has(columnKey(column))) }];
  });
}
