/** Times and memory of work that is measured in a process of its own. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const MB = 1024 * 1024;
const SAMPLE_MS = 20;
const QUICK_MS = 3_000;
const TIMES = 5;

export interface MeasuredOnce {
  readonly ms: number;
  /** Of all threads together: what a busy machine changes least. */
  readonly cpuMs: number;
  /** Added at most to what was held before; only what waits now and then is seen while it runs. */
  readonly heapMb: number;
}

export interface Measured {
  /** The first run, nothing being warm; then the median of those after it, null where one takes long. */
  readonly firstMs: number;
  readonly medianMs: number | null;
  /** Of the first run. */
  readonly cpuMs: number;
  readonly heapMb: number;
  readonly peakRssMb: number;
}

const heldBytes = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const STATUS = "/proc/self/status";

/** Linux counts what the process that started this one held as this one's too, but not in its status. */
export function peakRss(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, "utf8") : "";
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}

const timed = async (run: () => unknown): Promise<number> => {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
};

/** Growth of the heap and of what lies beside it, sampled while others are let run. */
export async function measureOnce(run: () => unknown): Promise<MeasuredOnce> {
  globalThis.gc?.();
  const before = heldBytes();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, heldBytes())), SAMPLE_MS);
  const cpuBefore = process.cpuUsage();
  const ms = await timed(run);
  const { user, system } = process.cpuUsage(cpuBefore);
  clearInterval(sampler);
  return { ms, cpuMs: (user + system) / 1_000, heapMb: (Math.max(most, heldBytes()) - before) / MB };
}

/** Once for its memory; again where it is quick, for its time. */
export async function measure(run: () => unknown): Promise<Measured> {
  const { ms: firstMs, cpuMs, heapMb } = await measureOnce(run);
  const peakRssMb = peakRss();
  const again: number[] = [];
  if (firstMs < QUICK_MS) for (let time = 0; time < TIMES; time++) again.push(await timed(run));
  again.sort((a, b) => a - b);
  const medianMs = again[Math.floor(again.length / 2)] ?? null;
  return { firstMs, medianMs, cpuMs, heapMb, peakRssMb };
}

/** What `script` prints last as JSON, run in a fresh process with these arguments. */
export function inChild<Answer>(script: string, args: readonly string[]): Answer {
  const node = ["--expose-gc", "--import", "tsx", script, ...args];
  const out = execFileSync(process.execPath, node, { encoding: "utf8", maxBuffer: 1 << 24 });
  return JSON.parse(out.trim().split("\n").pop() ?? "{}") as Answer;
}

export const shownMs = (ms: number | null): string =>
  ms === null
    ? "–"
    : ms < 10
      ? `${ms.toFixed(1)} ms`
      : ms < 10_000
        ? `${ms.toFixed(0)} ms`
        : `${(ms / 1000).toFixed(1)} s`;

export const ratio = (a: number, b: number): string => (b > 0 ? (a / b).toFixed(a / b < 10 ? 2 : 1) : "–");

/** Once warm, where there was time for that. */
export const usualMs = ({ medianMs, firstMs }: Measured): number => medianMs ?? firstMs;

/** Warm beside warm, else first beside first. */
export const timeRatio = (a: Measured, b: Measured): string =>
  a.medianMs === null || b.medianMs === null ? ratio(a.firstMs, b.firstMs) : ratio(a.medianMs, b.medianMs);

/** Of a table in markdown. */
export const printRow = (cells: readonly string[]): void => {
  console.log(`| ${cells.join(" | ")} |`);
};
