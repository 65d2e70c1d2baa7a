/** What is being tried lies where another thread sees it, so that a case that never ends is not lost. */
import { Worker } from "node:worker_threads";
import { FOUND } from "./kept.ts";
import type { AnyTarget } from "./target.ts";

const MOST_MS = 60_000;
const ROOM = 32 * 1024 * 1024;

export interface Watch {
  readonly trying: (target: AnyTarget, given: unknown) => void;
  /** Nothing is tried for a while. */
  readonly rest: () => void;
  readonly stop: () => Promise<void>;
}

export function startWatch(): Watch {
  const clock = new SharedArrayBuffer(16);
  const bytes = new SharedArrayBuffer(ROOM);
  const [since, length, turn] = [
    new Float64Array(clock, 0, 1),
    new Int32Array(clock, 8, 1),
    new Int32Array(clock, 12, 1),
  ];
  const worker = new Worker(new URL("./watchdog.mjs", import.meta.url), {
    execArgv: [],
    workerData: { clock, bytes, folder: FOUND, mostMs: MOST_MS },
  });
  worker.unref();
  const room = Buffer.from(bytes);
  return {
    trying: (target, given) => {
      length[0] = target.write(given).copy(room);
      turn[0] = (turn[0] ?? 0) + 1;
      since[0] = Date.now();
    },
    rest: () => {
      since[0] = 0;
    },
    stop: async () => {
      since[0] = 0;
      await worker.terminate();
    },
  };
}
