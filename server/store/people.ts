/** People in the database. */
import type { PersonAnswer } from "../../shared/api/organisations.ts";
import type { Actor } from "./audit.ts";
import type { Database } from "./database.ts";
import type { PersonTable } from "./tables.ts";

export const toPerson = (row: PersonTable): PersonAnswer => ({
  id: row.id,
  organisationId: row.organisation_id,
  name: row.name,
  email: row.email,
  role: row.role,
  isActive: row.is_active === 1,
  mustChangePassword: row.must_change_password === 1,
  lockedUntil: row.locked_until,
  lastSignInAt: row.last_sign_in_at,
});

/** Addresses differ by their letters, not by capitals. */
export const toAddress = (email: string): string => email.trim().normalize("NFC").toLowerCase();

export const actorOf = (row: PersonTable): Actor => ({ id: row.id, name: row.name });

export async function findPerson(db: Database, id: string): Promise<PersonTable | null> {
  return (await db.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

export async function findPersonByEmail(db: Database, email: string): Promise<PersonTable | null> {
  return (await db.selectFrom("person").selectAll().where("email", "=", toAddress(email)).executeTakeFirst()) ?? null;
}

export async function listEverybody(db: Database): Promise<readonly PersonAnswer[]> {
  return (await db.selectFrom("person").selectAll().orderBy("email").execute()).map(toPerson);
}
