/** Rounds in the database. */
import { sql } from "kysely";
import { roundTermsSchema, type Round, type RoundTerms } from "../../shared/api/rounds.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Database, Writing } from "./database.ts";
import { atPlace } from "./at-place.ts";
import type { SubmissionPlace } from "./submissions.ts";
import type { RoundMemberTable, RoundTable } from "./tables.ts";

/** Whom a round expects stands in a table of its own. */
export type KeptTerms = Omit<RoundTerms, "expectedIds">;
export const keptTermsSchema = roundTermsSchema.omit({ expectedIds: true });

/** Name and deadline have columns, which is where they are looked for and changed. */
export const readTerms = (row: RoundTable): KeptTerms => ({
  ...(JSON.parse(row.terms) as KeptTerms),
  name: row.name,
  deadline: row.deadline,
});

export const toRound = (row: RoundTable, expectedIds: readonly string[]): Round => ({
  ...readTerms(row),
  id: row.id,
  ownerId: row.owner_id,
  state: row.state,
  createdAt: row.created_at,
  // Databases sort text each in their own way.
  expectedIds: [...expectedIds].sort(),
});

export async function findRound(db: Database, id: string): Promise<Round | null> {
  const row = await db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toRound(row, await expectedIdsOf(db, id)) : null;
}

export async function expectedIdsOf(db: Database, roundId: string): Promise<readonly string[]> {
  const members = await db
    .selectFrom("round_member")
    .select("organisation_id")
    .where("round_id", "=", roundId)
    .execute();
  return members.map((member) => member.organisation_id);
}

/** Null for an organisation that the round does not expect. */
export async function findMember(db: Database, place: SubmissionPlace): Promise<RoundMemberTable | null> {
  const member = await db.selectFrom("round_member").selectAll().where(atPlace(place)).executeTakeFirst();
  return member ?? null;
}

/** A statement has room for so many values. */
const ROWS_AT_ONCE = 1000;

export async function addMembers(tx: Writing, roundId: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const rows = ids.slice(from, from + ROWS_AT_ONCE);
    await tx
      .insertInto("round_member")
      .values(rows.map((organisation_id) => ({ round_id: roundId, organisation_id, reopened_until: null })))
      .execute();
  }
}

/** Nothing of what they have is lost: drafts stay, and are there when they are expected again. */
export async function dropMembers(tx: Writing, roundId: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    await tx
      .deleteFrom("round_member")
      .where("round_id", "=", roundId)
      .where("organisation_id", "in", ids.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** The organisation's own rounds, and those of the organisations above it that expect it or somebody below it; newest first. */
export async function listRoundsFor(db: Database, organisationId: string): Promise<readonly Round[]> {
  const { rows } = await sql<RoundTable>`
    with recursive branch (id, parent_id) as (
      select id, parent_id from organisation where id = ${organisationId}
      union all
      select organisation.id, organisation.parent_id
      from organisation join branch on organisation.id = branch.parent_id
    ), below (id) as (
      select id from organisation where id = ${organisationId}
      union all
      select organisation.id from organisation join below on organisation.parent_id = below.id
    )
    select round.* from round
    where round.owner_id = ${organisationId} or (
      round.owner_id in (select id from branch) and exists (
        select 1 from round_member
        where round_member.round_id = round.id and round_member.organisation_id in (select id from below)
      )
    )
    order by round.created_at desc, round.id`.execute(db);
  return withExpected(db, rows);
}

/** Every round, newest first. */
export const listRounds = async (db: Database): Promise<readonly Round[]> =>
  withExpected(db, await db.selectFrom("round").selectAll().orderBy("created_at", "desc").orderBy("id").execute());

async function withExpected(db: Database, rows: readonly RoundTable[]): Promise<readonly Round[]> {
  if (rows.length === 0) return [];
  const members = await db
    .selectFrom("round_member")
    .select(["round_id", "organisation_id"])
    .where(
      "round_id",
      "in",
      rows.map((row) => row.id),
    )
    .execute();
  const ofRound = groupBy(members, (member) => member.round_id);
  return rows.map((row) =>
    toRound(
      row,
      (ofRound.get(row.id) ?? []).map((member) => member.organisation_id),
    ),
  );
}
