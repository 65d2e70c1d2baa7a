/** Whether the organisation has submitted, whatever came of it: what came late is told apart from what has not come. */
import type { SubmissionState } from "../../../shared/submission-states.ts";

export const wasSent = (state: SubmissionState): boolean =>
  state === "submitted" || state === "returned" || state === "accepted";
