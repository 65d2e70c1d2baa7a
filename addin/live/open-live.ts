/** The workbook under watch: every change is followed by a check, every save by a stamp, and nothing is written unasked. */
import type { Edit, Finding } from "../../shared/finding.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import type { Explanation } from "../../shared/submission.ts";
import type { Checker, CheckReport, RuleCard, TellableFinding } from "../checking/report.ts";
import type { Host, HostEvent, Outcome, SaveState } from "../host/port.ts";
import { trouble } from "../host/troubles.ts";
import { Observable } from "../observed.ts";
import {
  keepExplanations,
  NOTE,
  recallExplanations,
  renameSheets,
  withExplanation,
  type Shelf,
} from "./explanations.ts";
import { changesOf } from "./fixing.ts";
import { KnownSheets } from "./known-sheets.ts";
import { Marking } from "./marking.ts";
import { Mending } from "./mending.ts";
import { moveKnown, shuffleKnown } from "./moving.ts";
import { PasteGuard } from "./paste-guard.ts";
import { gravestOf, type Reason } from "./reasons.ts";
import { startingState } from "./starting-state.ts";
import type { CellChange, Live, LiveState, Loss } from "./state.ts";
import { sheetsToSubmit } from "./sheets-to-submit.ts";
import { Turns } from "./turns.ts";

export interface LiveOptions {
  readonly host: Host;
  readonly checker: Checker;
  /** What is kept on this machine. */
  readonly shelf: Shelf;
  readonly now: () => number;
  readonly language: Language;
}

/** Between the last change and the check. */
const REST_MS = 200;
/** Of sheets with so many rows, reading alone takes a while. */
const LONG_SHEET_ROWS = 3_000;
const LONG_REST_MS = 700;
/** A cell is being edited: it is tried again. */
const EDITING_MS = 700;
/** Of a check during which rows come or go. */
const MOST_TRIES = 3;

/** Starts watching and makes the first check; resolves when that is shown. */
export async function openLive(options: LiveOptions): Promise<Live> {
  const live = new LiveWorkbook(options);
  await live.open();
  return live;
}

class LiveWorkbook implements Live {
  readonly #host: Host;
  readonly #checker: Checker;
  readonly #options: LiveOptions;
  readonly #observable: Observable<LiveState>;
  readonly #sheets: KnownSheets;
  readonly #guard: PasteGuard;
  readonly #marking: Marking;
  readonly #mending: Mending;
  readonly #turns: Turns<Reason>;
  #language: Language;
  /** Excel will be seen to have saved because we asked it to. */
  #isOwnSave = false;
  #hasNotesToWrite = false;
  #toldTooLarge = "";

  constructor(options: LiveOptions) {
    const { host, checker, shelf, language } = options;
    this.#options = options;
    this.#host = host;
    this.#checker = checker;
    this.#language = language;
    this.#sheets = new KnownSheets(host);
    this.#guard = new PasteGuard(host, this.#sheets);
    this.#marking = new Marking(host, this.#sheets, shelf);
    this.#turns = new Turns((reasons) => this.#takeTurn(reasons));
    this.#observable = new Observable(startingState(host.facts, this.#marking.isShown));
    this.#mending = new Mending({
      host,
      sheets: this.#sheets,
      observable: this.#observable,
      afterWriting: (sheetId) => this.#afterWriting(sheetId),
      checkAgain: () => this.checkNow(),
    });
  }

  get state(): LiveState {
    return this.#observable.state;
  }

  subscribe = (listener: () => void): (() => void) => this.#observable.subscribe(listener);

  #change(part: Partial<LiveState>): void {
    this.#observable.change(part);
  }

  /** What Excel refused is shown; what it did takes the last refusal away. */
  #settle<T>(outcome: Outcome<T>): T | null {
    this.#change({ trouble: outcome.ok ? null : outcome.trouble });
    return outcome.ok ? outcome.value : null;
  }

  async open(): Promise<void> {
    this.#settle(await this.#host.listen((event) => this.#hear(event)));
    await this.#recallExplanations();
    await this.#turns.now("opened");
    const selection = await this.#host.readSelection();
    if (selection.ok && selection.value) this.#select(selection.value.sheet.id, selection.value.cells);
    const watching = await this.#host.watchSaves((save) => this.#hearSave(save));
    if (!watching.ok) this.#change({ trouble: watching.trouble });
  }

  async #recallExplanations(): Promise<void> {
    const notes = await this.#host.readNotes();
    const note = notes.ok ? notes.value[NOTE] : undefined;
    this.#change({ explanations: recallExplanations(this.#options.shelf, this.#host.facts.documentKey, note) });
  }

  #hear(event: HostEvent): void {
    switch (event.kind) {
      case "cells-changed":
        if (event.by !== "we") this.#guard.noteChange(event.sheet, event.cells);
        this.#sheets.noteChange(event.sheet);
        break;
      case "cells-moved": {
        const sheet = this.#sheets.nameOf(event.sheet) ?? "";
        this.#guard.noteMove(event.sheet);
        const { explanations, ...moved } = moveKnown(this.state, { sheetId: event.sheet, sheet, move: event.move });
        this.#change(moved);
        this.#keepExplanations(explanations);
        this.#sheets.noteMove(event.sheet);
        break;
      }
      case "sheet-changed": {
        this.#guard.noteMove(event.sheet);
        if (!event.isShuffled) {
          this.#sheets.noteChange(event.sheet);
          break;
        }
        const sheet = this.#sheets.nameOf(event.sheet) ?? "";
        this.#change(shuffleKnown(this.state, { sheetId: event.sheet, sheet }));
        this.#sheets.noteMove(event.sheet);
        break;
      }
      case "calculated":
        this.#sheets.noteChange(event.sheet);
        break;
      case "selected":
        this.#select(event.sheet, event.cells);
        return;
      case "sheet-activated":
      case "autosave-switched":
        return;
      case "sheets-changed":
        break;
    }
    if (event.kind !== "calculated") this.#isOwnSave = false;
    this.#change({ isStale: true });
    this.#turns.soon("live", this.#restMs());
  }

  #restMs(): number {
    return this.#sheets.grids().some(({ rows }) => rows.length > LONG_SHEET_ROWS) ? LONG_REST_MS : REST_MS;
  }

  #select(sheetId: string, cells: string): void {
    const sheet = this.#sheets.nameOf(sheetId);
    this.#change({ selection: sheet === null ? null : { sheet, cells } });
  }

  #hearSave(save: SaveState): void {
    this.#change({ save });
    if (save !== "saved") return;
    if (this.#isOwnSave) this.#isOwnSave = false;
    else void this.#turns.now("saved-by-excel");
  }

  async #takeTurn(reasons: readonly Reason[], triesLeft = MOST_TRIES): Promise<void> {
    const occasion = gravestOf(reasons);
    const isAsked = occasion === "asked";
    if (!this.state.report) this.#change({ phase: "reading" });
    const sheetsBefore = this.#sheets.infos.length;
    const listed = await this.#sheets.list();
    if (!listed.ok) {
      this.#giveUp(listed.trouble.code === "editing-cell", listed);
      return;
    }
    this.#change({ sheets: this.#sheets.infos });
    this.#rename(listed.value);
    const read = await this.#sheets.readChanged(isAsked ? "asked" : "background");
    if (!read.ok) {
      this.#giveUp(read.trouble.code === "editing-cell" && !isAsked, read);
      return;
    }
    // Told at once: what is dismissed or moves during the check stays so.
    this.#change({ losses: await this.#guard.find(this.state.losses, read.value) });
    if (!this.state.report) this.#change({ phase: "checking" });
    const report = await this.#check();
    if (!report) {
      this.#giveUp(false, trouble("check-failed"));
      return;
    }
    if (this.#sheets.hasMoved()) {
      // The report names cells as they were named before.
      if (triesLeft > 0) await this.#takeTurn(reasons, triesLeft - 1);
      else this.#giveUp(true, trouble("check-failed"));
      return;
    }
    const isStale = !this.#sheets.isUpToDate();
    // A change told before the last reading is in it: what was just saved or read for submitting was not changed since.
    const isNews = occasion !== "live" || read.value.length > 0 || this.#sheets.infos.length !== sheetsBefore;
    const lastCheck = occasion && isNews ? { at: this.#options.now(), occasion } : this.state.lastCheck;
    this.#change({ report, lastCheck, isStale, phase: "ready", ...(isAsked ? { trouble: null } : {}) });
    if (isStale) this.#turns.soon("live", this.#restMs());
    this.#tellTooLarge(isAsked);
    await this.#guard.learn(report.appendices);
    const refusal = await this.#marking.follow(report.findings, { isAsked, occasion, save: this.state.save });
    if (refusal && isAsked) this.#change({ trouble: refusal });
  }

  /** A thread that broke off is started anew, once. */
  async #check(): Promise<CheckReport | null> {
    const grids = this.#sheets.grids();
    return this.#checker
      .check(grids, this.#language)
      .catch(() => this.#checker.check(grids, this.#language).catch(() => null));
  }

  /** Once, and whenever it is asked for: the rest of the workbook was checked. */
  #tellTooLarge(isAsked: boolean): void {
    const names = this.#sheets.tooLarge().join(", ");
    if (names !== "" && (isAsked || names !== this.#toldTooLarge))
      this.#change({ trouble: { ...trouble("sheet-too-large").trouble, sheets: names } });
    this.#toldTooLarge = names;
  }

  /** A cell being edited is no trouble to speak of: it is tried again. */
  #giveUp(isPassing: boolean, outcome: Outcome<unknown>): void {
    this.#change({ isStale: true, phase: this.state.report ? "ready" : "starting" });
    if (isPassing) this.#turns.soon("live", EDITING_MS);
    else this.#settle(outcome);
  }

  #rename(renamed: readonly { readonly from: string; readonly to: string }[]): void {
    if (renamed.length === 0) return;
    this.#keepExplanations(renameSheets(this.state.explanations, renamed));
  }

  checkNow(): Promise<void> {
    this.#sheets.noteAll();
    return this.#turns.now("asked");
  }

  async checkAndSave(): Promise<void> {
    await this.checkNow();
    await this.#writeNotes();
    this.#isOwnSave = true;
    const saved = this.#settle(await this.#host.save());
    if (saved !== true) this.#isOwnSave = false;
    else this.#change({ lastCheck: { at: this.#options.now(), occasion: "saved-here" } });
  }

  async #writeNotes(): Promise<void> {
    if (!this.#hasNotesToWrite) return;
    const written = await this.#host.writeNotes(NOTE, this.state.explanations);
    if (written.ok) this.#hasNotesToWrite = false;
  }

  async goTo(sheet: string, cells: readonly string[]): Promise<void> {
    this.#settle(await this.#host.select(this.#sheets.idOf(sheet) ?? sheet, cells.join(",")));
  }

  preview(finding: Finding, option: number): readonly CellChange[] {
    return changesOf(finding, option, this.#sheets.gridOf(this.#sheets.idOf(finding.sheet) ?? ""));
  }

  applyFix(finding: TellableFinding, option: number): Promise<boolean> {
    return this.#mending.applyFix(finding, option);
  }

  applyFixes(findings: readonly TellableFinding[]): Promise<number> {
    return this.#mending.applyFixes(findings);
  }

  applyEdits(sheet: string, edits: readonly Edit[]): Promise<boolean> {
    return this.#mending.apply(sheet, edits, []);
  }

  undo(): Promise<void> {
    return this.#mending.undo();
  }

  #afterWriting(sheetId: string): Promise<void> {
    this.#isOwnSave = false;
    this.#sheets.noteChange(sheetId);
    return this.#turns.now("live");
  }

  explain(finding: Finding, text: string): void {
    this.#keepExplanations(withExplanation(this.state.explanations, finding, text));
  }

  /** Where none were and none are, there is nothing to write either. */
  #keepExplanations(explanations: readonly Explanation[]): void {
    if (explanations.length + this.state.explanations.length === 0) return;
    this.#change({ explanations });
    this.#hasNotesToWrite = true;
    keepExplanations(this.#options.shelf, this.#host.facts.documentKey, explanations);
  }

  async showMarks(on: boolean): Promise<void> {
    this.#change({ marksShown: on });
    const refusal = await this.#marking.show(on, this.state.report?.findings ?? []);
    this.#change({ trouble: refusal });
  }

  async putBack(loss: Loss): Promise<void> {
    if (await this.#mending.putBack(loss)) this.dismissLoss(loss);
  }

  dismissLoss(loss: Loss): void {
    this.#change({ losses: this.state.losses.filter(({ id }) => id !== loss.id) });
  }

  dismissTrouble(): void {
    this.#change({ trouble: null });
  }

  setLanguage(language: Language): void {
    this.#language = language;
    void this.#turns.now("language");
  }

  why(ruleId: string): Promise<RuleCard | null> {
    return this.#checker.why(ruleId);
  }

  async readAll(): Promise<readonly Grid[] | null> {
    await this.checkNow();
    const { report, trouble } = this.state;
    if (!report || (trouble && trouble.code !== "sheet-too-large")) return null;
    await this.#writeNotes();
    return sheetsToSubmit(this.#sheets.grids(), report);
  }

  async close(): Promise<void> {
    this.#turns.close();
    this.#checker.close();
    await this.#host.close();
  }
}
