/**
 * How far an organisation's submission to a round is. missing: nothing yet. draft: saved and not submitted. prepared: waits for
 * the second person's sign-off.
 */
export const SUBMISSION_STATES = ["missing", "draft", "prepared", "submitted", "returned", "accepted"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
