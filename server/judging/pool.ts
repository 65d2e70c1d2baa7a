/** Everything that was sent is read and judged in threads with bounds of time and memory: no content stops or bloats the service. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { StoredLines } from "../store/stored-lines.ts";
import { LIMITS, type RefusalCode } from "../workbook/refusals.ts";
import type { CompareRoundsTask, CompareStoredTask } from "./compare-stored.ts";
import type { CompareTask, DescribeTask, FileReply, JudgeReply, JudgeTask, Refused } from "./tasks.ts";
import { makeTurns } from "./turns.ts";

export interface Judging {
  /** For a new version. */
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
  close(): Promise<void>;
}

type Task = JudgeTask | DescribeTask | CompareTask | CompareStoredTask | CompareRoundsTask | StoredLines;

const MOST_WORKERS = 4;
/** Threads nobody needs give their memory back. */
const IDLE_MS = 60_000;
const MOST_WAITING = 200;
const MOST_WAITING_BYTES = 128 * 1024 * 1024;

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
  const turns = makeTurns({ atOnce: maxThreads, mostWaiting: MOST_WAITING, mostWaitingBytes: MOST_WAITING_BYTES });
  const run = <T>(name: string, task: Task): Promise<T | Refused> =>
    turns.take(sizeOf(task), () => runWithin<T>(timeLimitMs, (signal) => pool.run(task, { name, signal })));
  return {
    judgeContent: (task) => run("judgeContent", task),
    judgeFile: (task) => run("judgeFile", task),
    describeVersion: (task) => run("describeVersion", task),
    compareWithLatest: (task) => run("compareWithLatest", task),
    compareStored: (task) => run("compareStored", task),
    compareRounds: (task) => run("compareRounds", task),
    listLines: (task) => run("listLines", task),
    close: () => pool.destroy(),
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
