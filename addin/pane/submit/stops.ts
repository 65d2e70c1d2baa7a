/** What keeps the workbook from being submitted to a round, as far as it can be told here: the service judges again. */
import type { FormId } from "../../../shared/appendix.ts";
import type { StopCounts } from "../../../shared/api/stops.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Severity } from "../../../shared/finding.ts";
import type { Explanation } from "../../../shared/submission.ts";
import type { CheckReport, TellableFinding } from "../../checking/report.ts";
import { explainer } from "../findings/explained.ts";

export type Terms = Pick<Round, "formIds" | "severityOverrides" | "explainedRuleIds">;

export interface Stops {
  readonly counts: StopCounts;
  /** What is to be mended, answered or explained; errors first. */
  readonly findings: readonly TellableFinding[];
  readonly noAppendix: boolean;
  /** Stops nothing, and must not pass in silence. */
  readonly missingForms: readonly FormId[];
  readonly isStopped: boolean;
  /** Errors and questions of the check that the round lets pass. */
  readonly eased: number;
}

/** A crash can't be weighed: nobody knows what it would have found. */
const CRASH = "crashed-rule";

const isGrave = (severity: Severity | "off"): boolean => severity === "error" || severity === "ask";

/** By the round's own severities, without judging anything anew. */
export function findStops(report: CheckReport, explanations: readonly Explanation[], terms: Terms): Stops {
  const weigh = ({ rule, severity }: TellableFinding): Severity | "off" =>
    rule === CRASH ? severity : (terms.severityOverrides[rule] ?? severity);
  const needsWords = new Set(terms.explainedRuleIds);
  const explanationOf = explainer(explanations);

  const errors = report.findings.filter((finding) => weigh(finding) === "error");
  const asks = report.findings.filter((finding) => weigh(finding) === "ask");
  const warnings = report.findings.filter(
    (finding) => weigh(finding) === "warning" && needsWords.has(finding.rule) && explanationOf(finding) === null,
  );
  const findings = [...errors, ...asks, ...warnings];
  const noAppendix = report.appendices.length === 0;
  const forms = new Set(report.appendices.map(({ form }) => form));
  return {
    counts: { errors: errors.length, asks: asks.length, warnings: warnings.length },
    findings,
    noAppendix,
    missingForms: terms.formIds.filter((form) => !forms.has(form)),
    isStopped: noAppendix || findings.length > 0,
    eased: report.findings.filter((finding) => isGrave(finding.severity) && !isGrave(weigh(finding))).length,
  };
}
