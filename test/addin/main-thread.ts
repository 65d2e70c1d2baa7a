/** What the main thread of a page worked at, in its own time: a busy machine makes waits longer, and not these. */
import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface Work {
  /** Milliseconds of each task, the longest first. */
  readonly tasks: readonly number[];
  readonly totalMs: number;
}

export async function workDuring(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Work> {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)}/${String(tid)}`;
  const isNameOfMain = ({ name, args }: TraceEvent): boolean =>
    name === "thread_name" && args?.name === "CrRendererMain";
  const main = new Set(trace.traceEvents.filter(isNameOfMain).map(threadOf));
  const tasks = trace.traceEvents
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && main.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a);
  return { tasks, totalMs: tasks.reduce((sum, task) => sum + task, 0) };
}
