/** Comments on the cells of submitted versions, in the database. */
import type { CommentAnswer } from "../../shared/api/reviews.ts";
import { atPlace } from "./at-place.ts";
import type { Actor } from "./audit.ts";
import type { Database, Writing } from "./database.ts";
import { newId } from "./ids.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { CommentTable } from "./tables.ts";

export interface NewComment {
  /** "" for the submission as a whole. */
  readonly sheet: string;
  /** "" for the sheet as a whole. */
  readonly cell: string;
  readonly text: string;
}

/** Who says something of a version, and when. */
export interface Saying extends SubmissionPlace {
  readonly version: number;
  readonly by: Actor;
  readonly at: string;
}

/** As they were given. */
export async function insertComments(
  tx: Writing,
  { roundId, organisationId, version, by, at }: Saying,
  comments: readonly NewComment[],
): Promise<readonly CommentAnswer[]> {
  if (comments.length === 0) return [];
  const last = await tx
    .selectFrom("comment")
    .select(({ fn }) => fn.max("sequence").as("sequence"))
    .executeTakeFirst();
  const first = (last?.sequence ?? 0) + 1;
  const rows = comments.map(({ sheet, cell, text }, index): CommentTable => ({
    id: newId(),
    sequence: first + index,
    round_id: roundId,
    organisation_id: organisationId,
    version,
    sheet,
    cell,
    text,
    at,
    by_id: by.id,
    by_name: by.name,
    resolved_at: null,
    resolved_by_id: null,
    resolved_by_name: null,
  }));
  await tx.insertInto("comment").values(rows).execute();
  return rows.map(toComment);
}

/** As they were given, oldest first. */
export async function listComments(db: Database, place: SubmissionPlace): Promise<readonly CommentAnswer[]> {
  return (await commentsOf(db, place).orderBy("sequence").execute()).map(toComment);
}

export async function findComment(db: Database, place: SubmissionPlace, id: string): Promise<CommentAnswer | null> {
  const row = await commentsOf(db, place).where("id", "=", id).executeTakeFirst();
  return row ? toComment(row) : null;
}

const commentsOf = (db: Database, place: SubmissionPlace) => db.selectFrom("comment").selectAll().where(atPlace(place));

const toComment = (row: CommentTable): CommentAnswer => ({
  id: row.id,
  version: row.version,
  sheet: row.sheet,
  cell: row.cell,
  text: row.text,
  at: row.at,
  by: { id: row.by_id, name: row.by_name },
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by_id === null ? null : { id: row.resolved_by_id, name: row.resolved_by_name ?? "" },
});
