/** What was accepted or signed off is locked: who wants to submit again asks for it, and the reviewer unlocks it. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import { notifyUnlockRequested } from "../mail/notices.ts";
import { findSubmission } from "../store/submissions.ts";
import { changeSubmission, type Changing } from "./change-submission.ts";
import { nameReviewed } from "./name-reviewed.ts";
import { moveState } from "./states.ts";

/** Asked again, the newer reason counts; the reviewers are told once of what waits for them. @throws Problem wrong-state when it is not locked */
export async function requestUnlock(changing: Changing, why: string): Promise<SubmissionAnswer> {
  const { service, place, by } = changing;
  const answer = await changeSubmission(changing, async (tx, at) => {
    const before = await findSubmission(tx, place);
    const version = before?.latest_version ?? 0;
    await moveState(tx, { ...place, action: "request-unlock", version, why, by, at });
    if (before?.unlock_request !== null) return;
    await notifyUnlockRequested(tx, service, { ...(await nameReviewed(tx, place, { version, why })), at });
  });
  service.nudge("email");
  return answer;
}

/**
 * Without having been asked, too. What counts goes on counting until a new version arrives.
 * @throws Problem wrong-state when it is not locked
 */
export const unlock = (changing: Changing, why: string): Promise<SubmissionAnswer> =>
  changeSubmission(changing, async (tx, at) => {
    const { place, by } = changing;
    const version = (await findSubmission(tx, place))?.latest_version ?? 0;
    await moveState(tx, { ...place, action: "unlock", version, why, by, at });
  });
