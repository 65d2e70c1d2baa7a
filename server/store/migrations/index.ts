/** The database's shape, step by step. A step that has been released is never changed; a new one is added below it. */
import { sql } from "kysely";
import type { DatabaseKind, Writing } from "../database.ts";
import { firstTables } from "./001-first-tables.ts";

export interface Migration {
  readonly name: string;
  up(tx: Writing, kind: DatabaseKind): Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [firstTables];

/** The names of the steps already taken, oldest first. */
export async function migrationsDone(tx: Writing): Promise<readonly string[]> {
  await sql`create table if not exists migration (name text primary key, at text not null)`.execute(tx);
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(tx);
  return rows.map(({ name }) => name);
}

/**
 * Takes the steps not taken yet, up to and including `until`; all of them when it is left out.
 * @throws when the database was made by a newer version of the service
 */
export async function migrate(tx: Writing, kind: DatabaseKind, until?: string): Promise<void> {
  const done = await migrationsDone(tx);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = done.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new Error(
      `cơ sở dữ liệu thuộc phiên bản mới hơn (${unknown}); xin cập nhật Phụ Lục / the database belongs to a newer version (${unknown}); please update Phụ Lục`,
    );
  for (const migration of MIGRATIONS) {
    if (until !== undefined && migration.name > until) return;
    if (done.includes(migration.name)) continue;
    await migration.up(tx, kind);
    await sql`insert into migration (name, at) values (${migration.name}, ${new Date().toISOString()})`.execute(tx);
  }
}
