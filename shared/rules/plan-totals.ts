/** Shared by the rules on the plan's money: which amounts of the appendices the plan's text speaks of. */
import { figureCell, isMoney, type Plan } from "../appendix.ts";
import { UNIT_DONG } from "../money.ts";
import { planTotal } from "../reading/plan.ts";
import type { Subject } from "../rule.ts";
import type { Bundle } from "../sums/groups.ts";

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
export function bundleTotals(subject: Subject): readonly BundleTotal[] {
  const { appendix, sums } = subject;
  const { bundles, roots, effective, grandTotals } = sums.residuals;
  if (!isMoney(appendix) || appendix.unit === null) return [];
  const grand = appendix.rows[grandTotals[0] ?? -1];
  return bundles
    .filter(({ kind }) => kind === "planned")
    .map((bundle) => {
      const columns = bundle.total >= 0 ? [bundle.total] : bundle.columns;
      const sum = columns.reduce((all, column) => all + roots.reduce((down, root) => down + (effective[column]?.[root] ?? 0), 0), 0);
      const printed = grand ? columns.reduce((all, column) => all + (grand.figures[column] ?? 0), 0) : sum;
      const cells = columns.map((column) => (grand ? figureCell(appendix, grand, column) : (appendix.figureColumns[column]?.headerCell ?? "")));
      return { subject, bundle, dong: printed, cells, sum };
    });
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
  if (!amount || amount.dong === null || totals.length === 0) return null;
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
