/** What was accepted or signed off is locked: who wants to submit again asks for it, and the reviewer unlocks it. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { appendAudit } from "../store/audit.ts";
import { appendRoundEvent } from "../store/round-events.ts";
import { findSubmission, untouched } from "../store/submissions.ts";
import { changeSubmission, type Changing } from "./change-submission.ts";
import { moveState, mustBeLocked, submissionSubject } from "./states.ts";

const ASKING: Bilingual = { vi: "đề nghị mở khóa", en: "ask for it to be unlocked" };

/** Asked again, the newer reason counts. @throws Problem wrong-state when it is not locked */
export const requestUnlock = (changing: Changing, why: string): Promise<SubmissionAnswer> =>
  changeSubmission(changing, async (tx, at) => {
    const { place, by } = changing;
    const submission = (await findSubmission(tx, place)) ?? untouched(place, at);
    mustBeLocked(submission, ASKING);
    await tx
      .updateTable("submission")
      .set({ unlock_request: JSON.stringify({ at, by: { id: by.id, name: by.name }, why }), updated_at: at })
      .where("round_id", "=", place.roundId)
      .where("organisation_id", "=", place.organisationId)
      .execute();
    const version = submission.latest_version;
    await appendRoundEvent(tx, { ...place, what: "unlock-requested", version, at, by });
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: place.organisationId,
      action: "request-unlock",
      subject: submissionSubject(place),
      details: { version, why },
    });
  });

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
