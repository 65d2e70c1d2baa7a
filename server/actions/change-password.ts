/** Changing one's own password, the first one above all. */
import { findWeakness, hashPassword, isPassword } from "../passwords.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { findPerson } from "../store/people.ts";
import { endSessions } from "../store/sessions.ts";
import type { PersonTable } from "../store/tables.ts";
import { countWrongPassword, findLock } from "./lockout.ts";

interface Passwords {
  readonly current: string;
  readonly next: string;
}

/** @throws Problem wrong-current-password, account-locked, weak-password or password-reused */
export async function changePassword(
  { db, store }: Service,
  caller: Caller,
  { current, next }: Passwords,
): Promise<void> {
  const known = await findPerson(db, caller.id);
  const kept = known?.password_hash ?? null;
  const isRight = kept !== null && (await isPassword(kept, current));
  const problem = isRight ? findFault(caller, { current, next }) : null;
  if (problem) throw problem;
  const hash = isRight ? await hashPassword(next) : "";
  const refusal = await store.write(async (tx) => {
    const at = new Date().toISOString();
    const person = await findPerson(tx, caller.id);
    if (!person) return new Problem("session-ended");
    const locked = findLock(person, at);
    if (locked) return locked;
    // A session taken from somebody must not help to guess the password.
    if (!isRight || person.password_hash !== kept) return toCurrent(await countWrongPassword(tx, person, at));
    await keep(tx, caller, { person, hash, at });
    return null;
  });
  if (refusal) throw refusal;
}

/** Who is signed in must not be told that they are not. */
const toCurrent = (problem: Problem): Problem =>
  problem.code === "wrong-password" ? new Problem("wrong-current-password") : problem;

function findFault(caller: Caller, { current, next }: Passwords): Problem | null {
  if (next.normalize("NFC") === current.normalize("NFC")) return new Problem("password-reused");
  const weakness = findWeakness(next, [caller.name, caller.email, caller.email.split("@")[0] ?? ""]);
  return weakness && new Problem("weak-password", { why: weakness.vi, whyEn: weakness.en });
}

async function keep(
  tx: Writing,
  caller: Caller,
  { person, hash, at }: { person: PersonTable; hash: string; at: string },
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ password_hash: hash, must_change_password: 0, failed_attempts: 0, locked_until: null })
    .where("id", "=", person.id)
    .execute();
  const sessions = await endSessions(tx, at, { personIds: [person.id], exceptId: caller.sessionId });
  await appendAudit(tx, {
    at,
    actor: { id: caller.id, name: caller.name },
    organisationId: person.organisation_id,
    action: "change-password",
    subject: `person ${person.id}`,
    details: { sessionsEnded: sessions },
  });
}
