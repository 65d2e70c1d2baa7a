/** The tree of organisations in the database. */
import { sql } from "kysely";
import type { Organisation } from "../../shared/api/organisations.ts";
import { ORGANISATION_KINDS } from "../../shared/organisation-kinds.ts";
import { byName } from "../vietnamese-order.ts";
import type { Database } from "./database.ts";
import type { OrganisationTable } from "./tables.ts";

export const toOrganisation = (row: Omit<OrganisationTable, "created_at">): Organisation => ({
  id: row.id,
  parentId: row.parent_id,
  kind: row.kind,
  name: row.name,
  successorId: row.successor_id,
  isClosed: row.is_closed === 1,
});

export async function findOrganisation(db: Database, id: string): Promise<Organisation | null> {
  const row = await db.selectFrom("organisation").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toOrganisation(row) : null;
}

/** The ministry first, then the provinces of today, those before, and what lies below them; each by name. */
export async function listOrganisations(db: Database): Promise<readonly Organisation[]> {
  const rows = await db.selectFrom("organisation").selectAll().execute();
  const rankOf = ({ kind, successorId }: Organisation): number =>
    ORGANISATION_KINDS.indexOf(kind) * 2 + (successorId === null ? 0 : 1);
  return rows.map(toOrganisation).sort((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
}

/** Ids of the organisation and of those above it, nearest first. */
export async function branchOf(db: Database, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive branch (id, parent_id, depth) as (
      select id, parent_id, 0 from organisation where id = ${id}
      union all
      select organisation.id, organisation.parent_id, branch.depth + 1
      from organisation join branch on organisation.id = branch.parent_id
    )
    select id from branch order by depth`.execute(db);
  return rows.map((row) => row.id);
}

/** Ids of the organisation and of all below it. */
export async function idsBelow(db: Database, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below (id) as (
      select id from organisation where id = ${id}
      union all
      select organisation.id from organisation join below on organisation.parent_id = below.id
    )
    select id from below`.execute(db);
  return rows.map((row) => row.id);
}

/** Ids of the provinces of today below the organisation that are not closed. */
export async function provincesBelow(db: Database, id: string): Promise<readonly string[]> {
  const below = new Set(await idsBelow(db, id));
  const provinces = await db
    .selectFrom("organisation")
    .select("id")
    .where("kind", "=", "province")
    .where("successor_id", "is", null)
    .where("is_closed", "=", 0)
    .where("id", "!=", id)
    .execute();
  return provinces.map((province) => province.id).filter((province) => below.has(province));
}
