/** Which code has run, as V8 counts it: what leads the fuzzer on. */
import { Session, type Profiler } from "node:inspector";

/** Only what reads: libraries and the fuzzer itself lead nowhere. */
const LED_BY = /\/(shared|server\/workbook)\//;

/** What tells a campaign which cases are worth keeping. */
export interface Lead {
  /** The stretches of code that ran since the last call and never before. */
  readonly takeNew: () => Set<string>;
  /** Takes out of `wanted` what ran since the last call. @returns how much that was */
  readonly claim: (wanted: Set<string>) => number;
}

/** Where somebody else counts what runs, as c8 does: two counters would take from each other. */
export const NO_LEAD: Lead = { takeNew: () => new Set(), claim: () => 0 };

export class Coverage implements Lead {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  /** Before what is to be covered is loaded. */
  start(): void {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  stop(): void {
    this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.disconnect();
  }

  takeNew(): Set<string> {
    const reached = new Set<string>();
    for (const stretch of this.#ran()) if (!this.#seen.has(stretch)) reached.add(stretch);
    for (const stretch of reached) this.#seen.add(stretch);
    return reached;
  }

  claim(wanted: Set<string>): number {
    const before = wanted.size;
    for (const stretch of this.#ran()) wanted.delete(stretch);
    return before - wanted.size;
  }

  get reached(): number {
    return this.#seen.size;
  }

  *#ran(): Generator<string> {
    for (const { url, functions } of this.#take().filter((script) => LED_BY.test(script.url)))
      for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges))
        if (count > 0) yield `${url} ${String(startOffset)} ${String(endOffset)}`;
  }

  #take(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    // Within one thread the answer is there when `post` returns.
    this.#session.post("Profiler.takePreciseCoverage", (trouble, { result }) => {
      if (trouble) throw trouble;
      taken = result;
    });
    return taken;
  }
}
