/** What the tests of accounts share: a service with its administrator, and a hand at its database to move the time. */
import assert from "node:assert/strict";
import type { Context } from "mocha";
import { readConfig } from "../../server/config.ts";
import { openStore, type Store } from "../../server/store/database.ts";
import {
  makeDatabase,
  nobody,
  signInFirst,
  startProcess,
  type DatabaseKind,
  type Person,
  type ServiceProcess,
} from "./service.ts";
import type { Role } from "../../shared/api/organisations.ts";

export interface Scene {
  readonly service: ServiceProcess;
  readonly url: string;
  readonly administrator: Person;
  readonly store: Store;
  /** Of the log, newest first. */
  readonly audit: () => Promise<readonly AuditLine[]>;
  readonly end: () => Promise<void>;
}

export interface AuditLine {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: unknown;
}

export async function openScene(
  kind: DatabaseKind,
  test: Context,
  env: Readonly<Record<string, string>> = {},
): Promise<Scene> {
  const database = await makeDatabase(kind, test);
  const service = await startProcess({ ...database.env, ...env });
  assert.ok(service.firstAccount);
  const administrator = await signInFirst(service.url, service.firstAccount);
  const store = await openStore(readConfig(database.env).database);
  return {
    service,
    url: service.url,
    administrator,
    store,
    audit: () => readAudit(store),
    end: async () => {
      await store.close();
      assert.equal(await service.stop(), 0);
      await database.drop();
    },
  };
}

async function readAudit({ db }: Store): Promise<readonly AuditLine[]> {
  const rows = await db.selectFrom("audit_entry").selectAll().orderBy("sequence", "desc").execute();
  return rows.map(({ actor, action, subject, details }) => ({
    actor,
    action,
    subject,
    details: JSON.parse(details) as unknown,
  }));
}

let added = 0;

/** Not signed in yet. */
export async function addAccount(
  { administrator }: Scene,
  { organisationId = "tinh-nghe-an", role = "submitter" }: { organisationId?: string; role?: Role },
): Promise<{ id: string; email: string; password: string }> {
  const email = `nguoi.${String(++added)}@vi-du.vn`;
  const given = { params: { organisationId }, body: { name: `Phạm Thử ${String(added)}`, email, role } };
  const { person, firstPassword } = await administrator.get("addPerson", given);
  return { id: person.id, email, password: firstPassword };
}

/** The code of the problem a sign-in meets; "" when it is let in. */
export async function tryPassword(url: string, email: string, password: string): Promise<string> {
  const result = await nobody(url).client.call("signIn", { body: { email, password } });
  return result.ok ? "" : result.problem.code;
}

export const HOUR_MS = 3_600_000;
export const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();
