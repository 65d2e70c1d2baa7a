/** What reviewers say of single cells, and what has been done about it. */
import type { CommentAnswer } from "../../shared/api/reviews.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import { appendAudit } from "../store/audit.ts";
import { findComment, insertComments, listComments, type NewComment, type Saying } from "../store/comments.ts";
import type { Database, Writing } from "../store/database.ts";
import { appendRoundEvent } from "../store/round-events.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { findSheetNames } from "../store/versions.ts";
import type { Changing } from "./change-submission.ts";
import { submissionSubject } from "./states.ts";

/** On all versions, as they were given. */
export const readComments = (db: Database, place: SubmissionPlace): Promise<readonly CommentAnswer[]> =>
  listComments(db, place);

/** On any version, the latest or not. @throws Problem not-found or no-such-sheet */
export async function addComment(
  { service, place, by }: Changing,
  version: number,
  comment: NewComment,
): Promise<CommentAnswer> {
  const added = await service.store.write(async (tx) => {
    return writeComments(tx, { ...place, version, by, at: new Date().toISOString() }, [comment]);
  });
  service.nudge("round-event");
  const [only] = added;
  if (!only) throw new Error("a comment was not written");
  return only;
}

/**
 * Part of a write. The log names the cells; what was said of them is kept with the comments.
 * @throws Problem not-found or no-such-sheet
 */
export async function writeComments(
  tx: Writing,
  saying: Saying,
  comments: readonly NewComment[],
): Promise<readonly CommentAnswer[]> {
  if (comments.length === 0) return [];
  await mustHaveSheets(tx, saying, comments);
  const added = await insertComments(tx, saying, comments);
  const { version, at, by, organisationId } = saying;
  await appendRoundEvent(tx, { ...saying, what: "commented" });
  await appendAudit(tx, {
    at,
    actor: by,
    organisationId,
    action: "comment",
    subject: submissionSubject(saying),
    details: { version, comments: added.map(({ id, sheet, cell }) => ({ id, sheet, cell })) },
  });
  return added;
}

/** A comment on a sheet that is not there would never be seen beside it. "" means the submission as a whole. */
async function mustHaveSheets(tx: Writing, saying: Saying, comments: readonly NewComment[]): Promise<void> {
  const names = await findSheetNames(tx, saying, saying.version);
  if (!names) throw new Problem("not-found", NOT_FOUND.version);
  const known = new Set(["", ...names]);
  const stray = comments.find(({ sheet }) => !known.has(sheet));
  if (stray) throw new Problem("no-such-sheet", { sheet: stray.sheet, version: saying.version });
}

async function readComment(tx: Writing, place: SubmissionPlace, id: string): Promise<CommentAnswer> {
  const comment = await findComment(tx, place, id);
  if (!comment) throw new Problem("not-found", NOT_FOUND.comment);
  return comment;
}

/** Said twice, it stays with who said it first. @throws Problem not-found */
export async function resolveComment({ service, place, by }: Changing, id: string): Promise<CommentAnswer> {
  const resolved = await service.store.write(async (tx) => {
    const comment = await readComment(tx, place, id);
    if (comment.resolvedAt !== null) return comment;
    const at = new Date().toISOString();
    await tx
      .updateTable("comment")
      .set({ resolved_at: at, resolved_by_id: by.id, resolved_by_name: by.name })
      .where("id", "=", id)
      .execute();
    await appendRoundEvent(tx, { ...place, what: "comment-resolved", version: comment.version, at, by });
    await appendAudit(tx, {
      at,
      actor: by,
      organisationId: place.organisationId,
      action: "resolve-comment",
      subject: submissionSubject(place),
      details: { id, version: comment.version, sheet: comment.sheet, cell: comment.cell },
    });
    return readComment(tx, place, id);
  });
  service.nudge("round-event");
  return resolved;
}
