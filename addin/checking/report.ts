/** What the checking thread answers: findings in words, and what each appendix adds up to. */
import type { FormId } from "../../shared/appendix.ts";
import type { Finding, Severity } from "../../shared/finding.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Language, Unit } from "../../shared/money.ts";
import type { Bilingual } from "../../shared/rule.ts";

export interface TellableFinding extends Finding {
  /** The same for the same fault at the same cell, from one check to the next; moves with its cell. */
  readonly key: string;
  /** In the language that was asked for. */
  readonly message: string;
}

/** One source of money (or the whole) of an appendix, against what the plan's text says of it. */
export interface SourceTotal {
  readonly label: Bilingual;
  readonly isWhole: boolean;
  /** Whole đồng; null when the sum can't be kept exactly. */
  readonly dong: number | null;
  /** Null where the plan's text says nothing of it. */
  readonly planDong: number | null;
}

export interface AppendixReport {
  readonly sheet: string;
  readonly form: FormId;
  readonly formTitle: Bilingual;
  readonly title: string;
  readonly unit: Unit | null;
  readonly lineItems: number;
  /** In the order of a consolidation's columns; empty where the form has no money. */
  readonly totals: readonly SourceTotal[];
  /** "A5:L39": header, rows and totals; what the paste guard watches. */
  readonly area: string;
}

export interface CheckReport {
  readonly language: Language;
  /** By sheet, then by cell. */
  readonly findings: readonly TellableFinding[];
  readonly appendices: readonly AppendixReport[];
  /** The sheet with the plan's text; null without one. */
  readonly planSheet: string | null;
  /** Time in the thread alone. */
  readonly tookMs: number;
}

/** Why a finding is found: what the rule checks and on what ground. */
export interface RuleCard {
  readonly id: string;
  readonly severity: Severity;
  readonly isTrial: boolean;
  readonly checks: Bilingual;
  readonly source: Bilingual;
}

export interface Checker {
  /** All sheets of the workbook as they are now. A grid given before is not sent again. */
  check(sheets: readonly Grid[], language: Language): Promise<CheckReport>;
  why(ruleId: string): Promise<RuleCard | null>;
  close(): void;
}
