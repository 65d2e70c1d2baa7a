/** Opening and closing a round, and reopening it for one organisation. Asking twice for the same state changes nothing. */
import type { ProgressLine, Round } from "../../shared/api/rounds.ts";
import { Problem } from "../problem.ts";
import { atPlace } from "../store/at-place.ts";
import { appendAudit, type Actor } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { appendRoundEvent } from "../store/round-events.ts";
import { findMember } from "../store/rounds.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { progressLines } from "./progress.ts";
import { checkDeadline, unfit } from "./round-terms.ts";
import { readRound, type RoundKeeper } from "./rounds.ts";

interface Of {
  readonly roundId: string;
  readonly by: Actor | null;
}

/**
 * A closed round may be opened again, whatever its deadline: what comes then is late.
 * @throws Problem not-found or unfit-terms
 */
export const openRound = (keeper: RoundKeeper, { roundId, by }: Of): Promise<Round> =>
  moveRound(keeper, { roundId, by }, (round, at) => {
    if (round.expectedIds.length === 0)
      throw unfit("expectedIds", { vi: "chưa yêu cầu đơn vị nào nộp", en: "it expects nobody" });
    if (round.state === "preparing") checkDeadline(round.deadline, at);
    return "open";
  });

/** @throws Problem not-found or round-not-open */
export const closeRound = (keeper: RoundKeeper, { roundId, by }: Of): Promise<Round> =>
  moveRound(keeper, { roundId, by }, (round) => {
    if (round.state === "preparing") throw new Problem("round-not-open", { round: round.name });
    return "closed";
  });

async function moveRound(
  { store, nudge }: RoundKeeper,
  { roundId, by }: Of,
  next: (round: Round, at: string) => "open" | "closed",
): Promise<Round> {
  const moved = await store.write(async (tx) => {
    const at = new Date().toISOString();
    const round = await readRound(tx, roundId);
    const state = next(round, at);
    if (state === round.state) return round;
    await tx.updateTable("round").set({ state }).where("id", "=", roundId).execute();
    const isOpening = state === "open";
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: round.ownerId,
      action: isOpening ? "open-round" : "close-round",
      subject: `round ${roundId}`,
      details: { before: round.state },
    });
    const what = isOpening ? "round-opened" : "round-closed";
    await appendRoundEvent(tx, { roundId, organisationId: null, what, version: null, at, by });
    return { ...round, state };
  });
  nudge("round-event");
  return moved;
}

interface Reopening extends Of {
  readonly organisationId: string;
  readonly until: string;
  readonly why: string;
}

/**
 * Gives an organisation until a time to submit to a round that is closed or will be by then.
 * @throws Problem not-found, round-not-open, not-expected or unfit-terms
 */
export async function reopenForOrganisation(
  { store, nudge }: RoundKeeper,
  { roundId, organisationId, until: given, why, by }: Reopening,
): Promise<ProgressLine> {
  const until = new Date(given).toISOString();
  const line = await store.write(async (tx) => {
    const at = new Date().toISOString();
    const round = await readRound(tx, roundId);
    if (round.state === "preparing") throw new Problem("round-not-open", { round: round.name });
    if (!round.expectedIds.includes(organisationId)) throw new Problem("not-expected", { round: round.name });
    checkDeadline(until, at);
    const before = await keepReopening(tx, { roundId, organisationId, until });
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: round.ownerId,
      action: "reopen-round",
      subject: `submission ${roundId} ${organisationId}`,
      details: { before, until, why },
    });
    await appendRoundEvent(tx, { roundId, organisationId, what: "reopened", version: null, at, by });
    const [only] = await progressLines(tx, round, [organisationId]);
    if (!only) throw new Error("a member of the round has no line");
    return only;
  });
  nudge("round-event");
  return line;
}

async function keepReopening(
  tx: Writing,
  { until, ...place }: SubmissionPlace & { readonly until: string },
): Promise<string | null> {
  const before = await findMember(tx, place);
  await tx.updateTable("round_member").set({ reopened_until: until }).where(atPlace(place)).execute();
  return before?.reopened_until ?? null;
}
