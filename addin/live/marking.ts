/**
 * When marks are written. Every writing makes the workbook unsaved, and in an older Excel empties the officer's undo:
 * a check after a save never marks, and where undo is not kept only what the officer asks for does.
 */
import { groupBy } from "../../shared/group-by.ts";
import type { TellableFinding } from "../checking/report.ts";
import type { Host, Occasion as HostOccasion, SaveState } from "../host/port.ts";
import type { Trouble } from "../host/troubles.ts";
import type { Shelf } from "./explanations.ts";
import type { KnownSheets } from "./known-sheets.ts";
import { marksOf } from "./marks.ts";
import type { Occasion } from "./state.ts";

const SHELF_NAME = "phuluc.marks";

export interface Moment {
  readonly isAsked: boolean;
  readonly occasion: Occasion | null;
  readonly save: SaveState;
}

export class Marking {
  readonly #host: Pick<Host, "facts" | "mark">;
  readonly #sheets: KnownSheets;
  readonly #shelf: Shelf;
  /** What each sheet was last seen to show, by its id. */
  readonly #shown = new Map<string, string>();
  isShown: boolean;

  constructor(host: Pick<Host, "facts" | "mark">, sheets: KnownSheets, shelf: Shelf) {
    this.#host = host;
    this.#sheets = sheets;
    this.#shelf = shelf;
    this.isShown = readChoice(shelf) ?? host.facts.keepsUndo;
  }

  /** @returns what Excel refused */
  async follow(findings: readonly TellableFinding[], moment: Moment): Promise<Trouble | null> {
    const isUnsaved = moment.save === "changed" || moment.save === "autosave";
    const mayWrite = moment.isAsked || (moment.occasion === "live" && this.#host.facts.keepsUndo && isUnsaved);
    return this.isShown && mayWrite ? this.#write(findings, moment.isAsked ? "asked" : "background") : null;
  }

  /** Remembered on this machine. @returns what Excel refused */
  async show(on: boolean, findings: readonly TellableFinding[]): Promise<Trouble | null> {
    this.isShown = on;
    try {
      this.#shelf.setItem(SHELF_NAME, on ? "on" : "off");
    } catch {
      // Then it is asked for anew next time.
    }
    this.#shown.clear();
    return this.#write(on ? findings : [], "asked");
  }

  async #write(findings: readonly TellableFinding[], occasion: HostOccasion): Promise<Trouble | null> {
    const bySheet = groupBy(findings, ({ sheet }) => sheet);
    let refusal: Trouble | null = null;
    for (const { id, name } of this.#sheets.infos) {
      const marks = marksOf(bySheet.get(name) ?? [], name);
      const text = JSON.stringify(marks.map(({ severity, cells }) => [severity, cells]));
      if (this.#shown.get(id) === text) continue;
      const marked = await this.#host.mark(id, marks, occasion);
      if (!marked.ok) refusal = marked.trouble;
      else if (marked.value !== "saved") this.#shown.set(id, text);
    }
    return refusal;
  }
}

function readChoice(shelf: Shelf): boolean | null {
  try {
    const choice = shelf.getItem(SHELF_NAME);
    return choice === null ? null : choice === "on";
  } catch {
    return null;
  }
}
