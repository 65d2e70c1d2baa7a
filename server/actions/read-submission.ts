/** What has been submitted, to be looked at. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import { NOT_FOUND } from "../authorise.ts";
import { refusedProblem } from "../judging/refused.ts";
import { Problem } from "../problem.ts";
import { WrittenJson } from "../answers.ts";
import type { Service } from "../service.ts";
import { correctedLineIds } from "../store/line-ids.ts";
import type { Database } from "../store/database.ts";
import { readSubmission, type SubmissionPlace } from "../store/submissions.ts";
import { findVersionDocuments, findVersionLine } from "../store/versions.ts";

/** Where it stands, with all its versions and its history. */
export const readStanding = (db: Database, place: SubmissionPlace): Promise<SubmissionAnswer> =>
  readSubmission(db, place);

/** @throws Problem not-found */
export async function readVersion(service: Service, place: SubmissionPlace, number: number): Promise<WrittenJson> {
  const line = await findVersionLine(service.db, place, number);
  const version = await findVersionDocuments(service.db, place, number);
  if (!line || !version) throw new Problem("not-found", NOT_FOUND.version);
  const { content, judged } = version;
  const lineIds = await correctedLineIds(service.db, place, version);
  const documents = await service.judge.describeVersion({ content, judged, lineIds });
  if (typeof documents !== "string") throw refusedProblem(documents);
  return new WrittenJson(`${JSON.stringify(line).slice(0, -1)},${documents.slice(1)}`);
}
