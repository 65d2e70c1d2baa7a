/** The plan's amounts and the parts they are said to be made of. */
import type { Plan, PlanAmount } from "../appendix.ts";
import { contradictsWords } from "./plan-totals.ts";

export interface BrokenParts {
  readonly whole: PlanAmount;
  readonly parts: readonly PlanAmount[];
  readonly sum: number;
  /** The one amount in two failing sums, whose change would settle both. */
  readonly located: PlanAmount | null;
}

/** Amounts whose parts do not add up. Where figures and words differ the slip is told there, and the sum is not told again. */
export function findBrokenParts(plan: Plan): readonly BrokenParts[] {
  const broken = plan.amounts.flatMap((whole, index): BrokenParts[] => {
    const parts = partsOf(plan, index);
    const sum = parts.reduce((total, part) => total + (part.dong ?? Number.NaN), 0);
    if (parts.length < 2 || whole.dong === null || Number.isNaN(sum) || sum === whole.dong) return [];
    return [whole, ...parts].some(contradictsWords) ? [] : [{ whole, parts, sum, located: null }];
  });
  return mergeCrossing(broken);
}

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

/** A part of one failing sum that is the whole of another, off by as much: one slip. */
function mergeCrossing(broken: readonly BrokenParts[]): readonly BrokenParts[] {
  const inner = broken.find((candidate) => broken.some((outer) => crosses(outer, candidate)));
  if (!inner) return broken;
  const outer = broken.find((candidate) => crosses(candidate, inner));
  return broken.flatMap((sum) => (sum === outer ? [] : [sum === inner ? { ...inner, located: inner.whole } : sum]));
}

const crosses = (outer: BrokenParts, inner: BrokenParts): boolean =>
  outer.parts.includes(inner.whole) && outer.sum - (outer.whole.dong ?? 0) === (inner.whole.dong ?? 0) - inner.sum;
