/** The version that counts of what an organisation had in a round. */
import type { SubmissionAction } from "../../shared/api/rounds.ts";
import { atPlace } from "./at-place.ts";
import type { Database } from "./database.ts";
import type { SubmissionPlace } from "./submissions.ts";

export interface CountedVersion {
  readonly organisationId: string;
  readonly organisation: string;
  readonly version: number;
}

/**
 * What an organisation had in a round: its own version, or, for a province of today that had none, those of the provinces that
 * went into it. The accepted one, else the submitted one.
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

/** It stays accepted though it was unlocked and a later version came that nobody has accepted yet. */
export const lastAccepted = (db: Database, place: SubmissionPlace): Promise<number | null> =>
  lastVersion(db, place, ["accept"]);

/** What only was prepared and waits for a signature has not been submitted. */
const lastSubmitted = (db: Database, place: SubmissionPlace): Promise<number | null> =>
  lastVersion(db, place, ["submit", "sign-off"]);

/** The latest to which one of the actions was done. */
async function lastVersion(
  db: Database,
  place: SubmissionPlace,
  actions: readonly SubmissionAction[],
): Promise<number | null> {
  const row = await db
    .selectFrom("state_change")
    .select(({ fn }) => fn.max("version").as("number"))
    .where(atPlace(place))
    .where("action", "in", actions)
    .executeTakeFirst();
  return row?.number ?? null;
}
