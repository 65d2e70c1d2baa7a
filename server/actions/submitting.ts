/** Who sends something to a round, and for which organisation. */
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Caller, Target } from "../service.ts";
import type { Actor } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import type { RoundTable } from "../store/tables.ts";
import { admit } from "./admit.ts";

export interface Submitting {
  readonly place: SubmissionPlace;
  /** As it was when the caller's right was checked. */
  readonly round: RoundTable;
  readonly by: Actor;
}

export function submittingOf(caller: Caller, target: Target, { roundId, organisationId }: SubmissionPlace): Submitting {
  if (!target.round) throw new Problem("not-found", NOT_FOUND.round);
  return { place: { roundId, organisationId }, round: target.round, by: { id: caller.id, name: caller.name } };
}

/**
 * Whether the round takes something at this moment: it may have been closed or changed since the caller's right was checked.
 * @throws Problem not-expected, round-not-open or deadline-passed
 */
export async function admitNow(
  db: Database,
  { roundId, organisationId }: SubmissionPlace,
  now: string,
): Promise<{ readonly round: RoundTable; readonly isLate: boolean }> {
  const round = await db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
  if (!round) throw new Problem("not-found", NOT_FOUND.round);
  return { round, ...(await admit(db, round, { organisationId, now })) };
}
