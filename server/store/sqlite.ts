/** SQLite behind the interface Kysely asks for: Node's own where it has one, the same API from a package before Node 22.13. */
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";

type Value = null | number | bigint | string | Uint8Array;

interface Statement {
  all(...values: readonly Value[]): unknown[];
  run(...values: readonly Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...values: readonly Value[]): IterableIterator<unknown>;
  columns(): readonly unknown[];
}

interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}

type DatabaseClass = new (path: string) => Database;

async function loadDatabaseClass(): Promise<DatabaseClass> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const hasOwn = major > 22 || (major === 22 && minor >= 13);
  const name = hasOwn ? "node:sqlite" : "@photostructure/sqlite";
  const { DatabaseSync } = (await import(name)) as { DatabaseSync: DatabaseClass };
  return DatabaseSync;
}

/** As many different statements as the service has, and some. */
const KEPT_STATEMENTS = 300;

function adapt(database: Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = kept.get(sql);
    if (known) return known;
    // A deferred transaction that turns to writing fails at once when another process writes; an immediate one waits.
    const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
    const adapted: SqliteStatement = {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...(values as readonly Value[])),
      run: (values) => statement.run(...(values as readonly Value[])),
      iterate: (values) => statement.iterate(...(values as readonly Value[])),
    };
    if (kept.size >= KEPT_STATEMENTS) kept.clear();
    kept.set(sql, adapted);
    return adapted;
  };
  return { prepare, close: () => database.close() };
}

/** For nobody else on the machine; what SQLite keeps beside the file (-wal, -shm) gets the file's permissions. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
}

/** Every commit is on the disk before it is answered (synchronous = FULL). */
export async function sqliteDialect(path: string): Promise<SqliteDialect> {
  makePrivate(path);
  const Database = await loadDatabaseClass();
  const database = new Database(path);
  database.exec("PRAGMA busy_timeout = 10000");
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA foreign_keys = ON");
  return new SqliteDialect({ database: adapt(database) });
}
