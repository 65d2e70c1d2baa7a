/** Workbooks as they were sent, byte for byte. */
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

const at = ({ roundId, organisationId }: SubmissionPlace) =>
  ({ round_id: roundId, organisation_id: organisationId }) as const;

/** The same file under the same name is kept once. */
export async function keepFile(tx: Writing, file: NewFile): Promise<string> {
  const known = await tx
    .selectFrom("file")
    .select("id")
    .where((where) => where.and({ ...at(file.place), name: file.name, sha256: file.sha256 }))
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
      ...at(file.place),
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
  const submitted = tx
    .selectFrom("version")
    .select("file_id")
    .where((where) => where.and(at(place)))
    .where("file_id", "is not", null);
  const files = await tx
    .selectFrom("file")
    .select("id")
    .where((where) => where.and(at(place)))
    .where("id", "not in", submitted)
    .orderBy("at", "desc")
    .execute();
  const old = files.slice(MOST_UNSUBMITTED).map(({ id }) => id);
  if (old.length > 0) await tx.deleteFrom("file").where("id", "in", old).execute();
}

/** Only of this organisation in this round: another's is not found. */
export async function findFile(db: Database, place: SubmissionPlace, id: string): Promise<FileTable | null> {
  const row = await db
    .selectFrom("file")
    .selectAll()
    .where((where) => where.and({ ...at(place), id }))
    .executeTakeFirst();
  return row ?? null;
}

export async function hasFile(db: Database, place: SubmissionPlace, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("file")
    .select("id")
    .where((where) => where.and({ ...at(place), id }))
    .executeTakeFirst();
  return row !== undefined;
}

/** The original workbook of a version. */
export async function findVersionFile(
  db: Database,
  { roundId, organisationId }: SubmissionPlace,
  number: number,
): Promise<FileTable | null> {
  const row = await db
    .selectFrom("version")
    .innerJoin("file", "file.id", "version.file_id")
    .selectAll("file")
    .where("version.round_id", "=", roundId)
    .where("version.organisation_id", "=", organisationId)
    .where("version.number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}
