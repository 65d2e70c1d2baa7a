/** The database: SQLite in a file, or PostgreSQL. One writer at a time on both, so that a check and what follows from it are one. */
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { migrate } from "./migrations/index.ts";
import { sqliteDialect } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;
/** Of a write under way. */
export type Writing = Transaction<Tables>;
export type DatabaseKind = "sqlite" | "postgres";

export interface Store {
  readonly kind: DatabaseKind;
  /** For reading. */
  readonly db: Database;
  /** All of it is kept, durably, or none. Writes come one after another, over all instances. */
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  /** After the writes under way. */
  close(): Promise<void>;
}

export type DatabaseAddress =
  { readonly kind: "sqlite"; readonly path: string } | { readonly kind: "postgres"; readonly url: string };

/** Sums of money come as 64-bit integers; they are safe integers (shared/money.ts). */
const INT8 = 20;
const WRITE_LOCK = 7_203_001;
const POOL_SIZE = 12;

async function dialectFor(address: DatabaseAddress): Promise<ConstructorParameters<typeof Kysely>[0]["dialect"]> {
  if (address.kind === "sqlite") return sqliteDialect(address.path);
  pg.types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: address.url, max: POOL_SIZE, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  // Nor one that breaks at work: what it was doing fails, and is answered.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new PostgresDialect({ pool });
}

/** Opens the database as it is, whatever it holds. */
export async function connect(address: DatabaseAddress): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: await dialectFor(address) });
  let last: Promise<unknown> = Promise.resolve();
  /** In this process too writes wait here, so that those waiting hold no connection that a reader needs. */
  const write = <T>(work: (tx: Writing) => Promise<T>): Promise<T> => {
    const turn = last.then(() =>
      db.transaction().execute(async (tx) => {
        if (address.kind === "postgres") await sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(tx);
        return work(tx);
      }),
    );
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    kind: address.kind,
    db,
    write,
    close: async () => {
      await last;
      await db.destroy();
    },
  };
}

/** Opens the database and brings it to the newest migration. */
export async function openStore(address: DatabaseAddress): Promise<Store> {
  const store = await connect(address);
  try {
    await store.write((tx) => migrate(tx, address.kind));
    return store;
  } catch (trouble) {
    await store.close();
    throw trouble;
  }
}

/** @throws what the database said, when it does not answer */
export async function reach(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
