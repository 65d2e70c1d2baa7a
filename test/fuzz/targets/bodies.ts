/** The real service under requests of all kinds: never a fault of its own, always one shape of problem, and it lives on. */
import assert from "node:assert/strict";
import { API_PREFIX } from "../../../shared/api/route.ts";
import { openFuzzScene, type FuzzScene } from "../http/scene.ts";
import { makeRequest, mutateRequest, routeOf, shrinkRequest, type FuzzRequest } from "../http/request.ts";
import { Random } from "../random.ts";
import { writeJson, type Target } from "../target.ts";

let scene: FuzzScene | null = null;

/** Half a character can't be written into an address. */
const wellFormed = (text: string): string => Buffer.from(text).toString("utf8");

function addressOf({ route, params, query }: FuzzRequest, fill: (text: string) => string): string {
  const path = routeOf(route).path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(wellFormed(fill(params[name] ?? "x"))),
  );
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, fill(value)]),
  ).toString();
  return `${API_PREFIX}${path}${asked === "" ? "" : `?${asked}`}`;
}

/** Who of the scene asks: those who may, mostly. */
const tokenOf = ({ route }: FuzzRequest, { people }: FuzzScene): string => {
  const [administrator, officer, reviewer] = people;
  const { access } = routeOf(route);
  const person = access === "write-submission" ? officer : access === "review" ? reviewer : administrator;
  return person?.token() ?? "";
};

async function send(given: FuzzRequest, at: FuzzScene): Promise<Response> {
  const { type, body, as, isSignedIn } = given;
  const headers = {
    ...(type === null ? {} : { "content-type": type }),
    ...(isSignedIn ? { authorization: `Bearer ${tokenOf(given, at)}` } : {}),
  };
  const bytes = body === null ? null : as === "base64" ? Buffer.from(body, "base64") : Buffer.from(at.fill(body));
  const { method } = routeOf(given.route);
  return fetch(at.service.url + addressOf(given, at.fill), {
    method: method.toUpperCase(),
    headers,
    redirect: "manual",
    ...(bytes && method !== "get" ? { body: bytes } : {}),
  });
}

const STACK = /\n\s+at |node:internal|\.ts:\d+:\d+|SQLITE_|SqliteError|syntax error at/;

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly sent: string;
}

function checkProblem({ status, type, text, sent }: Answered): void {
  assert.match(type, /^application\/problem\+json/, `status ${String(status)} as ${type}`);
  const problem = JSON.parse(text) as Readonly<Record<string, unknown>>;
  for (const name of ["code", "vi", "en"])
    assert.ok(
      typeof problem[name] === "string" && problem[name] !== "",
      `a problem without ${name}: ${text.slice(0, 300)}`,
    );
  assert.equal(problem["status"], status, "a problem's own status");
  const said = `${String(problem["vi"])} ${String(problem["en"])}`;
  assert.doesNotMatch(said, /\bundefined\b|\[object /, "a problem's sentences");
  // What was sent may be quoted, and so may names that were kept before.
  const known = sent + JSON.stringify(problem["facts"] ?? {});
  const left = (said.match(/\{\w+\}/g) ?? []).filter((name) => !known.includes(name));
  assert.deepEqual(left, [], "what a problem's sentences leave open");
}

async function check(given: FuzzRequest): Promise<void> {
  assert.ok(scene, "the service is not open");
  const answer = await send(given, scene);
  const text = await answer.text();
  const type = answer.headers.get("content-type") ?? "";
  const { status } = answer;
  assert.ok(
    status < 500 || status === 503,
    `${given.route} answers "${String(status)}": ${text.slice(0, 300)} ${scene.service.said().slice(-1_500)}`,
  );
  if (status < 400) return;
  assert.doesNotMatch(text, STACK, `${given.route} tells of its inside`);
  checkProblem({ status, type, text, sent: JSON.stringify(given) });
}

export const bodies: Target<FuzzRequest> = {
  id: "bodies",
  extension: "json",
  seeds: () => {
    const random = new Random(7);
    return Array.from({ length: 200 }, () => makeRequest(random));
  },
  make: makeRequest,
  mutate: mutateRequest,
  check,
  shrink: shrinkRequest,
  write: writeJson,
  read: (bytes) => JSON.parse(bytes.toString("utf8")) as FuzzRequest,
  mostMs: 0,
  open: async () => {
    scene = await openFuzzScene();
  },
  close: async () => {
    const open = scene;
    scene = null;
    if (!open) return;
    // It still answers, and it ends as it should.
    const alive = await fetch(`${open.service.url}${API_PREFIX}/rules`);
    assert.equal(alive.status, 200, "the service no longer answers");
    await open.end();
  },
};
