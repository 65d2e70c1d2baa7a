/**
 * All that the pane knows of the program the workbook is open in. Types only: who stands behind it may be Excel, or the
 * simulated host of the demonstration. Sheets are named by id or by name; cells as "F12"; areas as "F8:F11,H8".
 */
import type { Edit, Severity } from "../../shared/finding.ts";
import type { CellValue, Grid } from "../../shared/grid.ts";
import type { Move } from "../../shared/moved-areas.ts";
import type { Trouble } from "./troubles.ts";

/** Troubles of the outside world are results; faults of this program are thrown. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** `asked`: the officer waits for it, so it waits until a cell has been left. `background`: it must disturb nothing. */
export type Occasion = "asked" | "background";

export interface HostFacts {
  readonly platform: "windows" | "mac" | "web" | "other";
  /** 14 for ExcelApi 1.14. */
  readonly apiVersion: number;
  /** Of the program's own words: "vi-VN". */
  readonly language: string;
  /** Without it, tall merged cells and merged headers are read as if nothing were merged. */
  readonly readsMergedAreas: boolean;
  readonly insertsSheets: boolean;
  /** What we write joins the officer's undo. Without it, writing empties the undo: only do it when asked to. */
  readonly keepsUndo: boolean;
  /** All edits of a fix are one step of the officer's undo. */
  readonly groupsUndo: boolean;
}

export interface SheetInfo {
  /** Stays the same when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly isActive: boolean;
  readonly isProtected: boolean;
}

export interface Mark {
  readonly severity: Severity;
  readonly cells: readonly string[];
}

/** What a fix changed: enough to take it back. After rows came or went, its cells are to be moved along (`moveFix`). */
export interface AppliedFix {
  readonly sheet: string;
  readonly cells: readonly AppliedEdit[];
}

export interface AppliedEdit {
  readonly cell: string;
  readonly before: CellContent;
  readonly after: CellContent;
}

export interface CellContent {
  readonly value: CellValue;
  /** With its "="; null for a constant. */
  readonly formula: string | null;
  readonly format: string;
}

/** `we`: this add-in. `someone`: another person in the same workbook. */
export type ChangedBy = "we" | "officer" | "someone";

export type HostEvent =
  | {
      readonly kind: "cells-changed";
      readonly sheet: string;
      readonly cells: string;
      readonly by: ChangedBy;
      /** Known for a single cell. */
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  /** Whole rows or columns came or went: cells below or beside have new names. */
  | { readonly kind: "cells-moved"; readonly sheet: string; readonly move: Move; readonly by: ChangedBy }
  /** Anything else after which the sheet must be read again: shifted cells, sorted or hidden rows. */
  | { readonly kind: "sheet-changed"; readonly sheet: string; readonly by: ChangedBy }
  | { readonly kind: "calculated"; readonly sheet: string }
  | { readonly kind: "selected"; readonly sheet: string; readonly cells: string }
  | { readonly kind: "sheet-activated"; readonly sheet: string }
  | { readonly kind: "sheets-changed" }
  | { readonly kind: "autosave-switched" };

/**
 * `saved`: it was changed and now is as on the disk. `unknown`: Excel does not say, a cell is being edited. `autosave`:
 * Excel saves by itself all the time, so no moment of saving can be told.
 */
export type SaveState = "clean" | "changed" | "saved" | "unknown" | "autosave";

/** Kept in the workbook's own properties; the service reads the same names from the file. */
export type PropertyName = "PhulucForm" | "PhulucRound" | "PhulucVersion" | "PhulucSubmission" | "PhulucReceipt";
export type Properties = Readonly<Partial<Record<PropertyName, string>>>;

/** The drop-down lists (and other rules of entry) of an area, to be put back after a paste took them away. */
export interface EntryRule {
  readonly cells: string;
  /** As the program gave it; nobody else looks inside. */
  readonly rule: Readonly<Record<string, unknown>>;
}

export interface Host {
  readonly facts: HostFacts;

  listSheets(): Promise<Outcome<readonly SheetInfo[]>>;

  /**
   * The first reading, and each that is asked for, may empty the officer's undo where `keepsUndo` is false: Excel counts
   * asking for merged areas as writing. In the background they are then as last read, moved along with their rows.
   */
  readSheet(sheet: string, occasion: Occasion): Promise<Outcome<Grid>>;

  /** The sheet shows these marks and no other of ours. Nothing is written when it already does. */
  mark(sheet: string, marks: readonly Mark[]): Promise<Outcome<"marked" | "unchanged">>;

  select(sheet: string, cells: string): Promise<Outcome<null>>;

  /** All edits or none: when a cell no longer holds what the finding saw, the trouble names it. */
  applyFix(sheet: string, edits: readonly Edit[]): Promise<Outcome<AppliedFix>>;
  /** Refused when a cell no longer holds what the fix wrote. */
  undoFix(fix: AppliedFix): Promise<Outcome<null>>;

  readEntryRules(sheet: string, cells: string): Promise<Outcome<readonly EntryRule[]>>;
  writeEntryRules(sheet: string, rules: readonly EntryRule[]): Promise<Outcome<null>>;

  readProperties(): Promise<Outcome<Properties>>;
  /** On submitting only: it changes the workbook. Writes nothing that is already there. */
  writeProperties(properties: Properties): Promise<Outcome<null>>;

  /** The first to listen or to watch may empty the officer's undo, as the first reading may. @returns how to stop listening */
  listen(listener: (event: HostEvent) => void): Promise<Outcome<() => void>>;
  /** Tells each new state, the first at once. Never writes. @returns how to stop watching */
  watchSaves(listener: (state: SaveState) => void): Promise<Outcome<() => void>>;

  /** The program asks for a name where the workbook has none; `false` when it is still unsaved afterwards. */
  save(): Promise<Outcome<boolean>>;
  /** Opens it as a new, unsaved workbook. */
  openWorkbook(bytes: Uint8Array): Promise<Outcome<null>>;
  /** Puts the sheets of a workbook behind the others; gives their ids. Empties the officer's undo. */
  insertSheets(bytes: Uint8Array): Promise<Outcome<readonly string[]>>;

  /** Stops everything that listens or watches. */
  close(): Promise<void>;
}
