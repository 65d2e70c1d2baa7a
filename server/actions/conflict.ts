/** Somebody else submitted first: what they changed, what was sent, and both against the version that was worked on. */
import type { JudgedContent } from "../judging/tasks.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import { findStoredLines } from "../store/stored-lines.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import type { Conflict } from "./keep-version.ts";
import type { SubmitRequest } from "./submit-request.ts";

interface Differences {
  readonly changes: unknown;
  readonly threeWays: unknown;
}

/** Too large a difference to be told must not hide the conflict. */
const UNTOLD: Differences = { changes: null, threeWays: null };

export async function conflictProblem(
  service: Service,
  place: SubmissionPlace,
  { request, judged, outcome }: { request: SubmitRequest; judged: JudgedContent; outcome: Conflict },
): Promise<Problem> {
  const { latest, draft } = outcome;
  const theirs = await findStoredLines(service.db, place, latest.number);
  const base = await findStoredLines(service.db, place, request.replaces);
  const told = theirs && (await service.judge.compareWithLatest({ base, latest: theirs, mine: judged.judged }));
  const differences = typeof told === "string" ? (JSON.parse(told) as Differences) : UNTOLD;
  const facts = { name: latest.by_name, version: latest.number };
  return new Problem("version-conflict", facts, {
    latestVersion: latest.number,
    base: base ? request.replaces : null,
    ...differences,
    draft,
  });
}
