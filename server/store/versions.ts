/** Submitted versions in the database. They are added and never changed, but for who signed them off. */
import type * as z from "zod";
import type { versionLineSchema } from "../../shared/api/submissions.ts";
import type { Remarks } from "../../shared/submission.ts";
import { atPlace } from "./at-place.ts";
import type { Database } from "./database.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { VersionTable } from "./tables.ts";

export type VersionLine = Readonly<z.infer<typeof versionLineSchema>>;

/** Without the documents, which are large. */
const HEAD = [
  "number",
  "receipt",
  "version.sha256",
  "version.at",
  "version.by_id",
  "by_name",
  "signed_off_at",
  "signed_off_by_id",
  "signed_off_by_name",
  "is_late",
  "signed_off_late",
  "judged_with",
  "line_items",
  "errors",
  "warnings",
  "total_dong",
  "remarks",
  "file.name as file_name",
] as const;

type HeadRow = Pick<
  VersionTable,
  | "number"
  | "receipt"
  | "sha256"
  | "at"
  | "by_id"
  | "by_name"
  | "signed_off_by_id"
  | "signed_off_by_name"
  | "is_late"
  | "signed_off_late"
  | "judged_with"
  | "line_items"
  | "errors"
  | "warnings"
  | "total_dong"
  | "remarks"
> & { readonly file_name: string | null };

const heads = (db: Database, place: SubmissionPlace) =>
  db.selectFrom("version").leftJoin("file", "file.id", "version.file_id").select(HEAD).where(atPlace(place, "version"));

/** Oldest first. */
export async function listVersionLines(db: Database, place: SubmissionPlace): Promise<readonly VersionLine[]> {
  return (await heads(db, place).orderBy("number").execute()).map(toVersionLine);
}

export async function findVersionLine(
  db: Database,
  place: SubmissionPlace,
  number: number,
): Promise<VersionLine | null> {
  const row = await heads(db, place).where("number", "=", number).executeTakeFirst();
  return row ? toVersionLine(row) : null;
}

const toVersionLine = (row: HeadRow): VersionLine => ({
  number: row.number,
  receipt: row.receipt,
  sha256: row.sha256,
  at: row.at,
  by: { id: row.by_id, name: row.by_name },
  signedOffBy: row.signed_off_by_id === null ? null : { id: row.signed_off_by_id, name: row.signed_off_by_name ?? "" },
  isLate: (row.signed_off_late ?? row.is_late) === 1,
  judgedWith: row.judged_with,
  lineItems: row.line_items,
  errors: row.errors,
  warnings: row.warnings,
  totalDong: row.total_dong,
  ...(JSON.parse(row.remarks) as Remarks),
  fileName: row.file_name,
});

/** Null when there is no such version. */
export async function findSheetNames(
  db: Database,
  place: SubmissionPlace,
  number: number,
): Promise<readonly string[] | null> {
  const row = await db
    .selectFrom("version")
    .select("sheet_names")
    .where(atPlace(place))
    .where("number", "=", number)
    .executeTakeFirst();
  return row ? (JSON.parse(row.sheet_names) as readonly string[]) : null;
}

/** A version's documents, as text: who reads them does it in a thread of its own. */
export type VersionDocuments = Pick<VersionTable, "number" | "content" | "judged" | "line_ids">;

export async function findVersionDocuments(
  db: Database,
  place: SubmissionPlace,
  number: number,
): Promise<VersionDocuments | null> {
  const row = await db
    .selectFrom("version")
    .select(["number", "content", "judged", "line_ids"])
    .where(atPlace(place))
    .where("number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}
