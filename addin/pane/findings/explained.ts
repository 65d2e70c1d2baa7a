/** What the officer has said of a finding; as shared/submission.ts reads it, without its schemas. */
import type { Finding } from "../../../shared/finding.ts";
import type { Explanation } from "../../../shared/submission.ts";

/** The shortest and longest that the service takes. */
export const SHORTEST_TEXT = 3;
export const LONGEST_TEXT = 2_000;

/** Only of a warning: an error is to be mended, a question to be answered. */
export const canExplain = ({ severity }: Finding): boolean => severity === "warning";

const placeOf = (rule: string, variant: string, at: string): string => `${rule} ${variant} ${at}`;

/** Text by finding, for many findings. */
export function explainer(explanations: readonly Explanation[]): (finding: Finding) => string | null {
  const texts = new Map(
    explanations.map(({ rule, variant, sheet, cell, text }) => [placeOf(rule, variant, `${cell} ${sheet}`), text]),
  );
  return ({ rule, variant, sheet, cells }) => texts.get(placeOf(rule, variant, `${cells[0] ?? ""} ${sheet}`)) ?? null;
}
