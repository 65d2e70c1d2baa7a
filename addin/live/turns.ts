/** One turn after another: what is asked for while one runs becomes the next, whoever asks meanwhile sharing it. */
/** A sheet that is calculated all the time is checked nevertheless. */
const MOST_PUT_OFF = 8;

interface Waiting<Reason> {
  readonly reasons: Reason[];
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

export class Turns<Reason> {
  readonly #take: (reasons: readonly Reason[]) => Promise<void>;
  #next: Waiting<Reason> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #putOff = 0;
  #isRunning = false;
  #isClosed = false;

  /** @param take one turn; what it throws is a fault of ours */
  constructor(take: (reasons: readonly Reason[]) => Promise<void>) {
    this.#take = take;
  }

  /** At once, or as soon as the turn under way has ended. */
  now(reason: Reason): Promise<void> {
    const done = this.#want(reason);
    this.#clear();
    void this.#run();
    return done;
  }

  /** When nothing more was asked for `ms` long: a waiting turn is put off, but not for ever. */
  soon(reason: Reason, ms: number): void {
    void this.#want(reason);
    if (this.#timer !== null && this.#putOff >= MOST_PUT_OFF) return;
    this.#putOff = this.#timer === null ? 0 : this.#putOff + 1;
    this.#clear();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#run();
    }, ms);
  }

  close(): void {
    this.#isClosed = true;
    this.#clear();
    this.#next?.resolve();
    this.#next = null;
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #want(reason: Reason): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    let resolve = (): void => undefined;
    let reject: (fault: unknown) => void = () => undefined;
    const waiting = (this.#next ??= {
      reasons: [],
      done: new Promise<void>((done, fail) => {
        resolve = done;
        reject = fail;
      }),
      resolve: () => {
        resolve();
      },
      reject: (fault) => {
        reject(fault);
      },
    });
    waiting.reasons.push(reason);
    return waiting.done;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    // Whoever asks during a turn has put its timer; without one the next turn follows at once.
    while (this.#next && this.#timer === null) await this.#takeNext(this.#next);
    this.#isRunning = false;
  }

  /** Of a turn that threw whoever waits is told, and the next is taken. */
  async #takeNext(turn: Waiting<Reason>): Promise<void> {
    this.#next = null;
    try {
      await this.#take(turn.reasons);
      turn.resolve();
    } catch (fault) {
      turn.reject(fault);
    }
  }
}
