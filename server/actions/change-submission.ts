/** What is common to all that people do to a submission: one write, its answer, and word of it to whoever waits. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import type { Actor } from "../store/audit.ts";
import type { Writing } from "../store/database.ts";
import { findSubmission, readSubmission, type SubmissionPlace } from "../store/submissions.ts";
import { findVersionLine, type VersionLine } from "../store/versions.ts";

/** Somebody about to change a submission. */
export interface Changing {
  readonly service: Pick<Service, "store" | "nudge" | "config" | "url">;
  readonly place: SubmissionPlace;
  readonly by: Actor;
}

/** A change to be made within a write, at a moment. */
type Change = (tx: Writing, at: string) => Promise<unknown>;

/** The answer is what this very change made of it, whatever comes next. */
export async function changeSubmission({ service, place }: Changing, change: Change): Promise<SubmissionAnswer> {
  const answer = await service.store.write(async (tx) => {
    await change(tx, new Date().toISOString());
    return readSubmission(tx, place);
  });
  service.nudge("round-event");
  return answer;
}

/**
 * Who decides names the version they looked at: when another has come since, they must look again.
 * @throws Problem not-found or version-conflict
 */
export async function mustBeLatest(tx: Writing, place: SubmissionPlace, version: number): Promise<VersionLine> {
  const latest = await findVersionLine(tx, place, (await findSubmission(tx, place))?.latest_version ?? 0);
  if (!latest || version > latest.number) throw new Problem("not-found", NOT_FOUND.version);
  if (version < latest.number) throw new Problem("version-conflict", { name: latest.by.name, version: latest.number });
  return latest;
}
