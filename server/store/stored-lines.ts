/** Versions as they are compared: what was judged, and which line item each line is. */
import { atPlace } from "./at-place.ts";
import { countedVersions, type CountedVersion } from "./counted-versions.ts";
import type { Database } from "./database.ts";
import { correctedLineIds, type LineIds } from "./line-ids.ts";
import { findSubmission, type SubmissionPlace } from "./submissions.ts";

/** The judged documents are text: they are read where lines are compared. */
export interface StoredLines {
  readonly judged: string;
  readonly lineIds: LineIds;
}

/** Of one organisation. */
export interface OrganisationLines {
  readonly organisationId: string;
  readonly lines: StoredLines;
}

/**
 * What a new version's lines are matched against: the latest version; before the first, what the organisation, or those that went
 * into it, had in the round before. None without either.
 */
export async function linesBefore(
  db: Database,
  place: SubmissionPlace,
  previousRoundId: string | null,
): Promise<readonly StoredLines[]> {
  const latest = (await findSubmission(db, place))?.latest_version ?? 0;
  const own = latest > 0 ? await findStoredLines(db, place, latest) : null;
  if (own) return [own];
  if (previousRoundId === null) return [];
  const counted = await countedVersions(db, { ...place, roundId: previousRoundId });
  return (await linesOfVersions(db, previousRoundId, counted)).map(({ lines }) => lines);
}

export async function linesOfVersions(
  db: Database,
  roundId: string,
  versions: readonly CountedVersion[],
): Promise<readonly OrganisationLines[]> {
  const found: OrganisationLines[] = [];
  for (const { organisationId, version } of versions) {
    const lines = await findStoredLines(db, { roundId, organisationId }, version);
    if (lines) found.push({ organisationId, lines });
  }
  return found;
}

/** Without the sheets as sent, which are as large again. */
export async function findStoredLines(
  db: Database,
  place: SubmissionPlace,
  number: number,
): Promise<StoredLines | null> {
  const version = await db
    .selectFrom("version")
    .select(["number", "judged", "line_ids"])
    .where(atPlace(place))
    .where("number", "=", number)
    .executeTakeFirst();
  return version ? { judged: version.judged, lineIds: await correctedLineIds(db, place, version) } : null;
}

/** Keys of the lines that somebody said something of by hand. */
export async function correctedKeys(db: Database, place: SubmissionPlace, number: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("line_correction")
    .select("key")
    .where(atPlace(place))
    .where("version", "=", number)
    .execute();
  return rows.map((row) => row.key);
}
