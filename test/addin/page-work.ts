/** How long the longest piece of work on a page's main thread took, by Chromium's own trace. */
import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time: what other programs took of the processor meanwhile is no fault of the page. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;

/** @returns milliseconds of the longest task while the work was done, and how many tasks there were */
export async function measureTasks(
  { browser, page }: { readonly browser: Browser; readonly page: Page },
  work: () => Promise<void>,
): Promise<{ readonly longestMs: number; readonly tasks: number }> {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
  let trace: Buffer;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map((event) => threadOf(event)),
  );
  const tasks = traceEvents.flatMap((event) =>
    event.name.endsWith("RunTask") && mains.has(threadOf(event)) ? [event.tdur ?? 0] : [],
  );
  return { longestMs: tasks.reduce((longest, each) => Math.max(longest, each), 0) / 1000, tasks: tasks.length };
}
