/** The people of an organisation, as their administrator manages them. */
import type { PersonAnswer } from "../../shared/api/organisations.ts";
import type { Role } from "../../shared/api/organisations.ts";
import { NOT_FOUND } from "../authorise.ts";
import { hashPassword, makeFirstPassword } from "../passwords.ts";
import { Problem } from "../problem.ts";
import { appendAudit } from "../store/audit.ts";
import type { Database, Writing } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import { findOrganisation } from "../store/organisations.ts";
import { findPerson, findPersonByEmail, toAddress, toPerson } from "../store/people.ts";
import { endSessions as endSessionsOf } from "../store/sessions.ts";
import type { PersonTable } from "../store/tables.ts";
import { byName } from "../vietnamese-order.ts";
import type { Acting } from "./acting.ts";

export async function listPeople(db: Database, organisationId: string): Promise<readonly PersonAnswer[]> {
  const rows = await db.selectFrom("person").selectAll().where("organisation_id", "=", organisationId).execute();
  return rows.map(toPerson).sort(byName);
}

interface NewPerson {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

interface Added {
  readonly person: PersonAnswer;
  readonly firstPassword: string;
}

/** @throws Problem email-taken, organisation-closed or not-found */
export async function addPerson({ store, actor }: Acting, given: NewPerson): Promise<Added> {
  const firstPassword = makeFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const organisation = await findOrganisation(tx, given.organisationId);
    if (!organisation) throw new Problem("not-found", NOT_FOUND.organisation);
    if (organisation.isClosed) throw new Problem("organisation-closed", { name: organisation.name });
    const email = toAddress(given.email);
    if (await findPersonByEmail(tx, email)) throw new Problem("email-taken", { email });
    const row = { ...NEW_PERSON, ...newRow(given, email), password_hash: passwordHash, created_at: at };
    await tx.insertInto("person").values(row).execute();
    await appendAudit(tx, {
      at,
      actor,
      organisationId: row.organisation_id,
      action: "add-person",
      subject: `person ${row.id}`,
      details: { email, name: row.name, role: row.role },
    });
    return { person: toPerson(row), firstPassword };
  });
}

const NEW_PERSON = {
  must_change_password: 1,
  failed_attempts: 0,
  locked_until: null,
  is_active: 1,
  oidc_subject: null,
  last_sign_in_at: null,
} as const;

const newRow = ({ organisationId, name, role }: NewPerson, email: string) => ({
  id: newId(),
  organisation_id: organisationId,
  name,
  email,
  role,
});

export interface PersonChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly isActive?: boolean | undefined;
}

/** @throws Problem forbidden when administrators would shut themselves out */
export function changePerson({ store, actor }: Acting, id: string, change: PersonChange): Promise<PersonAnswer> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const before = await readPerson(tx, id);
    const after = {
      ...before,
      name: change.name ?? before.name,
      role: change.role ?? before.role,
      is_active: flag(change.isActive) ?? before.is_active,
    };
    if (id === actor.id && (after.role !== before.role || after.is_active === 0)) throw new Problem("forbidden");
    const { name, role, is_active } = after;
    await tx.updateTable("person").set({ name, role, is_active }).where("id", "=", id).execute();
    for (const told of tellChanges(before, after))
      await appendAudit(tx, { at, actor, organisationId: before.organisation_id, subject: `person ${id}`, ...told });
    if (is_active === 0) await endSessionsOf(tx, at, { personIds: [id] });
    return toPerson(after);
  });
}

const flag = (value: boolean | undefined): 0 | 1 | undefined => (value === undefined ? undefined : value ? 1 : 0);

function tellChanges(before: PersonTable, after: PersonTable): { action: string; details: Record<string, unknown> }[] {
  const told: { action: string; details: Record<string, unknown> }[] = [];
  const changed = (["name", "role"] as const).filter((key) => before[key] !== after[key]);
  if (changed.length > 0) {
    const pairs = changed.map((key) => [key, { from: before[key], to: after[key] }]);
    told.push({ action: "change-person", details: Object.fromEntries(pairs) as Record<string, unknown> });
  }
  if (before.is_active !== after.is_active)
    told.push({ action: after.is_active === 1 ? "reopen-person" : "close-person", details: { email: after.email } });
  return told;
}

async function readPerson(tx: Writing, id: string): Promise<PersonTable> {
  const person = await findPerson(tx, id);
  if (!person) throw new Problem("not-found", NOT_FOUND.person);
  return person;
}

/**
 * A new first password: the account is unlocked, its sessions end, and its tie to the single sign-on is undone, to be tied
 * again at the next sign-in. For one's own password there is the change, which asks for the current one.
 */
export async function resetPassword({ store, actor }: Acting, id: string): Promise<{ firstPassword: string }> {
  if (id === actor.id) throw new Problem("forbidden");
  const firstPassword = makeFirstPassword();
  const password_hash = await hashPassword(firstPassword);
  await store.write(async (tx) => {
    const at = new Date().toISOString();
    const person = await readPerson(tx, id);
    await tx
      .updateTable("person")
      .set({ password_hash, must_change_password: 1, failed_attempts: 0, locked_until: null, oidc_subject: null })
      .where("id", "=", id)
      .execute();
    const sessions = await endSessionsOf(tx, at, { personIds: [id] });
    await appendAudit(tx, {
      at,
      actor,
      organisationId: person.organisation_id,
      action: "reset-password",
      subject: `person ${id}`,
      details: { email: person.email, sessionsEnded: sessions },
    });
  });
  return { firstPassword };
}

export function unlockPerson({ store, actor }: Acting, id: string): Promise<void> {
  return store.write(async (tx) => {
    const person = await readPerson(tx, id);
    await tx.updateTable("person").set({ failed_attempts: 0, locked_until: null }).where("id", "=", id).execute();
    await appendAudit(tx, {
      at: new Date().toISOString(),
      actor,
      organisationId: person.organisation_id,
      action: "unlock-person",
      subject: `person ${id}`,
      details: { email: person.email },
    });
  });
}

export function endSessions({ store, actor }: Acting, id: string): Promise<void> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const person = await readPerson(tx, id);
    const sessions = await endSessionsOf(tx, at, { personIds: [id] });
    await appendAudit(tx, {
      at,
      actor,
      organisationId: person.organisation_id,
      action: "end-sessions",
      subject: `person ${id}`,
      details: { email: person.email, sessions },
    });
  });
}
