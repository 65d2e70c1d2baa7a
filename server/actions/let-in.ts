/** The end of every way to sign in: the account is open, a session begins, the log tells it. */
import type { SessionAnswer } from "../../shared/api/sessions.ts";
import type { Organisation } from "../../shared/api/organisations.ts";
import type { Config } from "../config.ts";
import { Problem } from "../problem.ts";
import type { Asking } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import type { Database, Writing } from "../store/database.ts";
import { findOrganisation } from "../store/organisations.ts";
import { actorOf } from "../store/people.ts";
import { openSession } from "../store/sessions.ts";
import type { PersonTable } from "../store/tables.ts";

/** Closed is the account, or the organisation it is in. */
export async function findClosure(db: Database, person: PersonTable): Promise<Problem | null> {
  const organisation = await findOrganisation(db, person.organisation_id);
  return person.is_active === 0 || !organisation || organisation.isClosed ? new Problem("account-closed") : null;
}

export const meOf = (person: PersonTable, organisation: Organisation): SessionAnswer["me"] => ({
  id: person.id,
  name: person.name,
  email: person.email,
  role: person.role,
  organisation,
  mustChangePassword: person.must_change_password === 1,
});

interface Entering {
  readonly person: PersonTable;
  readonly at: string;
  readonly asking: Asking;
  readonly way: "password" | "oidc";
}

export async function letIn(
  tx: Writing,
  config: Config,
  { person, at, asking, way }: Entering,
): Promise<SessionAnswer | Problem> {
  const organisation = await findOrganisation(tx, person.organisation_id);
  if (!organisation) return new Problem("account-closed");
  const tokens = await openSession(tx, config, { personId: person.id, userAgent: asking.userAgent, at });
  await tx
    .updateTable("person")
    .set({ failed_attempts: 0, locked_until: null, last_sign_in_at: at })
    .where("id", "=", person.id)
    .execute();
  await appendAudit(tx, {
    at,
    actor: actorOf(person),
    organisationId: person.organisation_id,
    action: "sign-in",
    subject: `person ${person.id}`,
    details: { way },
  });
  return { ...tokens, me: meOf(person, organisation) };
}
