/**
 * All that the pane knows of the program the workbook is open in. Types only: who stands behind it may be Excel, or the
 * simulated host of the demonstration. Sheets are named by id or by name; cells as "F12"; areas as "F8:F11,H8".
 */
import type { Edit, Severity } from "../../shared/finding.ts";
import type { CellValue, Grid } from "../../shared/grid.ts";
import type { Move } from "../../shared/moved-areas.ts";
import type { FunctionName } from "../manifest/functions.ts";
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
  /**
   * Which file this is: its path or address, as it was when the pane was opened; "" for one never saved. What the pane
   * keeps outside the workbook is kept under it.
   */
  readonly documentKey: string;
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

/** What is selected in front of the officer: "F8:F11,H8" on one sheet. */
export interface Selection {
  readonly sheet: Pick<SheetInfo, "id" | "name">;
  readonly cells: string;
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
  /** Anything else after which the sheet must be read again: rows were hidden; when shuffled, cells shifted or were sorted. */
  | { readonly kind: "sheet-changed"; readonly sheet: string; readonly by: ChangedBy; readonly isShuffled?: true }
  | { readonly kind: "calculated"; readonly sheet: string }
  | { readonly kind: "selected"; readonly sheet: string; readonly cells: string }
  | { readonly kind: "sheet-activated"; readonly sheet: string }
  /**
   * Sheets came or went; from 1.14 on also that one was protected, from 1.17 on that one was renamed, hidden or shown.
   * Before that nobody is told, so sheets are to be listed at each check; their ids stay.
   */
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

/** Small values of our own, kept in the workbook by name; JSON says all of them. */
export type Notes = Readonly<Record<string, unknown>>;

/** What each button of the ribbon does. Whatever comes of it, the button is free again afterwards. */
export type RibbonFunctions = Readonly<Record<FunctionName, () => Promise<void>>>;

export interface Host {
  readonly facts: HostFacts;

  listSheets(): Promise<Outcome<readonly SheetInfo[]>>;

  /**
   * The first reading, and each that is asked for, may empty the officer's undo where `keepsUndo` is false: Excel counts
   * asking for merged areas as writing. In the background they are then as last read, moved along with their rows.
   */
  readSheet(sheet: string, occasion: Occasion): Promise<Outcome<Grid>>;

  /**
   * The sheet shows these marks and no other of ours. Nothing is written when it already does; unasked, nothing either
   * where the workbook is saved: Excel is asked in the same breath, as the officer may have saved a moment ago.
   */
  mark(sheet: string, marks: readonly Mark[], occasion: Occasion): Promise<Outcome<"marked" | "unchanged" | "saved">>;

  select(sheet: string, cells: string): Promise<Outcome<null>>;
  /** What is selected now, for when the pane opens; events tell the rest. Null where no cells are: a picture, a chart. */
  readSelection(): Promise<Outcome<Selection | null>>;

  /** All edits or none: when a cell no longer holds what the finding saw, the trouble names it. */
  applyFix(sheet: string, edits: readonly Edit[]): Promise<Outcome<AppliedFix>>;
  /** Refused when a cell no longer holds what the fix wrote. */
  undoFix(fix: AppliedFix): Promise<Outcome<null>>;

  readEntryRules(sheet: string, cells: string): Promise<Outcome<readonly EntryRule[]>>;
  writeEntryRules(sheet: string, rules: readonly EntryRule[]): Promise<Outcome<null>>;

  readProperties(): Promise<Outcome<Properties>>;
  /** On submitting only: it changes the workbook. Writes nothing that is already there. */
  writeProperties(properties: Properties): Promise<Outcome<null>>;

  readNotes(): Promise<Outcome<Notes>>;
  /**
   * Only where the officer saves or submits by our buttons: it changes the workbook and empties the officer's undo.
   * Writes nothing that is already there; null takes the note away.
   */
  writeNotes(name: string, value: unknown): Promise<Outcome<null>>;

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

  /** The file as it would be saved now. */
  readFile(): Promise<Outcome<Uint8Array>>;

  answerRibbon(functions: RibbonFunctions): void;
  /** Brings the pane before the officer, where a button of the ribbon was clicked while it was closed. */
  showPane(): Promise<Outcome<null>>;
  /** Opens an address in the officer's browser. */
  openLink(url: string): Outcome<null>;
  /** Opens a page of ours in a window; gives what the page sends back, null when the officer closes the window. */
  openDialog(url: string): Promise<Outcome<string | null>>;

  /** Stops everything that listens or watches. */
  close(): Promise<void>;
}
