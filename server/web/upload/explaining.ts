/** What the officer says of warnings, and what still keeps the file from being submitted. */
import type { StopCounts } from "../../../shared/api/stops.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Finding } from "../../../shared/finding.ts";
import type { Explanation } from "../../../shared/submission.ts";
import type { SentFile } from "./sent-file.ts";

/** The shortest and longest that the service takes (shared/submission.ts). */
const SHORTEST_TEXT = 3;
export const LONGEST_TEXT = 2_000;

/** What is typed, by the place of the finding. */
export type Typed = Readonly<Record<string, string>>;

type Told = Pick<Explanation, "rule" | "variant" | "sheet" | "cell">;

const keyOf = ({ rule, variant, sheet, cell }: Told): string => JSON.stringify([rule, variant, sheet, cell]);

/** A finding's own place: the same in the next file while it is found there too. */
export const placeOf = ({ cells, ...finding }: Finding): string => keyOf({ ...finding, cell: cells[0] ?? "" });

/** What was said of the same places before. */
export const typedOf = (explanations: readonly Explanation[]): Typed =>
  Object.fromEntries(explanations.map((explanation) => [keyOf(explanation), explanation.text]));

/** Only of a warning: an error is to be mended, a question to be answered. */
export const canExplain = ({ severity }: Finding): boolean => severity === "warning";

export const isTooShort = (text: string): boolean => text.trim() !== "" && text.trim().length < SHORTEST_TEXT;

const isExplained = (finding: Finding, typed: Typed): boolean =>
  (typed[placeOf(finding)] ?? "").trim().length >= SHORTEST_TEXT;

/** Each place once, of findings that are still found. */
export function explanationsOf({ findings }: Pick<SentFile, "findings">, typed: Typed): Explanation[] {
  const byPlace = new Map(
    findings
      .filter((finding) => canExplain(finding) && isExplained(finding, typed))
      .map((finding) => [placeOf(finding), finding]),
  );
  return [...byPlace].map(([place, { rule, variant, sheet, cells }]) => ({
    rule,
    variant,
    sheet,
    cell: cells[0] ?? "",
    text: (typed[place] ?? "").trim(),
  }));
}

export interface Stops {
  readonly counts: StopCounts;
  readonly noAppendix: boolean;
  readonly isStopped: boolean;
}

export const mustExplain = (finding: Finding, { explainedRuleIds }: Pick<Round, "explainedRuleIds">): boolean =>
  canExplain(finding) && explainedRuleIds.includes(finding.rule);

/** As the service judges: the findings have the round's own severities already. */
export function stopsOf(file: SentFile, typed: Typed, round: Pick<Round, "explainedRuleIds">): Stops {
  const count = (is: (finding: Finding) => boolean): number => file.findings.filter(is).length;
  const counts = {
    errors: count(({ severity }) => severity === "error"),
    asks: count(({ severity }) => severity === "ask"),
    warnings: count((finding) => mustExplain(finding, round) && !isExplained(finding, typed)),
  };
  const noAppendix = file.appendices === 0;
  return { counts, noAppendix, isStopped: noAppendix || counts.errors + counts.asks + counts.warnings > 0 };
}
