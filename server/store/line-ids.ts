/** Which line item each line of a version is: as matched when it came, and as people corrected it since. */
import { findSubmission, type SubmissionPlace } from "./submissions.ts";
import type { Database } from "./database.ts";
import { findVersionDocuments, type VersionDocuments } from "./versions.ts";

/** Key of the line → its identity. */
export type LineIds = Readonly<Record<string, string>>;

/** The lines that a new version's lines are matched against, as text: they are read where they are matched. */
export interface LinesBefore {
  readonly judged: string;
  readonly lineIds: LineIds;
}

/** What people said wins over what was matched. */
export async function correctedLineIds(
  db: Database,
  { roundId, organisationId }: SubmissionPlace,
  { number, line_ids }: Pick<VersionDocuments, "number" | "line_ids">,
): Promise<LineIds> {
  const matched = JSON.parse(line_ids) as LineIds;
  const corrections = await db
    .selectFrom("line_correction")
    .select(["key", "line_id"])
    .where("round_id", "=", roundId)
    .where("organisation_id", "=", organisationId)
    .where("version", "=", number)
    .orderBy("at")
    .execute();
  if (corrections.length === 0) return matched;
  return Object.fromEntries(
    new Map([...Object.entries(matched), ...corrections.map(({ key, line_id }) => [key, line_id] as const)]),
  );
}

/** Of the latest version; before the first, of the version that the previous round accepted; null without either. */
export async function linesBefore(
  db: Database,
  place: SubmissionPlace,
  previousRoundId: string | null,
): Promise<LinesBefore | null> {
  const latest = (await findSubmission(db, place))?.latest_version ?? 0;
  if (latest > 0) return linesOf(db, place, latest);
  if (previousRoundId === null) return null;
  const previous = { ...place, roundId: previousRoundId };
  const accepted = await lastAccepted(db, previous);
  return accepted === null ? null : linesOf(db, previous, accepted);
}

async function linesOf(db: Database, place: SubmissionPlace, number: number): Promise<LinesBefore | null> {
  const version = await findVersionDocuments(db, place, number);
  return version && { judged: version.judged, lineIds: await correctedLineIds(db, place, version) };
}

/** It stays accepted though it was unlocked and a later version came that nobody has accepted yet. */
export async function lastAccepted(db: Database, { roundId, organisationId }: SubmissionPlace): Promise<number | null> {
  const row = await db
    .selectFrom("state_change")
    .select(({ fn }) => fn.max("version").as("number"))
    .where("round_id", "=", roundId)
    .where("organisation_id", "=", organisationId)
    .where("to_state", "=", "accepted")
    .executeTakeFirst();
  return row?.number ?? null;
}
