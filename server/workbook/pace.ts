/** exceljs's stream has no back-pressure: it holds in memory whatever the receiver has not taken. Writing waits here instead. */
import type { Writable } from "node:stream";

/** The receiver has gone: nobody wants the rest. */
export class WritingStopped extends Error {
  constructor() {
    super("the receiver of the workbook has gone");
  }
}

const ROWS_AT_A_TIME = 10;
const MOST_WAITING_BYTES = 1 << 20;

export interface Pace {
  /** To be awaited after each row. */
  readonly row: (waitingBytes: () => number) => Promise<void> | null;
}

export function paceOf(out: Writable): Pace {
  let rows = 0;
  return {
    row: (waitingBytes) => {
      rows++;
      return rows % ROWS_AT_A_TIME === 0 ? breathe(out, waitingBytes) : null;
    },
  };
}

async function breathe(out: Writable, waitingBytes: () => number): Promise<void> {
  do {
    if (out.destroyed) throw out.errored ?? new WritingStopped();
    await (out.writableNeedDrain ? drained(out) : new Promise((resolve) => setImmediate(resolve)));
  } while (out.destroyed || out.writableNeedDrain || waitingBytes() > MOST_WAITING_BYTES);
}

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
