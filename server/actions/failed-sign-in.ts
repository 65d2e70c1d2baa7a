/** What the log keeps of a sign-in that failed, whichever way it was tried. */
import { appendAudit } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import type { PersonTable } from "../store/tables.ts";

interface FailedSignIn {
  readonly at: string;
  readonly way: "password" | "oidc";
  /** Null for an address that nobody has. */
  readonly person: PersonTable | null;
  readonly email: string;
  readonly why: string;
}

export const noteFailedSignIn = (tx: Writing, { at, person, ...details }: FailedSignIn): Promise<void> =>
  appendAudit(tx, {
    at,
    actor: null,
    organisationId: person?.organisation_id ?? null,
    action: "fail-sign-in",
    subject: person ? `person ${person.id}` : "person",
    details,
  });
