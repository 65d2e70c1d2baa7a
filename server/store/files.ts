/** Workbooks as they were sent, byte for byte. */
import { atPlace } from "./at-place.ts";
import type { Database, Writing } from "./database.ts";
import { newId } from "./ids.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { FileTable } from "./tables.ts";

/** Who sends a workbook again and again before submitting leaves no more than this many behind. */
const MOST_UNSUBMITTED = 20;

export interface NewFile {
  readonly place: SubmissionPlace;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly byId: string;
}

/** The same file under the same name is kept once. */
export async function keepFile(tx: Writing, file: NewFile): Promise<string> {
  const known = await tx
    .selectFrom("file")
    .select("id")
    .where(atPlace(file.place))
    .where("name", "=", file.name)
    .where("sha256", "=", file.sha256)
    .executeTakeFirst();
  if (known) {
    await tx.updateTable("file").set({ at: file.at }).where("id", "=", known.id).execute();
    return known.id;
  }
  const id = newId();
  await tx
    .insertInto("file")
    .values({
      id,
      round_id: file.place.roundId,
      organisation_id: file.place.organisationId,
      name: file.name,
      sha256: file.sha256,
      size: file.bytes.length,
      bytes: file.bytes,
      at: file.at,
      by_id: file.byId,
    })
    .execute();
  await dropOldest(tx, file.place);
  return id;
}

/** Files of versions are kept for ever. */
async function dropOldest(tx: Writing, place: SubmissionPlace): Promise<void> {
  const submitted = tx.selectFrom("version").select("file_id").where(atPlace(place)).where("file_id", "is not", null);
  const files = await tx
    .selectFrom("file")
    .select("id")
    .where(atPlace(place))
    .where("id", "not in", submitted)
    .orderBy("at", "desc")
    .execute();
  const old = files.slice(MOST_UNSUBMITTED).map(({ id }) => id);
  if (old.length > 0) await tx.deleteFrom("file").where("id", "in", old).execute();
}

/** Only of this organisation in this round: another's is not found. */
export async function findFile(db: Database, place: SubmissionPlace, id: string): Promise<FileTable | null> {
  const row = await db.selectFrom("file").selectAll().where(atPlace(place)).where("id", "=", id).executeTakeFirst();
  return row ?? null;
}

export async function hasFile(db: Database, place: SubmissionPlace, id: string): Promise<boolean> {
  const row = await db.selectFrom("file").select("id").where(atPlace(place)).where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** The original workbook of a version. */
export async function findVersionFile(db: Database, place: SubmissionPlace, number: number): Promise<FileTable | null> {
  const row = await db
    .selectFrom("version")
    .innerJoin("file", "file.id", "version.file_id")
    .selectAll("file")
    .where(atPlace(place, "version"))
    .where("version.number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}
