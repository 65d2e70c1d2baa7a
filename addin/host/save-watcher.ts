/**
 * Excel tells nobody that it has saved. After a change it is asked again and again whether the workbook is still unsaved;
 * the first time it is not, it was saved. Asking changes nothing, and nobody asks while there is nothing to learn.
 */
import type { Outcome, SaveState } from "./port.ts";

export interface SaveFacts {
  readonly isDirty: boolean;
  readonly isAutoSaved: boolean;
}

export interface SaveWatch {
  readonly read: () => Promise<Outcome<SaveFacts>>;
  readonly tell: (state: SaveState) => void;
  readonly pollMs: number;
}

export class SaveWatcher {
  readonly #watch: SaveWatch;
  #isAsking = false;
  #isStopped = false;
  #wasChanged = false;
  #told: SaveState | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(watch: SaveWatch) {
    this.#watch = watch;
  }

  /** Says how things are at first; an unsaved workbook is watched from then on. */
  start = (): Promise<void> => this.#ask();

  /** A cell has changed: the workbook is unsaved now, even if Excel is too busy to say so. */
  noteChange(): void {
    this.#wasChanged = true;
    if (this.#timer === null) void this.#ask();
  }

  /** AutoSave was turned on or off, or something was written that may count as a change. */
  lookAgain(): void {
    if (this.#timer === null) void this.#ask();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #ask(): Promise<void> {
    if (this.#isAsking || this.#isStopped) return;
    this.#isAsking = true;
    const facts = await this.#watch.read();
    this.#isAsking = false;
    if (this.#stopped()) return;
    const state = this.#stateOf(facts);
    if (state !== this.#told) this.#watch.tell(state);
    // Saved is a moment; what follows it is told anew.
    this.#told = state === "saved" ? "clean" : state;
    if (state === "changed" || state === "unknown") this.#askLater();
  }

  /** A method, since the compiler takes a field to be unchanged over an await. */
  #stopped(): boolean {
    return this.#isStopped;
  }

  #stateOf(facts: Outcome<SaveFacts>): SaveState {
    if (!facts.ok) return "unknown";
    const { isDirty, isAutoSaved } = facts.value;
    const wasChanged = this.#wasChanged;
    this.#wasChanged = isDirty && !isAutoSaved;
    if (isAutoSaved) return "autosave";
    if (isDirty) return "changed";
    return wasChanged ? "saved" : "clean";
  }

  #askLater(): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#ask();
    }, this.#watch.pollMs);
  }
}
