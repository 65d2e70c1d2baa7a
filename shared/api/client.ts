/** Calls the service by the contract: checks what it answers, and gives problems as values. Whoever uses it brings their own fetch. */
import * as z from "zod";
import { API, type RouteId } from "../api.ts";
import { problemSchema, type ProblemAnswer } from "./problems.ts";
import { API_PREFIX, type Answer, type Input, type Route } from "./route.ts";

interface Response {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface RequestInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
  readonly redirect: "manual";
}

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** What a route's answer is to a client: bytes where it is a file. */
type Value<R extends Route> = R["answer"] extends z.ZodType
  ? Answer<R>
  : R["answer"] extends "workbook" | "file" | "archive"
    ? Uint8Array
    : undefined;

export type Result<R extends Route> =
  | { readonly ok: true; readonly status: number; readonly value: Value<R> }
  | { readonly ok: false; readonly status: number; readonly problem: ProblemAnswer };

type Given<R extends Route> = {
  readonly [Key in keyof Input<R> as Input<R>[Key] extends undefined ? never : Key]: Key extends "params" | "query"
    ? Readonly<Partial<Record<keyof Input<R>[Key], string | number>>>
    : Input<R>[Key];
};

export interface Client {
  call<Id extends RouteId>(id: Id, given: Given<(typeof API)[Id]>): Promise<Result<(typeof API)[Id]>>;
}

/** @param token the access token; null before signing in */
export function makeClient(base: string, fetch: Fetch, token: () => string | null): Client {
  const call = async (id: RouteId, given: Loose): Promise<unknown> => {
    const route: Route = API[id];
    const headers: Record<string, string> = { Accept: "application/json" };
    const bearer = token();
    if (bearer !== null) headers["Authorization"] = `Bearer ${bearer}`;
    if (route.body !== undefined)
      headers["Content-Type"] = route.body === "bytes" ? "application/octet-stream" : "application/json";
    const body = route.body === "bytes" ? (given.body as Uint8Array) : JSON.stringify(given.body);
    const response = await fetch(`${base}${addressOf(route, given)}`, {
      method: route.method.toUpperCase(),
      headers,
      redirect: "manual",
      ...(route.body === undefined ? {} : { body }),
    });
    if (response.status >= 400)
      return { ok: false, status: response.status, problem: problemSchema.parse(await response.json()) };
    return { ok: true, status: response.status, value: await valueOf(route, response) };
  };
  return { call: call as unknown as Client["call"] };
}

interface Loose {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/** The route's address with its parts filled in. */
export function addressOf(route: Route, { params = {}, query = {} }: Pick<Loose, "params" | "query">): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  );
  return `${API_PREFIX}${path}${asked.length === 0 ? "" : `?${asked.join("&")}`}`;
}

async function valueOf(route: Route, response: Response): Promise<unknown> {
  switch (route.answer) {
    case "nothing":
    case "redirect":
    case "events":
      return undefined;
    case "workbook":
    case "file":
    case "archive":
      return new Uint8Array(await response.arrayBuffer());
    default:
      return route.answer.parse(await response.json());
  }
}
