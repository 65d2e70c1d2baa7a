/** Versions as they are compared: what was judged, and which line item each line is. */
import type { Database } from "./database.ts";
import { correctedLineIds, lastAccepted, type LinesBefore } from "./line-ids.ts";
import type { SubmissionPlace } from "./submissions.ts";

/** Without the sheets as sent, which are as large again. */
export async function findStoredLines(
  db: Database,
  place: SubmissionPlace,
  number: number,
): Promise<LinesBefore | null> {
  const version = await db
    .selectFrom("version")
    .select(["number", "judged", "line_ids"])
    .where("round_id", "=", place.roundId)
    .where("organisation_id", "=", place.organisationId)
    .where("number", "=", number)
    .executeTakeFirst();
  return version ? { judged: version.judged, lineIds: await correctedLineIds(db, place, version) } : null;
}

/** Keys of the lines that somebody said something of by hand. */
export async function correctedKeys(
  db: Database,
  { roundId, organisationId }: SubmissionPlace,
  number: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("line_correction")
    .select("key")
    .where("round_id", "=", roundId)
    .where("organisation_id", "=", organisationId)
    .where("version", "=", number)
    .execute();
  return rows.map((row) => row.key);
}

export interface CountedVersion {
  readonly organisationId: string;
  readonly organisation: string;
  readonly version: number;
}

/**
 * What an organisation had in a round: its own version, or, for a province of today that had none, those of the provinces that
 * went into it.
 */
export async function countedVersions(
  db: Database,
  { roundId, organisationId }: SubmissionPlace,
): Promise<readonly CountedVersion[]> {
  const organisations = await db
    .selectFrom("organisation")
    .select(["id", "name"])
    .where((where) => where.or([where("id", "=", organisationId), where("successor_id", "=", organisationId)]))
    .orderBy("name")
    .execute();
  const found: CountedVersion[] = [];
  for (const { id, name } of organisations) {
    const place = { roundId, organisationId: id };
    const version = (await lastAccepted(db, place)) ?? (await lastSubmitted(db, place));
    if (version !== null) found.push({ organisationId: id, organisation: name, version });
  }
  const own = found.filter((version) => version.organisationId === organisationId);
  return own.length > 0 ? own : found;
}

/** What only was prepared and waits for a signature has not been submitted. */
async function lastSubmitted(db: Database, { roundId, organisationId }: SubmissionPlace): Promise<number | null> {
  const row = await db
    .selectFrom("state_change")
    .select(({ fn }) => fn.max("version").as("number"))
    .where("round_id", "=", roundId)
    .where("organisation_id", "=", organisationId)
    .where("to_state", "=", "submitted")
    .executeTakeFirst();
  return row?.number ?? null;
}
