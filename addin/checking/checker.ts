/** The page's side: sheets go to the checking thread, its report comes back. Nothing here keeps the page busy for long. */
import type { Grid } from "../../shared/grid.ts";
import type { Language } from "../../shared/money.ts";
import { breathe, rowPortions } from "./portions.ts";
import type { FromThread, StartThread, Thread } from "./protocol.ts";
import type { Checker, CheckReport, RuleCard, TellableFinding } from "./report.ts";

/**
 * One check at a time. Of those asked for meanwhile only the newest is made, and all who wait get its report. When the
 * thread dies, whoever waits for it is told by an Error, and the next to ask gets a new thread: asking again is for the
 * caller to decide. Sheets are known by identity, from one check to the next: a sheet left out of a check is forgotten.
 */
export const openChecker = (start: StartThread): Checker => new ThreadChecker(start);

interface Asked {
  readonly sheets: readonly Grid[];
  readonly language: Language;
}

/** Who waits, and for what. */
class Waiting<T> {
  readonly promise: Promise<T>;
  resolve: (value: T) => void = () => undefined;
  reject: (reason: Error) => void = () => undefined;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

/** A thread and what it has been given; another thread knows nothing of it. */
interface Run {
  readonly thread: Thread;
  readonly sheetIds: Map<Grid, number>;
  check: { readonly id: number; readonly waiting: Waiting<CheckReport>; readonly findings: TellableFinding[] } | null;
  readonly whys: Map<number, Waiting<RuleCard | null>>;
}

class ThreadChecker implements Checker {
  readonly #start: StartThread;
  #run: Run | null = null;
  #lastId = 0;
  #isChecking = false;
  #next: { asked: Asked; readonly waiting: Waiting<CheckReport> } | null = null;
  #isClosed = false;

  constructor(start: StartThread) {
    this.#start = start;
  }

  check(sheets: readonly Grid[], language: Language): Promise<CheckReport> {
    if (this.#isClosed) return Promise.reject(new Error("the checker is closed"));
    const asked = { sheets, language };
    if (this.#next) this.#next.asked = asked;
    else this.#next = { asked, waiting: new Waiting() };
    const { promise } = this.#next.waiting;
    if (!this.#isChecking) void this.#checkAll();
    return promise;
  }

  async why(ruleId: string): Promise<RuleCard | null> {
    if (this.#isClosed) throw new Error("the checker is closed");
    const run = this.#ensureRun();
    const waiting = new Waiting<RuleCard | null>();
    const whyId = this.#newId();
    run.whys.set(whyId, waiting);
    run.thread.post({ kind: "why", whyId, ruleId });
    return await waiting.promise;
  }

  close(): void {
    this.#isClosed = true;
    this.#end("the checker is closed");
    this.#next?.waiting.reject(new Error("the checker is closed"));
    this.#next = null;
  }

  async #checkAll(): Promise<void> {
    this.#isChecking = true;
    while (this.#next) {
      const { asked, waiting } = this.#next;
      this.#next = null;
      try {
        waiting.resolve(await this.#checkOne(asked));
      } catch (error) {
        waiting.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    this.#isChecking = false;
  }

  async #checkOne({ sheets, language }: Asked): Promise<CheckReport> {
    const run = this.#ensureRun();
    const waiting = new Waiting<CheckReport>();
    const checkId = this.#newId();
    run.check = { id: checkId, waiting, findings: [] };
    // Rejected while sheets are still being sent, it is waited for a little later.
    waiting.promise.catch(() => undefined);
    for (const sheet of sheets) if (!run.sheetIds.has(sheet)) await this.#send(run, sheet);
    const sheetIds = sheets.flatMap((sheet) => run.sheetIds.get(sheet) ?? []);
    for (const sheet of [...run.sheetIds.keys()]) if (!sheets.includes(sheet)) run.sheetIds.delete(sheet);
    if (this.#run === run) run.thread.post({ kind: "check", checkId, sheetIds, language });
    return waiting.promise;
  }

  async #send(run: Run, sheet: Grid): Promise<void> {
    const sheetId = this.#newId();
    run.sheetIds.set(sheet, sheetId);
    const { rows, ...head } = sheet;
    if (this.#run === run) run.thread.post({ kind: "sheet", sheetId, sheet: head });
    for (const portion of rowPortions(rows)) {
      if (this.#run !== run) return;
      run.thread.post({ kind: "rows", sheetId, rows: portion });
      await breathe();
    }
  }

  #ensureRun(): Run {
    if (this.#run) return this.#run;
    const run: Run = {
      thread: this.#start({
        hear: (message) => {
          this.#hear(run, message);
        },
        die: (why) => {
          if (this.#run === run) this.#end(`the checking thread stopped: ${why}`);
        },
      }),
      sheetIds: new Map(),
      check: null,
      whys: new Map(),
    };
    this.#run = run;
    return run;
  }

  #hear(run: Run, message: FromThread): void {
    if (message.kind === "why") {
      run.whys.get(message.whyId)?.resolve(message.card);
      run.whys.delete(message.whyId);
      return;
    }
    const { check } = run;
    if (check?.id !== message.checkId) return;
    if (message.kind === "findings") check.findings.push(...message.findings);
    else check.waiting.resolve({ ...message.report, findings: check.findings });
  }

  #end(why: string): void {
    const run = this.#run;
    this.#run = null;
    if (!run) return;
    run.thread.stop();
    run.check?.waiting.reject(new Error(why));
    for (const waiting of run.whys.values()) waiting.reject(new Error(why));
  }

  #newId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}
