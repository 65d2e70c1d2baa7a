/** exceljs's stream has no back-pressure: it holds in memory whatever the receiver has not taken. Writing waits here instead. */
import type { Writable } from "node:stream";

/** The receiver has gone: nobody wants the rest. */
export class WritingStopped extends Error {
  constructor() {
    super("the receiver of the workbook has gone");
  }
}

const MOST_WAITING_BYTES = 1 << 20;

export interface Pace {
  /** To be awaited after each piece. @throws WritingStopped, or whatever error the receiver had */
  readonly breathe: (waitingBytes: () => number) => Promise<void>;
}

export const paceOf = (out: Writable): Pace => ({
  breathe: async (waitingBytes) => {
    do {
      if (out.destroyed) throw out.errored ?? new WritingStopped();
      await (out.writableNeedDrain ? drained(out) : new Promise((resolve) => setImmediate(resolve)));
    } while (out.destroyed || out.writableNeedDrain || waitingBytes() > MOST_WAITING_BYTES);
  },
});

function drained(out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      out.off("drain", finish);
      out.off("close", finish);
      resolve();
    };
    out.on("drain", finish);
    out.on("close", finish);
  });
}
