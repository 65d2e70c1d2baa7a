/** Preparing a round. */
import type { Round, RoundTerms } from "../../shared/api/rounds.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { appendAudit, type Actor } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import { addMembers, findRound, listRoundsFor } from "../store/rounds.ts";
import { checkDeadline, checkExpected, checkPreviousRound, checkRules, checkYears, tidyTerms } from "./round-terms.ts";

/** What of the service these actions need; the command line brings its own. */
export type RoundKeeper = Pick<Service, "store" | "nudge">;

/** Those that the caller's organisation has to do with, newest first. */
export const listOwnRounds = (
  db: Database,
  { organisation }: Pick<Caller, "organisation">,
): Promise<readonly Round[]> => listRoundsFor(db, organisation.id);

/** @throws Problem not-found */
export async function readRound(db: Database, roundId: string): Promise<Round> {
  const round = await findRound(db, roundId);
  if (!round) throw new Problem("not-found", NOT_FOUND.round);
  return round;
}

/** @throws Problem unfit-terms */
export function addRound(
  { store }: RoundKeeper,
  given: RoundTerms,
  { ownerId, by }: { ownerId: string; by: Actor | null },
): Promise<Round> {
  const { expectedIds, ...terms } = tidyTerms(given);
  const id = newId();
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    checkYears(terms);
    checkDeadline(terms.deadline, at);
    checkRules(terms);
    await checkExpected(tx, ownerId, expectedIds);
    await checkPreviousRound(tx, terms.previousRoundId, { ownerId, roundId: id });
    await tx
      .insertInto("round")
      .values({
        id,
        owner_id: ownerId,
        name: terms.name,
        state: "preparing",
        deadline: terms.deadline,
        terms: JSON.stringify(terms),
        created_at: at,
      })
      .execute();
    await addMembers(tx, id, expectedIds);
    const details = { ...terms, expectedIds };
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: ownerId,
      action: "add-round",
      subject: `round ${id}`,
      details,
    });
    return readRound(tx, id);
  });
}
