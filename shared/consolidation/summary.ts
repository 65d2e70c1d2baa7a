/** One version → the little of it that a consolidation keeps: totals, counts, targets. Its line items are not held. */
import { isMoney, textColumn, type Appendix, type FormId, type Years } from "../appendix.ts";
import { SEVERITIES, type Finding, type Severity } from "../finding.ts";
import { sumDong, type Unit } from "../money.ts";
import { yearsOf } from "../other-years.ts";
import { isExplained } from "../submission.ts";
import { columnsOf, type MoneyColumn } from "./columns.ts";
import { countOf, type Count } from "./counts.ts";
import { overlapLineOf, type OverlapLine } from "./overlap-lines.ts";
import { contentKey } from "./repeats.ts";
import { targetsOf, type Target } from "./targets.ts";
import { linesOfAppendix, planNumberOf, type SubmittedVersion } from "./version.ts";

/** "explained": warnings with words said for them, whatever else was explained too. */
export type FindingCounts = Readonly<Record<Severity | "explained", number>>;

export interface AppendixSummary {
  readonly sheet: string;
  readonly form: FormId;
  readonly planNumber: string;
  /** Its title's or its plan's, in months. */
  readonly years: Years | null;
  readonly unit: Unit | null;
  readonly hasMoney: boolean;
  /** It has a column that says the source in words. */
  readonly saysFunding: boolean;
  readonly contentKey: string;
  /** Rows that carry figures of their own. */
  readonly lineItems: number;
  readonly columns: readonly MoneyColumn[];
  /** Whole đồng by its own columns. */
  readonly amounts: readonly (number | null)[];
  /** Those of its columns that some line item says something in: a blank one, or a rest of nothing, is no column. */
  readonly filledColumns: readonly MoneyColumn[];
  readonly targets: readonly Target[];
  readonly count: Count | null;
  readonly overlapLines: readonly OverlapLine[];
}

export interface VersionSummary {
  readonly organisationId: string;
  readonly version: number;
  readonly fileName: string | null;
  readonly appendices: readonly AppendixSummary[];
  /** Of each sheet, by its name. */
  readonly findings: ReadonlyMap<string, FindingCounts>;
}

export function summarizeVersion(version: SubmittedVersion): VersionSummary {
  const { organisationId, fileName } = version;
  return {
    organisationId,
    version: version.version,
    fileName: fileName ?? null,
    appendices: version.appendices.map((appendix) => summarizeAppendix(version, appendix)),
    findings: countFindings(version),
  };
}

function summarizeAppendix(version: SubmittedVersion, appendix: Appendix): AppendixSummary {
  const columns = columnsOf(appendix);
  const amounts = columns.map((): number | null => null);
  const filled = new Set<MoneyColumn>();
  const overlapLines: OverlapLine[] = [];
  let lineItems = 0;
  for (const line of linesOfAppendix(version, appendix, columns)) {
    lineItems++;
    columns.forEach((column, index) => {
      const amount = line.amounts[index] ?? null;
      if (amount === null) return;
      amounts[index] = addDong([amounts[index] ?? 0, amount]);
      if (amount !== 0 || !isRest(column)) filled.add(column);
    });
    if (columns.length > 0) overlapLines.push(overlapLineOf(line, columns));
  }
  return {
    sheet: appendix.sheet,
    form: appendix.form,
    planNumber: planNumberOf(version, appendix),
    years: yearsOf(appendix, version.plan),
    unit: appendix.unit,
    hasMoney: isMoney(appendix),
    saysFunding: textColumn(appendix, "fundingText") !== undefined,
    contentKey: contentKey(version, appendix),
    lineItems,
    columns,
    amounts,
    filledColumns: columns.filter((column) => filled.has(column)),
    targets: targetsOf(version.organisationId, appendix),
    count: countOf(version.organisationId, appendix),
    overlapLines,
  };
}

const isRest = ({ source }: MoneyColumn): boolean => source === "unsplit" || source === "unsourced";

const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, ask: 0, info: 0, explained: 0 };

function countFindings({ findings, explanations }: SubmittedVersion): ReadonlyMap<string, FindingCounts> {
  const bySheet = new Map<string, Record<keyof FindingCounts, number>>();
  for (const finding of findings) {
    const counts = bySheet.get(finding.sheet) ?? { ...NO_FINDINGS };
    counts[finding.severity]++;
    if (finding.severity === "warning" && isExplained(finding, explanations)) counts.explained++;
    bySheet.set(finding.sheet, counts);
  }
  return bySheet;
}

export function addCounts(counts: Iterable<FindingCounts>): FindingCounts {
  const sum: Record<keyof FindingCounts, number> = { ...NO_FINDINGS };
  for (const count of counts) for (const key of [...SEVERITIES, "explained"] as const) sum[key] += count[key];
  return sum;
}

/** One finding with the words said for it. */
export interface ConsolidatedFinding {
  readonly organisationId: string;
  readonly version: number;
  readonly finding: Finding;
  readonly explanation: string | null;
}

export function* findingsOf(version: SubmittedVersion): Generator<ConsolidatedFinding> {
  const { organisationId, findings, explanations } = version;
  for (const finding of findings) {
    const said = explanations.find((explanation) => isExplained(finding, [explanation]));
    yield { organisationId, version: version.version, finding, explanation: said?.text ?? null };
  }
}

/** @throws RangeError when the sum can't be kept exactly: no plan for IT comes near it */
export function addDong(amounts: readonly number[]): number {
  const sum = sumDong(amounts);
  if (sum === null)
    throw new RangeError("tổng vượt quá số Excel giữ được chính xác / a total is larger than can be kept exactly");
  return sum;
}
