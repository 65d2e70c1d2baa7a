/** What is asked for often is done at most once in a while, one at a time; whatever was asked meanwhile is done once, afterwards. */
export class Pace {
  readonly #gapMs: number;
  readonly #act: () => Promise<void>;
  #actedAt = -Infinity;
  #clock: ReturnType<typeof setTimeout> | null = null;
  #isActing = false;
  #isAsked = false;
  #isStopped = false;

  constructor(gapMs: number, act: () => Promise<void>) {
    this.#gapMs = gapMs;
    this.#act = act;
  }

  ask(): void {
    if (this.#isStopped || this.#clock !== null) return;
    if (this.#isActing) {
      this.#isAsked = true;
      return;
    }
    const waitMs = Math.max(0, this.#actedAt + this.#gapMs - performance.now());
    this.#clock = setTimeout(() => void this.#go(), waitMs);
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#clock !== null) clearTimeout(this.#clock);
  }

  async #go(): Promise<void> {
    this.#clock = null;
    this.#actedAt = performance.now();
    this.#isActing = true;
    try {
      await this.#act();
    } finally {
      this.#isActing = false;
    }
    if (!this.#isAsked) return;
    this.#isAsked = false;
    this.ask();
  }
}
