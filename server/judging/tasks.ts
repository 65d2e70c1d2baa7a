/** What the judging threads are asked, and what they answer. What may be large travels as text or bytes, which costs a copy and no more. */
import type { ToldFinding } from "../../shared/api/findings.ts";
import type { StopCounts } from "../../shared/api/stops.ts";
import type { VersionSummary } from "../../shared/consolidation/summary.ts";
import type { Policy, Summary } from "../../shared/judge.ts";
import type { Remarks } from "../../shared/submission.ts";
import type { GridsFromWire } from "../../shared/wire-grids.ts";
import type { StoredLines } from "../store/stored-lines.ts";
import type { RefusalCode } from "../workbook/refusals.ts";

/** A workbook as it came. */
export interface SentWorkbook {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Either a workbook as it came, or sheets that have the contract's shape. */
export type SentContent =
  | (SentWorkbook & { readonly kind: "workbook"; readonly explanations: string })
  | { readonly kind: "sheets"; readonly sheets: string; readonly explanations: string };

export interface JudgeTask {
  readonly content: SentContent;
  readonly policy: Policy;
  /** What the lines are matched against; of several organisations where they were merged into one. */
  readonly before: readonly StoredLines[];
}

export type GivenTwice = Extract<GridsFromWire, { ok: false }>["code"];

/** Content that can be told from no other: a sheet, row or cell given twice; or content that would take too much. */
export type Refused =
  | { readonly ok: false; readonly why: "refused"; readonly code: RefusalCode; readonly sheet: string }
  | { readonly ok: false; readonly why: "given-twice"; readonly code: GivenTwice; readonly at: string };

export interface JudgedContent {
  readonly ok: true;
  /** {explanations, sheets}, canonical: the version's hash is taken of it. */
  readonly content: string;
  readonly sha256: string;
  /** {plan, appendices, findings, explanations} */
  readonly judged: string;
  /** Key of the line → its identity. */
  readonly lineIds: string;
  readonly sheetNames: readonly string[];
  readonly summary: Summary;
  readonly remarks: Remarks;
  readonly stops: Stops;
}

/** What keeps it from being submitted. */
export interface Stops {
  readonly noAppendix: boolean;
  readonly count: number;
  /** By kind. */
  readonly counts: StopCounts;
  /** The first of them. */
  readonly findings: readonly ToldFinding[];
}

export type JudgeReply = JudgedContent | Refused;

/** For who has sent a file and is told at once what is found in it. */
export type FileReply =
  | { readonly ok: true; /** {plan, appendices, findings, missingForms, sheetsOfOtherYears} */ readonly answer: string }
  | Refused;

/** The sheets of a workbook, for who only looks at them. */
export type SheetsReply = { readonly ok: true; /** {sheets} */ readonly answer: string } | Refused;

/** Somebody else has submitted meanwhile. */
export interface CompareTask {
  /** The version that was worked on; null when it is not known. */
  readonly base: StoredLines | null;
  readonly latest: StoredLines;
  /** {plan, appendices, …} of what was sent. */
  readonly mine: string;
}

/** A stored version, to be shown. */
export interface DescribeTask {
  readonly content: string;
  readonly judged: string;
  readonly lineIds: Readonly<Record<string, string>>;
}

/** A stored version, to be added to the round's sums. */
export interface SummariseTask {
  readonly organisationId: string;
  readonly version: number;
  readonly judged: string;
}

export interface Summarised {
  readonly ok: true;
  /** Without what only a whole consolidation shows: targets, counts, line items. */
  readonly summary: VersionSummary;
  /** OverlapLine[] as JSON: those of its appendices whose money is added. */
  readonly lines: Uint8Array;
  readonly lineCount: number;
}

export type SummaryReply = Summarised | { readonly ok: false; readonly why: "amount-too-large" } | Refused;

/** Each OverlapLine[] as JSON, one of each version. */
export interface OverlapsTask {
  readonly own: Uint8Array;
  readonly others: readonly Uint8Array[];
}
