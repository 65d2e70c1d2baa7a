/** Which appendices are for other years than were asked for, such as last year's file sent again. */
import type { Appendix, Plan, Years } from "./appendix.ts";
import { mayOverlap } from "./period.ts";

export interface YearsAsked {
  readonly fromYear: number;
  readonly toYear: number;
}

/** What the title says, or else the plan; in months. */
export const yearsOf = ({ period }: Pick<Appendix, "period">, plan: Plan | null): Years | null =>
  period ?? plan?.period ?? null;

export const isOfOtherYears = (years: Years | null, { fromYear, toYear }: YearsAsked): boolean =>
  !mayOverlap(years, { from: fromYear * 12, to: toYear * 12 + 11 });

/** Names of sheets, each once. */
export const findOtherYears = (
  appendices: readonly Appendix[],
  plan: Plan | null,
  asked: YearsAsked,
): readonly string[] => [
  ...new Set(appendices.filter((appendix) => isOfOtherYears(yearsOf(appendix, plan), asked)).map(({ sheet }) => sheet)),
];
