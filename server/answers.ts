/** What actions answer with where it is more than values. */
import type { Writable } from "node:stream";

/** Bytes to be saved: `write` writes them all to `out` and stops when it is destroyed. */
export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size?: number;
  readonly write: (out: Writable) => Promise<void>;
}

export interface Redirect {
  readonly to: string;
}

/** Server-sent events: sends what comes after `lastEventId`, then what happens, until `signal` is aborted. */
export interface EventStream {
  readonly run: (send: (event: { id: number; json: string }) => void, signal: AbortSignal) => Promise<void>;
}

/** An answer that was written elsewhere: what is large is not read again by the thread that serves everybody. */
export class WrittenJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
