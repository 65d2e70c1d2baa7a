/** A backup → the database, all of it or nothing, whichever version and whichever database it was made from. */
import type { Insertable } from "kysely";
import { appendAudit } from "./audit.ts";
import type { Backup } from "./backup.ts";
import type { Store, Writing } from "./database.ts";
import { MIGRATIONS, migrate } from "./migrations/index.ts";
import { TABLE_KEYS, type Tables } from "./tables.ts";

/** Whether anything would be lost by a restoration: somebody has signed in or a round was made. */
export async function isInUse(store: Store): Promise<boolean> {
  const signedIn = await store.db
    .selectFrom("person")
    .select("id")
    .where("last_sign_in_at", "is not", null)
    .limit(1)
    .executeTakeFirst();
  const round = await store.db.selectFrom("round").select("id").limit(1).executeTakeFirst();
  return signedIn !== undefined || round !== undefined;
}

/** A backup of a version newer than this program can't be understood by it. */
export const isKnown = (backup: Backup): boolean => MIGRATIONS.some(({ name }) => name === backup.head.migration);

async function dropTables(tx: Writing): Promise<void> {
  for (const table of Object.keys(TABLE_KEYS).reverse()) await tx.schema.dropTable(table).ifExists().execute();
  await tx.schema.dropTable("migration").ifExists().execute();
}

/** @returns how many rows were put back */
export async function restoreBackup(store: Store, backup: Backup, at: string): Promise<number> {
  return store.write(async (tx) => {
    await dropTables(tx);
    await migrate(tx, store.kind, backup.head.migration);
    let count = 0;
    for await (const [table, row] of backup.rows()) {
      await tx
        .insertInto(table)
        .values(row as Insertable<Tables[typeof table]>)
        .execute();
      count++;
    }
    await migrate(tx, store.kind);
    await appendAudit(tx, {
      at,
      actor: null,
      organisationId: null,
      action: "restore",
      subject: "database",
      details: { madeAt: backup.head.at, rows: count },
    });
    return count;
  });
}
