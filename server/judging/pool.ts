/** Everything that was sent is read and judged in threads with bounds of time and memory: no content stops or bloats the service. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Overlap } from "../../shared/consolidation/overlap-lines.ts";
import type { StoredLines } from "../store/stored-lines.ts";
import { Problem } from "../problem.ts";
import { LIMITS, type RefusalCode } from "../workbook/refusals.ts";
import type { CompareRoundsTask, CompareStoredTask } from "./compare-stored.ts";
import type { CopyAskedTask, CopyMade } from "./copy-for-command.ts";
import type { AnnotateVersionTask, CopyFileTask, CopyReply } from "./copy-workbook.ts";
import type {
  CompareTask,
  DescribeTask,
  FileReply,
  JudgeReply,
  JudgeTask,
  OverlapsTask,
  Refused,
  SentWorkbook,
  SheetsReply,
  SummariseTask,
  SummaryReply,
} from "./tasks.ts";
import { makeTurns, type Sender } from "./turns.ts";

export interface Judging {
  /** The same threads, where each sender waits in turn; without one it is the service itself that asks. */
  by(sender: string): Judging;
  /** For a new version. @throws Problem busy where sheets take too long */
  judgeContent(task: JudgeTask): Promise<JudgeReply>;
  /** For who asks what is in a file. */
  judgeFile(task: JudgeTask): Promise<FileReply>;
  /** The documents' part of a version's answer, as JSON. */
  describeVersion(task: DescribeTask): Promise<string | Refused>;
  /** {changes, threeWays} as JSON. */
  compareWithLatest(task: CompareTask): Promise<string | Refused>;
  /** What changed between two versions, as JSON. */
  compareStored(task: CompareStoredTask): Promise<string | Refused>;
  /** A version's lines beside those of the round before, as JSON. */
  compareRounds(task: CompareRoundsTask): Promise<string | Refused>;
  /** A version's lines with their identities, as JSON. */
  listLines(task: StoredLines): Promise<string | Refused>;
  /** A workbook's sheets as JSON, unjudged. */
  readSheets(task: SentWorkbook): Promise<SheetsReply>;
  /** What the round's sums take of a version. */
  summarise(task: SummariseTask): Promise<SummaryReply>;
  /** Line items of one version that look the same as another's. */
  findVersionOverlaps(task: OverlapsTask): Promise<readonly Overlap[] | Refused>;
  /** A file sent before with its findings marked, and one with its safe fixes applied. */
  annotateFile(task: CopyFileTask): Promise<CopyReply>;
  fixFile(task: CopyFileTask): Promise<CopyReply>;
  /** The original of a version with what was found then. */
  annotateVersion(task: AnnotateVersionTask): Promise<CopyReply>;
  /** As the command line asks. */
  copyAsked(task: CopyAskedTask): Promise<CopyMade | Refused>;
  close(): Promise<void>;
}

type Task =
  | JudgeTask
  | DescribeTask
  | CompareTask
  | CompareStoredTask
  | CompareRoundsTask
  | StoredLines
  | SentWorkbook
  | SummariseTask
  | OverlapsTask
  | CopyFileTask
  | AnnotateVersionTask
  | CopyAskedTask;

const MOST_WORKERS = 4;
/** Threads nobody needs give their memory back. */
const IDLE_MS = 60_000;
const MEGABYTE = 1024 * 1024;
const WAITING = { mostWaiting: 200, mostWaitingBytes: 128 * MEGABYTE };
/** More than anybody does at once by hand; two of the largest files. */
const WAITING_EACH = { mostWaiting: 20, mostWaitingBytes: 48 * MEGABYTE };

interface Opening {
  /** Null for as many as the machine can bear. */
  readonly workers: number | null;
  readonly onTrouble: (trouble: unknown) => void;
  readonly timeLimitMs?: number;
}

export function openJudging({ workers, onTrouble, timeLimitMs = 20_000 }: Opening): Judging {
  const maxThreads = workers ?? Math.min(MOST_WORKERS, availableParallelism());
  const filename = fileURLToPath(new URL(WORKER, import.meta.url));
  const pool = new Piscina({ filename, maxThreads, execArgv: [], ...POOL_OPTIONS });
  // A thread may still fail while it is being stopped; without a listener that would end the service.
  pool.on("error", onTrouble);
  // Of two threads or more one is always left for the others: no sender's files keep another waiting for the whole limit.
  const atOnceEach = Math.max(1, maxThreads - 1);
  const turns = makeTurns({
    all: { atOnce: maxThreads, ...WAITING },
    each: { atOnce: atOnceEach, ...WAITING_EACH },
  });
  const runFor =
    (sender: Sender): Run =>
    <T>(name: string, task: Task) =>
      turns.take({ sender, bytes: sizeOf(task) }, () =>
        runWithin<T>(timeLimitMs, (signal) => pool.run(task, { name, signal })),
      );
  const judgingFor = (sender: Sender): Judging => ({
    ...questionsTo(runFor(sender)),
    by: judgingFor,
    close: () => pool.destroy(),
  });
  return judgingFor(null);
}

type Run = <T>(name: string, task: Task) => Promise<T | Refused>;

/** Each question with what a thread that is too slow means for it. */
function questionsTo(run: Run): Omit<Judging, "by" | "close"> {
  return {
    judgeContent: (task) => {
      const reply = run<JudgeReply>("judgeContent", task);
      return task.content.kind === "sheets" ? busyWhenSlow(reply) : reply;
    },
    judgeFile: (task) => run("judgeFile", task),
    describeVersion: (task) => busyWhenSlow(run<string>("describeVersion", task)),
    compareWithLatest: (task) => run("compareWithLatest", task),
    compareStored: (task) => busyWhenSlow(run<string>("compareStored", task)),
    compareRounds: (task) => busyWhenSlow(run<string>("compareRounds", task)),
    listLines: (task) => busyWhenSlow(run<string>("listLines", task)),
    readSheets: (task) => run("readSheets", task),
    summarise: (task) => busyWhenSlow(run<SummaryReply>("summarise", task)),
    findVersionOverlaps: (task) => busyWhenSlow(run<readonly Overlap[]>("findVersionOverlaps", task)),
    annotateFile: (task) => run("annotateFile", task),
    fixFile: (task) => run("fixFile", task),
    annotateVersion: (task) => run("annotateVersion", task),
    copyAsked: (task) => run("copyAsked", task),
  };
}

const POOL_OPTIONS = {
  minThreads: 0,
  idleTimeout: IDLE_MS,
  // A thread that waits by blocking can't be told to stop.
  atomics: "disabled",
  recordTiming: false,
  resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
} as const;

/** The built worker lies beside the bundle. */
const WORKER = import.meta.url.endsWith(".ts") ? "./judge-worker-from-source.mjs" : "./judge-worker.js";

const refused = (code: RefusalCode): Refused => ({ ok: false, why: "refused", code, sheet: "" });

/** A thread that takes too much is ended, and another takes its place. */
async function runWithin<T>(
  timeLimitMs: number,
  work: (signal: AbortSignal) => Promise<unknown>,
): Promise<T | Refused> {
  const tooLong = new AbortController();
  const clock = setTimeout(() => {
    tooLong.abort();
  }, timeLimitMs);
  try {
    return (await work(tooLong.signal)) as T;
  } catch (trouble) {
    if (tooLong.signal.aborted) return refused("took-too-long");
    if (isOutOfMemory(trouble)) return refused("out-of-memory");
    throw trouble;
  } finally {
    clearTimeout(clock);
  }
}

/**
 * A file may be made so that reading it takes for ever. Sheets as Excel has them, and versions that were judged before, take long
 * only where the machine has too much to do: whoever asks again later is answered. Memory does not depend on that.
 * @throws Problem busy
 */
async function busyWhenSlow<T>(asked: Promise<T | Refused>): Promise<T | Refused> {
  const reply = await asked;
  if (isRefused(reply) && reply.why === "refused" && reply.code === "took-too-long") throw new Problem("busy");
  return reply;
}

const isRefused = (reply: unknown): reply is Refused =>
  typeof reply === "object" && reply !== null && "ok" in reply && reply.ok === false;

/** A text longer than the language allows is also more than can be kept. */
const isOutOfMemory = (trouble: unknown): boolean =>
  trouble instanceof Error &&
  (("code" in trouble && trouble.code === "ERR_WORKER_OUT_OF_MEMORY") ||
    (trouble instanceof RangeError && trouble.message === "Invalid string length"));

/** The texts and bytes in it. */
function sizeOf(task: unknown): number {
  if (typeof task === "string" || task instanceof Uint8Array) return task.length;
  if (typeof task !== "object" || task === null) return 0;
  return Object.values(task).reduce((sum: number, part: unknown) => sum + sizeOf(part), 0);
}
