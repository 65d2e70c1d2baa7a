/** Drafts: one for each person, so that nobody overwrites another's. */
import { atPlace } from "./at-place.ts";
import type { Actor } from "./audit.ts";
import type { Database, Writing } from "./database.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { DraftTable } from "./tables.ts";

export interface SavedDraft {
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: Actor;
}

export interface NewDraft {
  readonly place: SubmissionPlace;
  readonly by: Actor;
  readonly at: string;
  /** {sheets, explanations} as JSON. */
  readonly content: string;
}

export const toSavedDraft = (row: Omit<DraftTable, "content">): SavedDraft => ({
  revision: row.revision,
  savedAt: row.saved_at,
  savedBy: { id: row.person_id, name: row.person_name },
});

const HEAD = ["round_id", "organisation_id", "person_id", "person_name", "revision", "saved_at"] as const;

/** Newest first, without what they hold. */
export function listDrafts(db: Database, place: SubmissionPlace): Promise<readonly Omit<DraftTable, "content">[]> {
  return db.selectFrom("draft").select(HEAD).where(atPlace(place)).orderBy("revision", "desc").execute();
}

/** Of the organisation, whoever saved it. */
export async function findNewestDraft(db: Database, place: SubmissionPlace): Promise<DraftTable | null> {
  const row = await db
    .selectFrom("draft")
    .selectAll()
    .where(atPlace(place))
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Revisions are counted over all drafts of the organisation, so that the newest is the highest. */
export async function keepDraft(tx: Writing, { place, by, at, content }: NewDraft): Promise<SavedDraft> {
  const [newest] = await listDrafts(tx, place);
  const changed = { person_name: by.name, revision: (newest?.revision ?? 0) + 1, saved_at: at, content };
  await tx
    .insertInto("draft")
    .values({ round_id: place.roundId, organisation_id: place.organisationId, person_id: by.id, ...changed })
    .onConflict((conflict) => conflict.columns(["round_id", "organisation_id", "person_id"]).doUpdateSet(changed))
    .execute();
  return { revision: changed.revision, savedAt: at, savedBy: by };
}

/** What has been submitted needs no draft: the person's own goes, unless they have saved something else since. */
export async function dropSubmittedDraft(tx: Writing, { place, by, at, content }: NewDraft): Promise<void> {
  await tx
    .deleteFrom("draft")
    .where(atPlace(place))
    .where("person_id", "=", by.id)
    .where((where) => where.or([where("saved_at", "<=", at), where("content", "=", content)]))
    .execute();
}
