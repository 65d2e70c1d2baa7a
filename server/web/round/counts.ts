/** How many organisations of a round are how far. */
import type { ProgressLine } from "../../../shared/api/rounds.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import { wasSent } from "../parts/was-sent.ts";

/** Which organisations are looked at. "late": what came after the deadline; "overdue": what has not come by then; "unlock": who asks for unlocking. */
export type Filter = SubmissionState | "all" | "overdue" | "late" | "unlock";

/** As people count: what is there first, what is still to come last. Bars and filters go in this order. */
export const STATES_BY_PROGRESS: readonly SubmissionState[] = [
  "accepted",
  "submitted",
  "returned",
  "prepared",
  "draft",
  "missing",
];

export function passes({ state, isLate, unlockRequested }: ProgressLine, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "late":
      return isLate && wasSent(state);
    case "overdue":
      return isLate && !wasSent(state);
    case "unlock":
      return unlockRequested;
    default:
      return state === filter;
  }
}

export type Counts = Readonly<Record<Filter, number>>;

export function countLines(lines: readonly ProgressLine[]): Counts {
  const count = (filter: Filter): number => lines.filter((line) => passes(line, filter)).length;
  return {
    all: lines.length,
    accepted: count("accepted"),
    submitted: count("submitted"),
    returned: count("returned"),
    prepared: count("prepared"),
    draft: count("draft"),
    missing: count("missing"),
    overdue: count("overdue"),
    late: count("late"),
    unlock: count("unlock"),
  };
}

/** What waits for nobody of the organisation: what was returned is to be submitted again. */
export const countHandedIn = (counts: Counts): number => counts.accepted + counts.submitted;
