/** What a route's handler gets and gives. Handlers parse nothing and know no Express: they call an action and answer. */
import type { Answer, Input, Route, Stream } from "../../shared/api/route.ts";
import type { Download, EventStream, Redirect, WrittenJson } from "../answers.ts";
import type { Asking, Caller, Service, Target } from "../service.ts";

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
