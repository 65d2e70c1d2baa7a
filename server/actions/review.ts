/** The reviewer's decision on a version: returned with reasons, or accepted. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import { notifyAccepted, notifyReturned } from "../mail/notices.ts";
import type { NewComment } from "../store/comments.ts";
import { changeSubmission, mustBeLatest, type Changing } from "./change-submission.ts";
import { writeComments } from "./comments.ts";
import { nameReviewed } from "./name-reviewed.ts";
import { moveState } from "./states.ts";

interface Decision {
  /** The version that was looked at. */
  readonly version: number;
  readonly why: string;
}

/** @throws Problem not-found, version-conflict or wrong-state */
export async function returnSubmission(
  changing: Changing,
  { version, why, comments }: Decision & { readonly comments: readonly NewComment[] },
): Promise<SubmissionAnswer> {
  const { service, place, by } = changing;
  const answer = await changeSubmission(changing, async (tx, at) => {
    await mustBeLatest(tx, place, version);
    await moveState(tx, { ...place, action: "return", version, why, by, at });
    await writeComments(tx, { ...place, version, by, at }, comments);
    await notifyReturned(tx, service, await nameReviewed(tx, place, { version, why }));
  });
  service.nudge("email");
  return answer;
}

/** It is locked from now on; what was unlocked, locked again. @throws Problem not-found, version-conflict or wrong-state */
export async function acceptSubmission(changing: Changing, { version, why }: Decision): Promise<SubmissionAnswer> {
  const { service, place, by } = changing;
  const answer = await changeSubmission(changing, async (tx, at) => {
    await mustBeLatest(tx, place, version);
    await moveState(tx, { ...place, action: "accept", version, why, by, at });
    await notifyAccepted(tx, service, { ...(await nameReviewed(tx, place, { version, why })), at });
  });
  service.nudge("email");
  return answer;
}
