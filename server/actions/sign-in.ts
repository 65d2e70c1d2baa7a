/** Signing in with e-mail address and password. Whoever guesses learns neither from the answer nor from its time who has an account. */
import type { SessionAnswer } from "../../shared/api/sessions.ts";
import { emailSchema } from "../../shared/api/values.ts";
import { hashPassword, isPassword } from "../passwords.ts";
import { Problem } from "../problem.ts";
import type { Asking, Service } from "../service.ts";
import type { Writing } from "../store/database.ts";
import { newToken } from "../store/ids.ts";
import { findPerson, findPersonByEmail, toAddress } from "../store/people.ts";
import type { PersonTable } from "../store/tables.ts";
import { noteFailedSignIn } from "./failed-sign-in.ts";
import { countWrongPassword, findLock } from "./lockout.ts";
import { findClosure, letIn } from "./let-in.ts";

/** Of a password nobody has: hashing for unknown addresses takes as long as for known ones. */
let nobodysHash: Promise<string> | null = null;

interface Given {
  readonly email: string;
  readonly password: string;
}

export async function signIn(service: Service, { email, password }: Given, asking: Asking): Promise<SessionAnswer> {
  const known = await findPersonByEmail(service.db, email);
  nobodysHash ??= hashPassword(newToken());
  const isRight = await isPassword(known?.password_hash ?? (await nobodysHash), password);
  const outcome = await service.store.write(async (tx) => {
    const at = new Date().toISOString();
    const person = known && (await findPerson(tx, known.id));
    const problem = await findProblem(tx, person, { at, isRight: isRight && isSamePassword(known, person) });
    if (person && !problem) return letIn(tx, service.config, { person, at, asking, way: "password" });
    const why = problem ?? new Problem("wrong-password");
    await noteFailedSignIn(tx, { at, way: "password", person, email: addressOrNone(email), why: why.code });
    return why;
  });
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}

/** It may have been changed while the hash was being worked out. */
const isSamePassword = (before: PersonTable | null, now: PersonTable | null): boolean =>
  now !== null && now.password_hash !== null && now.password_hash === before?.password_hash;

/** The lock comes first: guesses sent side by side find it too, and learn nothing more. */
async function findProblem(
  tx: Writing,
  person: PersonTable | null,
  { at, isRight }: { at: string; isRight: boolean },
): Promise<Problem | null> {
  if (!person) return new Problem("wrong-password");
  const locked = findLock(person, at);
  if (locked) return locked;
  return isRight ? findClosure(tx, person) : countWrongPassword(tx, person, at);
}

/** People type passwords into the wrong field: what is no address is not written down. */
const addressOrNone = (text: string): string => {
  const address = toAddress(text);
  return emailSchema.safeParse(address).success ? address : "";
};
