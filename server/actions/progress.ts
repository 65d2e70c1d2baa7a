/** How far the organisations of a round are: each sees its own line, those above it see theirs, the round's owner sees all. */
import type { ProgressLine, Round } from "../../shared/api/rounds.ts";
import type { Remarks } from "../../shared/submission.ts";
import { isGranted } from "../permissions.ts";
import type { Caller } from "../service.ts";
import type { Database } from "../store/database.ts";
import { idsBelow } from "../store/organisations.ts";
import type { SubmissionTable, VersionTable } from "../store/tables.ts";
import { byName } from "../vietnamese-order.ts";
import { readRound } from "./rounds.ts";

export async function readProgress(
  db: Database,
  caller: Pick<Caller, "organisation" | "role">,
  roundId: string,
): Promise<{ round: Round; lines: ProgressLine[] }> {
  const round = await readRound(db, roundId);
  const seenIds = await organisationsSeenBy(db, caller);
  return { round, lines: await progressLines(db, round, seenIds) };
}

/** Whose submissions the caller may read: their own organisation's, and by their role those below. */
export const organisationsSeenBy = async (
  db: Database,
  { organisation, role }: Pick<Caller, "organisation" | "role">,
): Promise<readonly string[]> =>
  isGranted("read-submission", role, "below") ? idsBelow(db, organisation.id) : [organisation.id];

/** Lines of those of the organisations that the round expects, by name. */
export async function progressLines(
  db: Database,
  round: Round,
  organisationIds: readonly string[],
): Promise<ProgressLine[]> {
  const asked = new Set(organisationIds);
  const rows = await membersOf(db, round.id);
  const now = new Date().toISOString();
  return rows
    .filter((row) => asked.has(row.organisationId))
    .map((row) => toLine(row, now > round.deadline))
    .sort((a, b) => byName({ ...a, id: a.organisationId }, { ...b, id: b.organisationId }));
}

/** Each member with what it has, nulls where it has nothing yet. */
type MemberRow = {
  readonly organisationId: string;
  readonly name: string;
  readonly reopened_until: string | null;
} & Nullable<Pick<SubmissionTable, "state" | "is_locked" | "unlock_request" | "latest_version">> &
  Nullable<
    Pick<
      VersionTable,
      | "at"
      | "by_name"
      | "signed_off_at"
      | "is_late"
      | "signed_off_late"
      | "line_items"
      | "errors"
      | "warnings"
      | "total_dong"
      | "remarks"
    >
  >;
type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

const membersOf = (db: Database, roundId: string): Promise<readonly MemberRow[]> =>
  db
    .selectFrom("round_member as member")
    .innerJoin("organisation", "organisation.id", "member.organisation_id")
    .leftJoin("submission", (join) =>
      join
        .onRef("submission.round_id", "=", "member.round_id")
        .onRef("submission.organisation_id", "=", "member.organisation_id"),
    )
    .leftJoin("version", (join) =>
      join
        .onRef("version.round_id", "=", "submission.round_id")
        .onRef("version.organisation_id", "=", "submission.organisation_id")
        .onRef("version.number", "=", "submission.latest_version"),
    )
    .select([
      "member.organisation_id as organisationId",
      "organisation.name",
      "member.reopened_until",
      "submission.state",
      "submission.is_locked",
      "submission.unlock_request",
      "submission.latest_version",
      "version.at",
      "version.by_name",
      "version.signed_off_at",
      "version.is_late",
      "version.signed_off_late",
      "version.line_items",
      "version.errors",
      "version.warnings",
      "version.total_dong",
      "version.remarks",
    ])
    .where("member.round_id", "=", roundId)
    .execute();

const NO_REMARKS: Remarks = { missingForms: [], sheetsOfOtherYears: [] };

/** What is prepared and not signed off is not submitted yet. */
function toLine(row: MemberRow, isPastDeadline: boolean): ProgressLine {
  const state = row.state ?? "missing";
  const hasVersion = row.at !== null;
  const isSubmitted = hasVersion && state !== "prepared";
  return {
    organisationId: row.organisationId,
    name: row.name,
    state,
    isLate: hasVersion ? (row.signed_off_late ?? row.is_late) === 1 : isPastDeadline,
    isLocked: row.is_locked === 1,
    unlockRequested: row.unlock_request !== null,
    version: hasVersion ? row.latest_version : null,
    submittedAt: isSubmitted ? (row.signed_off_at ?? row.at) : null,
    submittedBy: isSubmitted ? row.by_name : null,
    lineItems: row.line_items ?? 0,
    errors: row.errors ?? 0,
    warnings: row.warnings ?? 0,
    totalDong: row.total_dong,
    ...(row.remarks === null ? NO_REMARKS : (JSON.parse(row.remarks) as Remarks)),
    reopenedUntil: row.reopened_until,
  };
}
