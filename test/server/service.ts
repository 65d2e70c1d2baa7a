/** A real service in a process of its own, on each database, for tests over real HTTP. */
import { randomBytes } from "node:crypto";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "mocha";
import pg from "pg";
import type { RouteId } from "../../shared/api.ts";
import { API } from "../../shared/api.ts";
import { makeClient, type Client, type Fetch, type Result } from "../../shared/api/client.ts";
import type { ProblemAnswer } from "../../shared/api/problems.ts";
import type { Role } from "../../shared/api/organisations.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What npm run build made; from source where somebody is at work on it. */
export const PROGRAM: readonly string[] =
  process.env["PHULUC_FROM_SOURCE"] === "1"
    ? ["--import", "tsx", join(ROOT, "server/cli.ts")]
    : [join(ROOT, "dist/phuluc.js")];
const POSTGRES = process.env["PHULUC_TEST_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres";

export type DatabaseKind = "sqlite" | "postgres";
export const DATABASES: readonly DatabaseKind[] = ["sqlite", "postgres"];

/** A database of its own, gone afterwards. */
export interface TestDatabase {
  readonly env: Readonly<Record<string, string>>;
  readonly drop: () => Promise<void>;
}

async function asPostgresAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES, connectionTimeoutMillis: 30_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Skips where there is no PostgreSQL; fails where all tests must run. */
export async function makeDatabase(kind: DatabaseKind, test: Context): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  if (kind === "sqlite") return { env: { DATA_DIR: folder }, drop: () => Promise.resolve(removeFolder()) };
  const name = `phuluc_test_${randomBytes(6).toString("hex")}`;
  try {
    await asPostgresAdministrator(`create database ${name}`);
  } catch (trouble) {
    removeFolder();
    if (process.env["PHULUC_REQUIRE_ALL"] === "1") throw trouble;
    test.skip();
  }
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    removeFolder();
    await asPostgresAdministrator(`drop database if exists ${name} with (force)`);
  };
  return { env: { DATA_DIR: folder, DATABASE_URL: url.href }, drop };
}

export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** All it has said so far. */
  readonly said: () => string;
  /** The first account, as printed; null when none was. */
  readonly firstAccount: { readonly email: string; readonly password: string } | null;
  /** Resolves with the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** However busy the machine: a start that fails says so at once. */
const START_MS = 120_000;

export function startProcess(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ["serve"],
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], {
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", RATE_PER_MINUTE: "1000000", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the service did not start: ${said}`));
    }, START_MS);
    void ended.then((code) => {
      clearTimeout(clock);
      reject(new Error(`the service ended with ${String(code)}: ${said}`));
    });
    const hear = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      const url = /listening on: (\S+)\n[\s\S]*Ctrl\+C/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(clock);
      const account = /^ {2}(\S+@\S+) {3}(\S+)$/m.exec(said);
      resolve({
        url,
        child,
        said: () => said,
        firstAccount: account ? { email: account[1] ?? "", password: account[2] ?? "" } : null,
        stop: (signal = "SIGTERM") => {
          child.kill(signal);
          return ended;
        },
      });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
}

/** Somebody signed in, or nobody. */
export interface Person {
  readonly url: string;
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly token: () => string | null;
  readonly client: Client;
  /** The answer's value. @throws when the service answers with a problem */
  readonly get: <Id extends RouteId>(id: Id, given: Parameters<Client["call"]>[1]) => Promise<Value<Id>>;
  /** The problem. @throws when the service does as asked */
  readonly refused: <Id extends RouteId>(id: Id, given: Parameters<Client["call"]>[1]) => Promise<ProblemAnswer>;
}

type Value<Id extends RouteId> = Extract<Result<(typeof API)[Id]>, { ok: true }>["value"];

const realFetch = fetch as unknown as Fetch;

export function somebody(
  url: string,
  who: { id: string; email: string; password: string; token: () => string | null },
): Person {
  const client = makeClient(url, realFetch, who.token);
  const call = (id: RouteId, given: unknown): Promise<Result<(typeof API)[RouteId]>> => client.call(id, given as never);
  return {
    url,
    ...who,
    client,
    get: async (id, given) => {
      const result = await call(id, given);
      if (!result.ok)
        throw new Error(`${id}: ${String(result.status)} ${JSON.stringify(result.problem).slice(0, 2000)}`);
      return result.value as never;
    },
    refused: async (id, given) => {
      const result = await call(id, given);
      if (result.ok) throw new Error(`${id} was not refused`);
      return result.problem;
    },
  };
}

export const nobody = (url: string): Person => somebody(url, { id: "", email: "", password: "", token: () => null });

export async function signIn(url: string, account: { email: string; password: string }): Promise<Person> {
  const session = await nobody(url).get("signIn", { body: account });
  return somebody(url, { id: session.me.id, ...account, token: () => session.accessToken });
}

/** Signs in with a first password and changes it, as everybody has to. */
export async function signInFirst(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Person> {
  const first = await signIn(url, { email, password });
  const next = `${randomBytes(9).toString("hex")}-đổi rồi`;
  await first.get("changePassword", { body: { current: password, next } });
  return signIn(url, { email, password: next });
}

/** Adds a person and signs them in. */
export async function addPerson(
  administrator: Person,
  { url, organisationId, role }: { url: string; organisationId: string; role: Role },
): Promise<Person> {
  const email = `${role}.${randomBytes(5).toString("hex")}@vi-du.vn`;
  const { firstPassword } = await administrator.get("addPerson", {
    params: { organisationId },
    body: { name: `${role} ${organisationId}`, email, role },
  });
  return signInFirst(url, { email, password: firstPassword });
}
