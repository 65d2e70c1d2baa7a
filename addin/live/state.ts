/** What the pane knows of the workbook while the officer works in it, and what it can do there. */
import type { Edit, Finding } from "../../shared/finding.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import type { Explanation } from "../../shared/submission.ts";
import type { CheckReport, RuleCard, TellableFinding } from "../checking/report.ts";
import type { AppliedFix, CellContent, EntryRule, HostFacts, SaveState, SheetInfo } from "../host/port.ts";
import type { Trouble } from "../host/troubles.ts";
import type { Observed } from "../observed.ts";

/** Which of the layers last ran: the pane says so honestly. */
export type Occasion =
  /** The pane has just been opened. */
  | "opened"
  /** A cell was changed, or a formula came to something else. */
  | "live"
  /** Our own button: checked, then saved. */
  | "saved-here"
  /** Excel saved by itself, or by Ctrl+S: checked right after. */
  | "saved-by-excel"
  | "asked";

export interface LastCheck {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly occasion: Occasion;
}

/** What a paste took away from one sheet, and can be put back. */
export interface Loss {
  readonly id: number;
  readonly sheetId: string;
  readonly sheet: string;
  /** "F8:H12": what was pasted over. */
  readonly pasted: string;
  /** Formulas (totals among them) that are constants now. */
  readonly formulas: readonly LostFormula[];
  /** Drop-downs and other rules of entry that are gone. */
  readonly entryRules: readonly EntryRule[];
}

export interface LostFormula {
  readonly cell: string;
  /** With its "=". */
  readonly formula: string;
  /** What stands there now. */
  readonly now: CellContent["value"];
}

/** A fix of ours that can be taken back. */
export interface DoneFix {
  readonly id: number;
  readonly sheet: string;
  /** The findings' sentences. */
  readonly messages: readonly string[];
  readonly applied: AppliedFix;
}

export interface LiveState {
  readonly phase: "starting" | "reading" | "checking" | "ready";
  readonly facts: HostFacts;
  readonly sheets: readonly SheetInfo[];
  readonly report: CheckReport | null;
  readonly lastCheck: LastCheck | null;
  /** Something has changed since the last check; the next is on its way. */
  readonly isStale: boolean;
  readonly save: SaveState;
  /** By the sheet's name. */
  readonly selection: { readonly sheet: string; readonly cells: string } | null;
  /** Kept with the workbook; those whose finding is gone stay until the workbook is submitted. */
  readonly explanations: readonly Explanation[];
  readonly marksShown: boolean;
  readonly done: readonly DoneFix[];
  readonly losses: readonly Loss[];
  /** What Excel refused last; shown until dismissed or until something succeeds. */
  readonly trouble: Trouble | null;
}

export interface CellChange {
  readonly cell: string;
  /** As it stands: a formula with its "=". */
  readonly old: string | number | boolean;
  readonly new: string | number | boolean;
}

export interface Live extends Observed<LiveState> {
  checkNow(): Promise<void>;
  /** Never refuses to save. */
  checkAndSave(): Promise<void>;
  /** `sheet` by name. */
  goTo(sheet: string, cells: readonly string[]): Promise<void>;
  /** What a fix would change. `option` of a "choose" fix: 0 the first. */
  preview(finding: Finding, option: number): readonly CellChange[];
  /** One undo of ours for each finding. */
  applyFix(finding: TellableFinding, option: number): Promise<boolean>;
  /** All of one sheet in one batch; stops at the first refusal. @returns how many were applied */
  applyFixes(findings: readonly TellableFinding[]): Promise<number>;
  /** What settles a conflict, in one undo of ours: all or none, as a fix is. `sheet` by name. */
  applyEdits(sheet: string, edits: readonly Edit[]): Promise<boolean>;
  /** Takes back the newest fix. */
  undo(): Promise<void>;
  /** An empty text takes the explanation away. */
  explain(finding: Finding, text: string): void;
  showMarks(on: boolean): Promise<void>;
  putBack(loss: Loss): Promise<void>;
  dismissLoss(loss: Loss): void;
  dismissTrouble(): void;
  setLanguage(language: Language): void;
  why(ruleId: string): Promise<RuleCard | null>;
  /** Reads all sheets anew: what is submitted is what is in the workbook now. Null when Excel refuses (see `trouble`). */
  readAll(): Promise<readonly Grid[] | null>;
  close(): Promise<void>;
}
