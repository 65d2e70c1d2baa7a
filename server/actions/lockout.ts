/** What wrong passwords cost: after five in a row the account is locked, longer each time. */
import { Problem } from "../problem.ts";
import { appendAudit } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import type { PersonTable } from "../store/tables.ts";
import { toVietnamTime } from "../../shared/vietnam-time.ts";

const MOST_IN_A_ROW = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;

/** How long the account is locked after so many wrong passwords in a row; 0 for not. */
export function lockMs(failures: number): number {
  if (failures === 0 || failures % MOST_IN_A_ROW !== 0) return 0;
  return Math.min(FIRST_LOCK_MS * 2 ** (failures / MOST_IN_A_ROW - 1), LONGEST_LOCK_MS);
}

const lockedUntil = (until: string): Problem =>
  new Problem("account-locked", { until: toVietnamTime(until), at: until });

export function findLock(person: PersonTable, at: string): Problem | null {
  const until = person.locked_until;
  return until !== null && until > at ? lockedUntil(until) : null;
}

/** Counts a wrong password. Gives the problem instead of throwing it: thrown, the count would be undone. */
export async function countWrongPassword(tx: Writing, person: PersonTable, at: string): Promise<Problem> {
  const failures = person.failed_attempts + 1;
  const ms = lockMs(failures);
  const until = ms === 0 ? null : new Date(Date.parse(at) + ms).toISOString();
  await tx
    .updateTable("person")
    .set({ failed_attempts: failures, locked_until: until })
    .where("id", "=", person.id)
    .execute();
  if (until === null) return new Problem("wrong-password");
  await appendAudit(tx, {
    at,
    actor: null,
    organisationId: person.organisation_id,
    action: "lock-account",
    subject: `person ${person.id}`,
    details: { email: person.email, failures, until },
  });
  return lockedUntil(until);
}
