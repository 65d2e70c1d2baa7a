/** exceljs's stream has no back-pressure: it holds in memory whatever its zip or the receiver has not taken. Writing waits here instead. */
import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";

/** The receiver has gone: nobody wants the rest. */
export class WritingStopped extends Error {
  constructor() {
    super("the receiver of the workbook has gone");
  }
}

/** Where a sheet goes into the zip. exceljs's libraries have streams of an older make, which tell only inwardly that they are full. */
export type Pipe = Writable & { readonly _writableState: { readonly needDrain: boolean } };

export const isFull = (pipe: Pipe): boolean => pipe._writableState.needDrain;

export interface Pace {
  /** To be awaited after each piece: others are served, and what is full is waited for. @throws WritingStopped, or the receiver's own error */
  readonly breathe: (pipes: readonly Pipe[]) => Promise<void>;
}

export const paceOf = (out: Writable): Pace => ({
  breathe: async (pipes) => {
    await setImmediate();
    for (;;) {
      if (out.destroyed) throw out.errored ?? new WritingStopped();
      const full = out.writableNeedDrain ? out : pipes.find(isFull);
      if (!full) return;
      await drained(full, out);
    }
  },
});

/** Or the receiver has gone. */
function drained(full: Writable, out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      full.off("drain", finish);
      out.off("close", finish);
      resolve();
    };
    full.on("drain", finish);
    out.on("close", finish);
  });
}
