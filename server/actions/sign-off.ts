/** The second person's part (người duyệt): to sign off what another prepared (người lập), or to give it back. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import { Problem } from "../problem.ts";
import { atPlace } from "../store/at-place.ts";
import type { Actor } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { findSubmission, type SubmissionPlace } from "../store/submissions.ts";
import { changeSubmission, mustBeLatest, type Changing } from "./change-submission.ts";
import { moveState } from "./states.ts";
import { admitNow } from "./submitting.ts";

/**
 * What was prepared while the round asked for sign-off is signed off, though the round no longer asks for it: else it would wait
 * for ever.
 * @throws Problem not-found, version-conflict, wrong-state, same-person, or that the round takes nothing now
 */
export const signOff = (changing: Changing, version: number): Promise<SubmissionAnswer> =>
  changeSubmission(changing, async (tx, at) => {
    const { place, by } = changing;
    const latest = await mustBeLatest(tx, place, version);
    await moveState(tx, { ...place, action: "sign-off", version, why: "", by, at });
    if (latest.by.id === by.id) throw new Problem("same-person");
    // Only what is signed off has been submitted: that is what the round takes or does not, and what is late.
    const { isLate } = await admitNow(tx, place, at);
    await markSignedOff(tx, place, { version, by, at, isLate: isLate || latest.isLate });
  });

interface SignedOff {
  readonly version: number;
  readonly by: Actor;
  readonly at: string;
  readonly isLate: boolean;
}

const markSignedOff = (tx: Writing, place: SubmissionPlace, { version, by, at, isLate }: SignedOff) =>
  tx
    .updateTable("version")
    .set({
      signed_off_at: at,
      signed_off_by_id: by.id,
      signed_off_by_name: by.name,
      signed_off_late: isLate ? 1 : 0,
    })
    .where(atPlace(place))
    .where("number", "=", version)
    .execute();

/** Back to the preparer, who reads why. Who prepared it may take it back the same way. @throws Problem wrong-state */
export const withdraw = (changing: Changing, why: string): Promise<SubmissionAnswer> =>
  changeSubmission(changing, async (tx, at) => {
    const { place, by } = changing;
    const version = (await findSubmission(tx, place))?.latest_version ?? 0;
    await moveState(tx, { ...place, action: "withdraw", version, why, by, at });
  });
