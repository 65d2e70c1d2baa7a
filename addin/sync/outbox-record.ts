/** What the outbox keeps. */
import type { Round } from "../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import type { OutboxEntry } from "./state.ts";

/** An entry as it is kept: that it is being sent is known to the window that sends it, and dies with that window. */
export interface OutboxRecord extends Omit<OutboxEntry, "status"> {
  readonly status: Exclude<OutboxEntry["status"], { kind: "sending" }>;
  /** The version the officer knew when pressing the button. */
  readonly replaces: number;
  readonly madeWith: string;
  /** When it was last sent; null before. */
  readonly triedAt: number | null;
  /** Its receipt has been put into the workbook. */
  readonly isNoted: boolean;
}

/** What was last known of the service, so that an officer without network can still choose the round and submit. */
export interface LastKnown {
  readonly personId: string;
  readonly rounds: readonly Round[];
  readonly roundId: string | null;
  readonly submission: SubmissionAnswer | null;
  readonly knownVersion: number;
}
