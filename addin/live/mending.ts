/** Fixes written into the workbook, and taken back. What Excel refused is told in the state. */
import type { Edit } from "../../shared/finding.ts";
import { editsOf } from "../../shared/fix.ts";
import type { TellableFinding } from "../checking/report.ts";
import type { Host, SheetInfo } from "../host/port.ts";
import type { Observable } from "../observed.ts";
import { fixesBySheet } from "./fixing.ts";
import type { KnownSheets } from "./known-sheets.ts";
import type { LiveState, Loss } from "./state.ts";

export interface MendingOptions {
  readonly host: Pick<Host, "applyFix" | "undoFix" | "writeEntryRules">;
  readonly sheets: KnownSheets;
  readonly observable: Observable<LiveState>;
  /** The sheet's id; resolves when it has been checked again. */
  readonly afterWriting: (sheetId: string) => Promise<void>;
  readonly checkAgain: () => Promise<void>;
}

export class Mending {
  readonly #options: MendingOptions;
  #lastId = 0;

  constructor(options: MendingOptions) {
    this.#options = options;
  }

  applyFix(finding: TellableFinding, option: number): Promise<boolean> {
    return this.apply(finding.sheet, finding.fix ? editsOf(finding.fix, option) : [], [finding.message]);
  }

  /** Sheet by sheet, up to the first refusal. @returns how many were applied */
  async applyFixes(findings: readonly TellableFinding[]): Promise<number> {
    let applied = 0;
    for (const { sheet, findings: mended, edits } of fixesBySheet(findings)) {
      const messages = mended.map(({ message }) => message);
      if (!(await this.apply(sheet, edits, messages))) break;
      applied += mended.length;
    }
    return applied;
  }

  apply(sheet: string, edits: readonly Edit[], messages: readonly string[]): Promise<boolean> {
    return this.#write({ id: this.#options.sheets.idOf(sheet) ?? sheet, name: sheet }, edits, messages);
  }

  async #write(
    { id, name: sheet }: Pick<SheetInfo, "id" | "name">,
    edits: readonly Edit[],
    messages: readonly string[],
  ): Promise<boolean> {
    if (edits.length === 0) return false;
    const { host, observable, afterWriting, checkAgain } = this.#options;
    const applied = await host.applyFix(id, edits);
    if (!applied.ok) {
      await checkAgain();
      observable.change({ trouble: applied.trouble });
      return false;
    }
    this.#lastId += 1;
    const done = { id: this.#lastId, sheet, messages, applied: applied.value };
    observable.change({ trouble: null, done: [...observable.state.done, done] });
    await afterWriting(applied.value.sheet);
    return true;
  }

  /** The newest. A cell that was changed since stays as the officer made it, and the fix can't be taken back any more. */
  async undo(): Promise<void> {
    const { host, observable, afterWriting } = this.#options;
    const last = observable.state.done[observable.state.done.length - 1];
    if (!last) return;
    const undone = await host.undoFix(last.applied);
    observable.change({ trouble: undone.ok ? null : undone.trouble });
    if (undone.ok || undone.trouble.code === "cells-changed")
      observable.change({ done: observable.state.done.filter(({ id }) => id !== last.id) });
    if (undone.ok) await afterWriting(last.applied.sheet);
  }

  /** Formulas and rules of entry that a paste took. */
  async putBack({ sheet, sheetId, formulas, entryRules }: Loss): Promise<boolean> {
    const edits = formulas.map(({ cell, formula, now }) => ({ cell, was: now, formula: formula.slice(1) }));
    if (edits.length > 0 && !(await this.#write({ id: sheetId, name: sheet }, edits, []))) return false;
    if (entryRules.length === 0) return true;
    const written = await this.#options.host.writeEntryRules(sheetId, entryRules);
    this.#options.observable.change({ trouble: written.ok ? null : written.trouble });
    return written.ok;
  }
}
