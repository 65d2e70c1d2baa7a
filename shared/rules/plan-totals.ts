/** Shared by the rules on the plan's money: which amounts of the appendices the plan's text speaks of. */
import { figureCell, isMoney, type Plan, type PlanAmount } from "../appendix.ts";
import { UNIT_DONG } from "../money.ts";
import { readNumberWords } from "../number-words.ts";
import { planTotal } from "../reading/plan.ts";
import type { Subject } from "../rule.ts";
import type { Bundle } from "../sums/groups.ts";
import { bundleSum, wholeColumns } from "../sums/residuals.ts";

export interface BundleTotal {
  readonly subject: Subject;
  readonly bundle: Bundle;
  /** As printed in the grand total, or the sum of the rows where none is printed. */
  readonly dong: number;
  readonly cells: readonly string[];
  /** What the rows add up to. */
  readonly sum: number;
}

/** The totals of every scope of an appendix; empty without money or unit. */
function bundleTotals(subject: Subject): readonly BundleTotal[] {
  const { appendix, sums } = subject;
  const { bundles, grandTotals } = sums.residuals;
  if (!isMoney(appendix) || appendix.unit === null) return [];
  const grand = appendix.rows[grandTotals[0] ?? -1];
  return bundles
    .filter(({ kind }) => kind === "planned")
    .map((bundle) => {
      const columns = wholeColumns(bundle);
      const sum = bundleSum(sums.residuals, bundle);
      const printed = grand ? columns.reduce((all, column) => all + printedAt(subject, column), 0) : sum;
      const cells = columns.map((column) =>
        grand ? figureCell(appendix, grand, column) : (appendix.figureColumns[column]?.headerCell ?? ""),
      );
      return { subject, bundle, dong: printed, cells, sum };
    });
}

/** The grand total's figure; a blank one is what it should be. */
function printedAt({ sums }: Subject, column: number): number {
  const value = sums.residuals.printed[column]?.[sums.residuals.grandTotals[0] ?? -1];
  return value === undefined || Number.isNaN(value) ? 0 : value;
}

/** What is off in the sheet's own sums may be all that the plan disagrees with: then it is told there, once. */
export function isExplained({ sums, appendix }: Subject, difference: number): boolean {
  const isUnread = appendix.rows.some((row) => row.unread.length > 0);
  const offs = sums.faults.flatMap(({ totals }) => totals.map(({ printed, sum }) => printed - sum));
  return isUnread || offs.some((off) => Math.abs(off) === Math.abs(difference));
}

/** An amount whose figures contradict its own words is told there. */
export function contradictsWords({ dong, words }: PlanAmount): boolean {
  const spelled = words === null ? null : readNumberWords(words);
  return spelled !== null && spelled !== dong;
}

/** Equal within half of the last digit the sheet shows. */
export function agrees(total: BundleTotal, dong: number): boolean {
  const step = (total.subject.appendix.unit ? UNIT_DONG[total.subject.appendix.unit] : 1) / 2;
  return Math.abs(total.dong - dong) < step || Math.abs(total.sum - dong) < step;
}

const PREFERRED: Readonly<Record<"year" | "phase" | "project", number>> = { year: 0, phase: 1, project: 2 };

export interface PlanMatch {
  readonly planDong: number;
  readonly planCell: string;
  /** The money the plan's text speaks of: what agrees with it, else the year's before the phase's before the project's. */
  readonly total: BundleTotal;
  readonly isAgreed: boolean;
}

export function matchPlan(plan: Plan, subjects: readonly Subject[]): PlanMatch | null {
  const amount = planTotal(plan);
  const totals = subjects.flatMap(bundleTotals).filter(({ sum, dong }) => sum !== 0 || dong !== 0);
  if (!amount || amount.dong === null || contradictsWords(amount) || totals.length === 0) return null;
  const planDong = amount.dong;
  const agreed = totals.find((total) => agrees(total, planDong)) ?? agreeTogether(totals, planDong);
  const preferred = [...totals].sort((a, b) => rank(a) - rank(b))[0];
  const total = agreed ?? preferred;
  return total ? { planDong, planCell: `${plan.sheet}!${amount.cell}`, total, isAgreed: agreed !== undefined } : null;
}

const rank = ({ bundle }: BundleTotal): number => PREFERRED[bundle.scope ?? "project"];

/** Several appendices may share the plan's total between them. */
function agreeTogether(totals: readonly BundleTotal[], planDong: number): BundleTotal | undefined {
  const scopes = new Set(totals.map(({ bundle }) => bundle.scope));
  for (const scope of scopes) {
    const same = totals.filter(({ bundle }) => bundle.scope === scope);
    const together = same.reduce((sum, total) => sum + total.dong, 0);
    if (same.length > 1 && same[0] && agrees({ ...same[0], dong: together, sum: together }, planDong)) return same[0];
  }
  return undefined;
}

/** A thousand or a million times off: the unit line is wrong, and `unit-contradicts-plan` says so. */
export function isOtherUnit(planDong: number, { dong, subject }: BundleTotal): boolean {
  const times = Math.max(planDong, dong) / Math.max(1, Math.min(planDong, dong));
  return subject.appendix.unitFrom === "stated" && [1e3, 1e6, 1e9].includes(times);
}
