/** Whose account a sign-in at the provider is for. */
import { Problem } from "../problem.ts";
import { appendAudit } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { actorOf, findPersonByEmail, toAddress } from "../store/people.ts";
import type { PersonTable } from "../store/tables.ts";
import { noteFailedSignIn } from "./failed-sign-in.ts";
import { findClosure } from "./let-in.ts";

export interface ProviderClaims {
  /** Issuer and subject: the same for one person for ever. */
  readonly subject: string;
  readonly email: string;
  /** False only when the provider says so. */
  readonly isEmailVerified: boolean;
}

/** Known by the subject; the first time by the e-mail address, which is tied to the subject then. */
export async function admitByProvider(tx: Writing, claims: ProviderClaims, at: string): Promise<PersonTable | Problem> {
  const known = await tx.selectFrom("person").selectAll().where("oidc_subject", "=", claims.subject).executeTakeFirst();
  const person = known ?? (await findPersonByEmail(tx, claims.email));
  const why = person && !known ? findObstacle(person, claims) : null;
  const closure = person && (await findClosure(tx, person));
  if (!person || why !== null || closure) {
    const email = toAddress(claims.email);
    const problem = closure && why === null ? closure : new Problem("oidc-unknown-person", { email });
    await noteFailedSignIn(tx, { at, way: "oidc", person, email, why: why ?? problem.code });
    return problem;
  }
  await bind(tx, person, { subject: claims.subject, at });
  return person;
}

function findObstacle(person: PersonTable, { isEmailVerified }: ProviderClaims): string | null {
  if (!isEmailVerified) return "email-not-verified";
  return person.oidc_subject === null ? null : "tied-to-another-subject";
}

/** A first password the person never used is of no use to them any more, and somebody else has seen it. */
async function bind(tx: Writing, person: PersonTable, { subject, at }: { subject: string; at: string }): Promise<void> {
  const dropsPassword = person.must_change_password === 1;
  if (dropsPassword)
    await tx
      .updateTable("person")
      .set({ password_hash: null, must_change_password: 0 })
      .where("id", "=", person.id)
      .execute();
  if (person.oidc_subject === subject) return;
  await tx.updateTable("person").set({ oidc_subject: subject }).where("id", "=", person.id).execute();
  await appendAudit(tx, {
    at,
    actor: actorOf(person),
    organisationId: person.organisation_id,
    action: "tie-single-sign-on",
    subject: `person ${person.id}`,
    details: { email: person.email, dropsFirstPassword: dropsPassword },
  });
}
