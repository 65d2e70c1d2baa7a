/** What a route's handler gets and gives. Handlers parse nothing and know no Express: they call an action and answer. */
import type { Writable } from "node:stream";
import type { Answer, Input, Route, Stream } from "../../shared/api/route.ts";
import type { Caller, Service, Target } from "../service.ts";

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

export interface Asking {
  /** The client's address. */
  readonly ip: string;
  readonly userAgent: string;
  readonly lastEventId: number | null;
  /** The whole address asked for, as people see it. */
  readonly url: string;
}

export interface Call<R extends Route> extends Input<R> {
  readonly service: Service;
  /** Null for public routes. */
  readonly caller: R["access"] extends "public" ? null : Caller;
  readonly target: Target;
  readonly asking: Asking;
}

export type Reply<R extends Route> = R["answer"] extends "events"
  ? EventStream
  : R["answer"] extends "redirect"
    ? Redirect
    : R["answer"] extends Stream
      ? Download
      : Answer<R> | WrittenJson;

export type Handler<R extends Route> = (call: Call<R>) => Promise<Reply<R>>;
export type Handlers<Routes extends Readonly<Record<string, Route>>> = {
  readonly [Id in keyof Routes]: Handler<Routes[Id]>;
};
