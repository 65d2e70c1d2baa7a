/** Comments on the cells of submitted versions, in the database. */
import type { CommentAnswer } from "../../shared/api/reviews.ts";
import { compareCellNames } from "../../shared/grid.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
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
  const rows = comments.map(({ sheet, cell, text }): CommentTable => ({
    id: newId(),
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

/** Oldest first; those written at one moment in the order of their cells. */
export async function listComments(db: Database, place: SubmissionPlace): Promise<readonly CommentAnswer[]> {
  const rows = await commentsOf(db, place).orderBy("at").execute();
  const inOrder = (a: CommentTable, b: CommentTable): number =>
    compareTexts(a.at, b.at) || compareTexts(a.sheet, b.sheet) || compareCellNames(a.cell, b.cell);
  return rows.sort(inOrder).map(toComment);
}

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** @throws Problem not-found */
export async function readComment(db: Database, place: SubmissionPlace, id: string): Promise<CommentAnswer> {
  const row = await commentsOf(db, place).where("id", "=", id).executeTakeFirst();
  if (!row) throw new Problem("not-found", NOT_FOUND.comment);
  return toComment(row);
}

const commentsOf = (db: Database, { roundId, organisationId }: SubmissionPlace) =>
  db.selectFrom("comment").selectAll().where("round_id", "=", roundId).where("organisation_id", "=", organisationId);

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
