/** What the service does with what it is sent: read, check and weigh it by the round's terms, whatever the sender said of it. */
import type { Appendix, FormId } from "./appendix.ts";
import { checkWorkbook, type WorkbookCheck } from "./check.ts";
import { findCarrying, isCarried } from "./consolidation/carried.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Grid } from "./grid.ts";
import { groupBy } from "./group-by.ts";
import { sumDong } from "./money.ts";
import { findOtherYears } from "./other-years.ts";
import { crashedRule } from "./rules/crashed-rule.ts";
import { isExplained, type Explanation, type JudgedSubmission, type Remarks } from "./submission.ts";
import { headlineTotal } from "./totals.ts";

export { gridsFromWire, type GridsFromWire, type WireGrid } from "./wire-grids.ts";

export interface SubmissionContent {
  readonly sheets: readonly Grid[];
  readonly explanations: readonly Explanation[];
}

/** What a round asks for, and how strictly. */
export interface Policy {
  /** Empty: any form. */
  readonly formsAsked: readonly FormId[];
  readonly severityOverrides: Readonly<Record<string, Severity | "off">>;
  /** Rules whose warnings need an explanation. */
  readonly explainedRules: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
}

/** `explanations` are those that still stand. */
export interface Judged extends JudgedSubmission, Remarks {
  /** What stops it: errors, questions, and warnings that need an explanation and have none. */
  readonly blocking: readonly Finding[];
  /** Nothing in it can be merged: this stops it too, though no finding may say so. */
  readonly noAppendix: boolean;
}

export interface Summary {
  readonly lineItems: number;
  readonly errors: number;
  readonly warnings: number;
  readonly asks: number;
  readonly infos: number;
  /** Of the project lists together; null without one, or when one's total can't be told. */
  readonly totalDong: number | null;
  readonly forms: readonly FormId[];
}

/** Never throws: what can't be read is a finding that stops it. */
export function judgeSubmission({ sheets, explanations }: SubmissionContent, policy: Policy): Judged {
  const check = checkSafely(sheets);
  const appendices = check.sheets.flatMap(({ appendix }) => appendix ?? []);
  const findings = check.findings.flatMap((finding) => weigh(finding, policy.severityOverrides));
  const isAnswered = explainer(explanations);
  const needsWords = new Set(policy.explainedRules);
  const forms = new Set(appendices.map(({ form }) => form));
  return {
    plan: check.plan,
    appendices,
    findings,
    explanations: findStanding(findings, explanations),
    blocking: findings.filter(
      (finding) =>
        finding.severity === "error" ||
        finding.severity === "ask" ||
        (finding.severity === "warning" && needsWords.has(finding.rule) && !isAnswered(finding)),
    ),
    missingForms: policy.formsAsked.filter((form) => !forms.has(form)),
    noAppendix: appendices.length === 0,
    sheetsOfOtherYears: findOtherYears(appendices, check.plan, policy),
  };
}

/** A crash while reading must not look like a pass, nor stop the service. */
function checkSafely(sheets: readonly Grid[]): WorkbookCheck {
  try {
    return checkWorkbook(sheets);
  } catch {
    const sheet = sheets[0]?.name ?? "";
    const found = crashedRule.found(sheet, "standard", { cells: [], facts: { ruleId: "read-sheet" } });
    return { plan: null, sheets: [], findings: [found] };
  }
}

/** The round's own severity for a rule. A crash can't be weighed: nobody knows what it would have found. */
function weigh(finding: Finding, overrides: Policy["severityOverrides"]): readonly Finding[] {
  const asked = overrides[finding.rule];
  if (asked === undefined || finding.rule === crashedRule.id) return [finding];
  return asked === "off" ? [] : [{ ...finding, severity: asked }];
}

const placeOf = ({ rule, sheet }: Pick<Finding, "rule" | "sheet">, cell: string): string => `${rule} ${cell} ${sheet}`;

/** Says whether a finding is explained, without going through all explanations each time. */
function explainer(explanations: readonly Explanation[]): (finding: Finding) => boolean {
  const byPlace = groupBy(explanations, (explanation) => placeOf(explanation, explanation.cell));
  return (finding) => isExplained(finding, byPlace.get(placeOf(finding, finding.cells[0] ?? "")) ?? []);
}

function findStanding(findings: readonly Finding[], explanations: readonly Explanation[]): readonly Explanation[] {
  const byPlace = groupBy(findings, (finding) => placeOf(finding, finding.cells[0] ?? ""));
  return explanations.filter((explanation) =>
    (byPlace.get(placeOf(explanation, explanation.cell)) ?? []).some((finding) => isExplained(finding, [explanation])),
  );
}

const isProjectList = ({ form }: Appendix): boolean => form.startsWith("project-list-");

/** What lists of submissions show of each. */
export function summarise({ appendices, findings }: Pick<Judged, "appendices" | "findings">): Summary {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const totals = appendices.filter(isProjectList).map(headlineTotal);
  const known = totals.flatMap((total) => total ?? []);
  return {
    lineItems: appendices.reduce((sum, appendix) => sum + countLineItems(appendix), 0),
    errors: count("error"),
    warnings: count("warning"),
    asks: count("ask"),
    infos: count("info"),
    totalDong: known.length === 0 || known.length < totals.length ? null : sumDong(known),
    forms: [...new Set(appendices.map(({ form }) => form))],
  };
}

function countLineItems(appendix: Appendix): number {
  const carrying = findCarrying(appendix);
  return appendix.rows.filter((row, index) => isCarried(carrying, row, index)).length;
}
