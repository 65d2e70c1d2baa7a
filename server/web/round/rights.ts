/** What is offered to whom on a round's page. The service decides; here is only what it would allow. */
import type { Round } from "../../../shared/api/rounds.ts";
import type { Me } from "../../../addin/sync/state.ts";

export const ownsRound = (me: Me, round: Round): boolean => me.organisation.id === round.ownerId;

/** Opens, closes and reopens it, and reminds those who have yet to submit. */
export const managesRound = (me: Me, round: Round): boolean =>
  ownsRound(me, round) && (me.role === "reviewer" || me.role === "administrator");

/** Looks at others' submissions, and merges them: the owner's people all of the round, those between only their own branch. */
export const oversees = (me: Me): boolean => me.role !== "submitter";
