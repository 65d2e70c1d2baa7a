/** What is asked for again as things happen: what is shown stays until the new answer is there. */
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { ASKING, knownFrom, type Known } from "../page.ts";

interface LatestOptions<T> {
  readonly ask: () => Promise<Reply<T>>;
  readonly redraw: () => void;
}

export class Latest<T> {
  readonly #options: LatestOptions<T>;
  #known: Known<T> = ASKING;
  #fault: Bilingual | null = null;
  #isAsking = false;
  #isWantedAgain = false;
  #isOutdated = false;
  #isClosed = false;

  constructor(options: LatestOptions<T>) {
    this.#options = options;
  }

  get known(): Known<T> {
    return this.#known;
  }

  /** Why what is shown could not be made newer; null where it is the newest. */
  get fault(): Bilingual | null {
    return this.#fault;
  }

  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** Asks anew. However often it is called while an answer is awaited, one more asking follows. */
  refresh(): void {
    if (this.#isClosed) return;
    if (this.#isAsking) this.#isWantedAgain = true;
    else void this.#ask();
  }

  /** After trouble, from the button that asks again: what went wrong gives way to the asking. */
  retry(): void {
    if (this.#known.kind === "trouble") this.#known = ASKING;
    this.refresh();
  }

  /** What was learnt in another way. An answer on its way may be from before: it gives way to another asking. */
  put(change: (value: T) => T): void {
    if (this.#isClosed) return;
    this.#isOutdated = this.#isAsking;
    if (this.#known.kind !== "known") return this.refresh();
    this.#known = { kind: "known", value: change(this.#known.value) };
    this.#options.redraw();
  }

  close(): void {
    this.#isClosed = true;
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    this.#options.redraw();
    do {
      this.#isWantedAgain = false;
      this.#isOutdated = false;
      const reply = await this.#options.ask();
      if (this.#isClosed) return;
      if (this.#isOutdated) continue;
      this.#fault = reply.ok || this.#known.kind !== "known" ? null : reply.told;
      if (reply.ok || this.#known.kind !== "known") this.#known = knownFrom(reply);
      this.#options.redraw();
    } while (this.#isWantedAgain || this.#isOutdated);
    this.#isAsking = false;
    this.#options.redraw();
  }
}
