/** Sessions that are going on: who they are of, renewing them, ending them. */
import type { SessionAnswer } from "../../shared/api/sessions.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { sha256 } from "../store/ids.ts";
import { findOrganisation } from "../store/organisations.ts";
import { findPerson } from "../store/people.ts";
import { endSessions, hashesOf, makeTokens } from "../store/sessions.ts";
import type { PersonTable, SessionTable } from "../store/tables.ts";
import { findClosure, meOf } from "./let-in.ts";

export const readMe = (caller: Caller): SessionAnswer["me"] => ({
  id: caller.id,
  name: caller.name,
  email: caller.email,
  role: caller.role,
  organisation: caller.organisation,
  mustChangePassword: caller.mustChangePassword,
});

/** Two windows of one browser may ask with the same token at the same time. */
const TWO_WINDOWS_MS = 10_000;

/** @throws Problem session-ended, token-already-used or account-closed */
export async function refreshSession(service: Service, refreshToken: string): Promise<SessionAnswer> {
  const outcome = await service.store.write(async (tx) => {
    const at = new Date().toISOString();
    const session = await findOpenSession(tx, refreshToken, at);
    const person = session && (await findPerson(tx, session.person_id));
    if (!session || !person) return new Problem("session-ended");
    const hash = sha256(refreshToken);
    if (hash !== session.refresh_hash) return refuseUsedToken(tx, { session, person, hash, at });
    return renew(tx, service, { session, person, at });
  });
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}

interface Refreshing {
  readonly session: SessionTable;
  readonly person: PersonTable;
  readonly at: string;
}

async function findOpenSession(tx: Writing, refreshToken: string, at: string): Promise<SessionTable | null> {
  const id = refreshToken.split(".")[0] ?? "";
  const found = await tx
    .selectFrom("session")
    .selectAll()
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .where("refresh_expires_at", ">", at)
    .executeTakeFirst();
  return found ?? null;
}

async function renew(
  tx: Writing,
  { config }: Service,
  { session, person, at }: Refreshing,
): Promise<SessionAnswer | Problem> {
  const closure = await findClosure(tx, person);
  const organisation = await findOrganisation(tx, person.organisation_id);
  if (closure || !organisation) return closure ?? new Problem("account-closed");
  const tokens = makeTokens(config, { id: session.id, at, since: session.created_at });
  await tx
    .updateTable("session")
    .set({ ...hashesOf(tokens), previous_refresh_hash: session.refresh_hash, rotated_at: at })
    .where("id", "=", session.id)
    .execute();
  return { ...tokens, me: meOf(person, organisation) };
}

/** A token replaced before and shown again is in two hands, one of them a thief's: the session ends for both. */
async function refuseUsedToken(
  tx: Writing,
  { session, person, hash, at }: Refreshing & { hash: string },
): Promise<Problem> {
  const isFresh = Date.parse(at) - Date.parse(session.rotated_at) <= TWO_WINDOWS_MS;
  if (hash === session.previous_refresh_hash && isFresh) return new Problem("token-already-used");
  await tx.updateTable("session").set({ ended_at: at }).where("id", "=", session.id).execute();
  await appendAudit(tx, {
    at,
    actor: null,
    organisationId: person.organisation_id,
    action: "end-stolen-session",
    subject: `person ${person.id}`,
    details: { since: session.created_at },
  });
  return new Problem("token-already-used");
}

export function signOut({ store }: Service, caller: Caller): Promise<void> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    await tx.updateTable("session").set({ ended_at: at }).where("id", "=", caller.sessionId).execute();
    await appendAudit(tx, { at, ...byOneself(caller), action: "sign-out", details: {} });
  });
}

export function signOutEverywhere({ store }: Service, caller: Caller): Promise<void> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const sessions = await endSessions(tx, at, { personIds: [caller.id] });
    await appendAudit(tx, { at, ...byOneself(caller), action: "sign-out-everywhere", details: { sessions } });
  });
}

const byOneself = (caller: Caller) => ({
  actor: { id: caller.id, name: caller.name },
  organisationId: caller.organisation.id,
  subject: `person ${caller.id}`,
});
