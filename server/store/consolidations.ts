/** Versions for merging: what is known of each, and their documents one by one. */
import { setImmediate } from "node:timers/promises";
import type { Manifest, SubmittedVersion } from "../../shared/consolidation.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import { atPlace } from "./at-place.ts";
import type { Database } from "./database.ts";

export interface VersionFacts {
  readonly receipt: string;
  readonly sha256: string;
  readonly fileName: string | null;
}

/** By "organisation version". */
export async function versionFacts(db: Database, roundId: string): Promise<ReadonlyMap<string, VersionFacts>> {
  const rows = await db
    .selectFrom("version")
    .leftJoin("file", "file.id", "version.file_id")
    .select(["version.organisation_id", "version.number", "version.receipt", "version.sha256", "file.name as fileName"])
    .where("version.round_id", "=", roundId)
    .execute();
  return new Map(rows.map((row) => [`${row.organisation_id} ${String(row.number)}`, row]));
}

/** The versions counted, each read when its turn comes, others being served between. @param onRead gets each document as it was kept */
export const countedVersions = (
  db: Database,
  manifest: Manifest,
  onRead: (document: string) => void = () => undefined,
): (() => AsyncGenerator<SubmittedVersion>) =>
  async function* () {
    for (const { id, version, included } of manifest.organisations) {
      if (!included || version === null) continue;
      await setImmediate();
      const row = await db
        .selectFrom("version")
        .select("judged")
        .where(atPlace({ roundId: manifest.round.id, organisationId: id }))
        .where("number", "=", version)
        .executeTakeFirstOrThrow();
      onRead(row.judged);
      const judged = JSON.parse(row.judged) as JudgedSubmission;
      yield { ...judged, organisationId: id, version };
    }
  };
