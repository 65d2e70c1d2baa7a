/** Receipts: what whoever submits gets in hand, made again from the version whenever it is asked for. */
import { sql } from "kysely";
import type { Receipt } from "../../shared/api/submissions.ts";
import type { Remarks } from "../../shared/submission.ts";
import { toVietnamDay } from "../../shared/vietnam-time.ts";
import { atPlace } from "./at-place.ts";
import type { Database, Writing } from "./database.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { VersionTable } from "./tables.ts";

const HEAD = [
  "number",
  "receipt",
  "request_sha256",
  "sha256",
  "at",
  "by_name",
  "is_late",
  "judged_with",
  "warnings",
  "remarks",
] as const;

/** A version without its documents. */
export type VersionHead = Pick<VersionTable, (typeof HEAD)[number]>;

const heads = (db: Database, place: SubmissionPlace) => db.selectFrom("version").select(HEAD).where(atPlace(place));

export async function findVersionHead(
  db: Database,
  place: SubmissionPlace,
  number: number,
): Promise<VersionHead | null> {
  return (await heads(db, place).where("number", "=", number).executeTakeFirst()) ?? null;
}

/** The version that was made under this key. */
export async function findVersionByKey(
  db: Database,
  place: SubmissionPlace,
  idempotencyKey: string,
): Promise<VersionHead | null> {
  return (await heads(db, place).where("idempotency_key", "=", idempotencyKey).executeTakeFirst()) ?? null;
}

/** Its state is the one the version came with, so that a receipt stays the same whatever happens later. */
export async function receiptOf(db: Database, place: SubmissionPlace, version: VersionHead): Promise<Receipt> {
  const came = await db
    .selectFrom("state_change")
    .select("to_state")
    .where(atPlace(place))
    .where("version", "=", version.number)
    .where("action", "in", ["prepare", "submit"])
    .executeTakeFirst();
  return {
    number: version.receipt,
    at: version.at,
    sha256: version.sha256,
    ...place,
    version: version.number,
    state: came?.to_state ?? "submitted",
    isLate: version.is_late === 1,
    judgedWith: version.judged_with,
    warnings: version.warnings,
    ...(JSON.parse(version.remarks) as Remarks),
  };
}

const DIGITS = 6;

/** "PL-2026-000042": counted through each year of Vietnam's calendar, over all rounds. */
export async function nextReceiptNumber(tx: Writing, at: string): Promise<string> {
  const year = toVietnamDay(at).slice(0, 4);
  const { value } = await tx
    .insertInto("counter")
    .values({ name: `receipt ${year}`, value: 1 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: sql`counter.value + 1` }))
    .returning("value")
    .executeTakeFirstOrThrow();
  return `PL-${year}-${String(value).padStart(DIGITS, "0")}`;
}
