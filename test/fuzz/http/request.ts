/** A request as the fuzzer makes it: a route of the contract, and what is sent to it; known again in a file. */
import { API, type RouteId } from "../../../shared/api.ts";
import type { Route } from "../../../shared/api/route.ts";
import { gridOf, PHASE_YEAR, SINGLE_AMOUNT, withCells } from "../../builders.ts";
import { mutateText } from "../mutate-text.ts";
import type { Random } from "../random.ts";
import { makeGrids } from "../sheets/make-grids.ts";
import { makeOddWorkbook } from "../workbook/make-sheet.ts";
import { anyJson, makeValue, mutateJson, type Json } from "./make-value.ts";

export interface FuzzRequest {
  readonly route: RouteId;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Null: no header of it. */
  readonly type: string | null;
  readonly body: string | null;
  /** How the body's bytes are written down. */
  readonly as: "utf8" | "base64";
  readonly isSignedIn: boolean;
}

const JSON_TYPE = "application/json";
const TYPES = [
  JSON_TYPE,
  "application/json; charset=utf-16",
  "application/json;charset=x",
  "text/plain",
  "application/octet-stream",
  "multipart/form-data; boundary=x",
  "",
  "x",
];

/** Not those that end the caller's own session, nor the one that never ends. */
const ROUTES = (Object.keys(API) as RouteId[]).filter(
  (id) => !/^(signOut|endOwnSession|endSessions|watchRound|changePassword|downloadBackup|startOidc)/.test(id),
);
const WITH_BODY = ROUTES.filter((id) => routeOf(id).body !== undefined);

export function routeOf(id: RouteId): Route {
  return API[id];
}

/** What may close a round or shut somebody out is asked of a round and a province that nothing else needs. */
const paramOf = (name: string, route: Route, random: Random): string => {
  const isSpare = /^(manage|sign-off)/.test(route.access);
  if (random.chance(0.05)) return textOf(anyJson(random)).slice(0, 300);
  if (/round/i.test(name)) return isSpare ? "{spareRound}" : "{round}";
  if (/organisation/i.test(name))
    return isSpare ? random.pick(["{spareOrganisation}", "{ministry}"]) : "{organisation}";
  if (/person/i.test(name)) return "{person}";
  if (/form/i.test(name)) return "targets";
  return random.pick(["1", "0", "2", "-1", "1e9", "x", "99999999999999999999"]);
};

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));

function queryOf(route: Route, random: Random): Record<string, string> {
  const made = route.query && random.chance(0.8) ? makeValue(route.query, random) : {};
  // A value made to be wrong may be none at all.
  const entries = Object.entries((made ?? {}) as Readonly<Record<string, Json>>).map(
    ([name, value]): [string, string] => [name, random.chance(0.1) ? textOf(anyJson(random)) : textOf(value)],
  );
  if (random.chance(0.04))
    entries.push([random.pick(["ticket", "__proto__", "a[b]", "limit"]), textOf(anyJson(random))]);
  return Object.fromEntries(entries);
}

/** What an officer submits, with the sheets of the field and what others make of them. */
function submissionBody(random: Random): Json {
  const sheets = random.pick([
    () => [gridOf(PHASE_YEAR)],
    () => [gridOf(withCells(SINGLE_AMOUNT, { G4: random.below(9_999) }))],
    () => makeGrids(random),
  ])();
  const body = {
    sheets,
    explanations: [],
    idempotencyKey: "{key}",
    replaces: random.below(3),
    attachedFileId: null,
    madeWith: null,
    base: 0,
    revision: 0,
  };
  return JSON.parse(JSON.stringify(body)) as Json;
}

function bodyOf(id: RouteId, random: Random): Pick<FuzzRequest, "type" | "body" | "as"> {
  const { body } = routeOf(id);
  if (body === undefined) return { type: null, body: null, as: "utf8" };
  if (body === "bytes")
    return { type: "application/octet-stream", body: makeOddWorkbook(random).toString("base64"), as: "base64" };
  const isSheets = (id === "submit" || id === "saveDraft") && random.chance(0.8);
  const value = isSheets ? submissionBody(random) : makeValue(body, random);
  const changed = random.chance(0.5) ? value : mutateJson(value, random);
  return { type: JSON_TYPE, body: JSON.stringify(changed), as: "utf8" };
}

export function makeRequest(random: Random): FuzzRequest {
  const route = random.chance(0.8) ? random.pick(WITH_BODY) : random.pick(ROUTES);
  const names = [...routeOf(route).path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  return {
    route,
    params: Object.fromEntries(names.map((name) => [name, paramOf(name, routeOf(route), random)])),
    query: queryOf(routeOf(route), random),
    ...bodyOf(route, random),
    isSignedIn: random.chance(0.93),
  };
}

const fromJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** Its body changed as JSON where it is JSON, else as text; or how it is said to be. */
export function mutateRequest(given: FuzzRequest, random: Random): FuzzRequest {
  if (random.chance(0.08)) return { ...given, type: random.pick(TYPES) };
  if (given.body === null || random.chance(0.1))
    return { ...makeRequest(random), route: given.route, params: given.params };
  if (given.as === "base64") return { ...given, body: makeOddWorkbook(random).toString("base64") };
  const value = random.chance(0.8) ? fromJson(given.body) : undefined;
  if (value !== undefined) return { ...given, body: JSON.stringify(mutateJson(value, random)) };
  return {
    ...given,
    body: mutateText(given.body, random, [
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "\\u0000",
      "\\ud800",
      "null",
      "1e999",
      "\u0000",
      "\ufeff",
    ]),
  };
}

/** Without its query, then with less of its body. */
export function* shrinkRequest(given: FuzzRequest): Generator<FuzzRequest> {
  if (Object.keys(given.query).length > 0) yield { ...given, query: {} };
  const value = given.body === null || given.as === "base64" ? undefined : fromJson(given.body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const name of Object.keys(value))
    yield {
      ...given,
      body: JSON.stringify(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
    };
}
