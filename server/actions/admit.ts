/** Whether a round takes something from an organisation. */
import { Problem } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { findMember } from "../store/rounds.ts";
import type { RoundTable } from "../store/tables.ts";
import { toVietnamTime } from "../../shared/vietnam-time.ts";

/**
 * While the round is open it does, after the deadline too, marked late. Once closed it takes only from those it was reopened
 * for, until the time given to them.
 * @throws Problem not-expected, round-not-open or deadline-passed
 */
export async function admit(
  db: Database,
  round: RoundTable,
  { organisationId, now }: { organisationId: string; now: string },
): Promise<{ isLate: boolean }> {
  const member = await findMember(db, { roundId: round.id, organisationId });
  if (!member) throw new Problem("not-expected", { round: round.name });
  const isLate = now > round.deadline;
  if (round.state === "open") return { isLate };
  if (round.state === "closed") {
    const until = member.reopened_until ?? "";
    if (now <= until) return { isLate };
    const ended = until > round.deadline ? until : round.deadline;
    if (now > ended) throw new Problem("deadline-passed", { round: round.name, deadline: toVietnamTime(ended) });
  }
  throw new Problem("round-not-open", { round: round.name });
}
