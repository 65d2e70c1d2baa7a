/** What the page and the checking thread say to each other. Types only. */
import type { Grid, GridRow } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import type { CheckReport, RuleCard, TellableFinding } from "./report.ts";

/** A long sheet is sent in portions, so that no message takes the page long. */
export type ToThread =
  | { readonly kind: "sheet"; readonly sheetId: number; readonly sheet: Omit<Grid, "rows"> }
  /** The next rows of a sheet. */
  | { readonly kind: "rows"; readonly sheetId: number; readonly rows: readonly GridRow[] }
  /** Sheets that it does not name are forgotten. */
  | {
      readonly kind: "check";
      readonly checkId: number;
      readonly sheetIds: readonly number[];
      readonly language: Language;
    }
  | { readonly kind: "why"; readonly whyId: number; readonly ruleId: string };

/** Findings come before the report that they belong to. */
export type FromThread =
  | { readonly kind: "findings"; readonly checkId: number; readonly findings: readonly TellableFinding[] }
  | { readonly kind: "report"; readonly checkId: number; readonly report: Omit<CheckReport, "findings"> }
  | { readonly kind: "why"; readonly whyId: number; readonly card: RuleCard | null };

/** A thread as the checker needs it, whether it runs in a browser or in Node. */
export interface Thread {
  post(message: ToThread): void;
  stop(): void;
}

export interface ThreadListener {
  hear(message: FromThread): void;
  /** It will not answer any more. */
  die(why: string): void;
}

export type StartThread = (listener: ThreadListener) => Thread;
