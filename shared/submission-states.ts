/** How far an organisation's submission to a round is. */
export const SUBMISSION_STATES = ["missing", "draft", "prepared", "submitted", "returned", "accepted"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
