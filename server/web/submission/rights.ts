/** Who is offered what on a submission's page. The service decides in the end; this only spares people buttons that it would refuse. */
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Me } from "../../../addin/sync/state.ts";
import { takesVersion } from "../parts/takes-version.ts";

export type ReviewAction = "accept" | "return" | "unlock" | "sign-off" | "withdraw" | "request-unlock";

/** A submission, and who looks at it. */
export interface SeenSubmission {
  readonly me: Me;
  readonly round: Round;
  readonly submission: SubmissionAnswer;
  /** For this organisation alone, of a round that is closed. */
  readonly reopenedUntil: string | null;
}

/** Of the organisation that asked for it, and not of the one that submits. */
export const isReviewer = ({ me, round, submission }: Omit<SeenSubmission, "reopenedUntil">): boolean =>
  me.role === "reviewer" && me.organisation.id === round.ownerId && submission.organisationId !== round.ownerId;

export const isSubmitter = ({ me, submission }: Pick<SeenSubmission, "me" | "submission">): boolean =>
  me.role === "submitter" && me.organisation.id === submission.organisationId;

/** A way to submit is shown only where a new version would be taken. */
export const maySubmit = ({ me, round, submission, reopenedUntil }: SeenSubmission): boolean =>
  isSubmitter({ me, submission }) && takesVersion(round, { isLocked: submission.isLocked, reopenedUntil }, Date.now());

/** All act on the latest version. */
export function offeredActions(seen: SeenSubmission): readonly ReviewAction[] {
  if (isReviewer(seen)) return reviewerActions(seen.submission);
  return isSubmitter(seen) ? submitterActions(seen) : [];
}

function reviewerActions({ state, isLocked }: SubmissionAnswer): readonly ReviewAction[] {
  const unlock: readonly ReviewAction[] = isLocked ? ["unlock"] : [];
  if (state === "submitted") return ["accept", "return", ...unlock];
  // Unlocked and looked at again, it is accepted as it stands.
  if (state === "accepted") return isLocked ? unlock : ["accept"];
  return [];
}

function submitterActions({ me, submission }: SeenSubmission): readonly ReviewAction[] {
  const { state, isLocked, versions } = submission;
  const latest = versions.find(({ number }) => number === submission.latestVersion);
  if (state === "prepared") return latest?.by.id === me.id ? ["withdraw"] : ["sign-off", "withdraw"];
  return isLocked ? ["request-unlock"] : [];
}
