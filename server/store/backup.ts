/**
 * The whole database as one file that either database can be made from again: gzipped lines of JSON. The first line tells
 * what it is, then comes one line a row, the last line tells how many and their hash, so that half a file is known as such.
 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { once } from "node:events";
import { createGunzip } from "node:zlib";
import { sql, type Kysely, type RawBuilder } from "kysely";
import * as z from "zod";
import type { Store } from "./database.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { TABLE_KEYS, type Tables } from "./tables.ts";

/** Sessions are not carried over: after a restoration everybody signs in again. */
const LEFT_OUT: ReadonlySet<string> = new Set(["session", "oidc_login", "ticket"]);
const BACKED_UP = (Object.keys(TABLE_KEYS) as (keyof Tables)[]).filter((name) => !LEFT_OUT.has(name));

const headSchema = z.object({
  phuluc: z.literal("backup"),
  format: z.literal(1),
  migration: z.string(),
  at: z.string(),
});
const tailSchema = z.object({ rows: z.int(), sha256: z.string() });
export type BackupHead = Readonly<z.infer<typeof headSchema>>;

export type BackupRow = readonly [table: keyof Tables, row: Readonly<Record<string, unknown>>];

/** A file that is no backup, or not a whole one; told in both languages. */
export class BackupError extends Error {}

type Row = Record<string, unknown>;

/** Documents are large: these tables are read row by row. */
const LARGE: ReadonlySet<string> = new Set(["file", "version", "draft", "consolidation"]);
const PAGE = 500;

/** Follows the key, so that a page costs the same wherever it lies. */
async function* rowsOf(db: Kysely<Tables>, table: keyof Tables): AsyncGenerator<Row> {
  const keys: readonly string[] = TABLE_KEYS[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  const size = LARGE.has(table) ? 1 : PAGE;
  let after: readonly unknown[] | null = null;
  for (;;) {
    const from: RawBuilder<unknown> =
      after === null ? sql`` : sql`where (${columns}) > (${sql.join(after.map((value) => sql.val(value)))})`;
    const { rows }: { rows: Row[] } =
      await sql<Row>`select * from ${sql.table(table)} ${from} order by ${columns} limit ${sql.lit(size)}`.execute(db);
    yield* rows;
    const last: Row | undefined = rows[rows.length - 1];
    if (!last || rows.length < size) return;
    after = keys.map((key): unknown => last[key]);
  }
}

const encode = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value,
    ]),
  );

const bytesSchema = z.object({ base64: z.string() });

function decode(row: Readonly<Row>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const bytes = bytesSchema.safeParse(value);
      return [name, bytes.success ? Buffer.from(bytes.data.base64, "base64") : value];
    }),
  );
}

async function writeLine(out: Writable, value: unknown): Promise<string> {
  const line = `${JSON.stringify(value)}\n`;
  if (!out.write(line)) await drained(out);
  return line;
}

/** @throws when it is closed instead: a full disk must not leave the backup waiting for ever */
async function drained(out: Writable): Promise<void> {
  await Promise.race([once(out, "drain"), once(out, "close")]);
  if (out.destroyed) throw out.errored ?? new Error("the backup's file was closed");
}

const BEGIN = { sqlite: "begin deferred", postgres: "begin isolation level repeatable read read only" } as const;

/**
 * Writes a backup of one moment, while the service goes on. `out` gets plain lines: compress it on the way.
 * @returns how many rows it holds
 */
export async function writeBackup(store: Store, out: Writable, at: string): Promise<number> {
  return store.db.connection().execute(async (db) => {
    await sql.raw(BEGIN[store.kind]).execute(db);
    try {
      const migration = MIGRATIONS[MIGRATIONS.length - 1]?.name ?? "";
      const head: BackupHead = { phuluc: "backup", format: 1, migration, at };
      const hash = createHash("sha256").update(await writeLine(out, head));
      let rows = 0;
      for (const table of BACKED_UP) {
        for await (const row of rowsOf(db, table)) {
          hash.update(await writeLine(out, [table, encode(row)]));
          rows++;
        }
      }
      await writeLine(out, { rows, sha256: hash.digest("hex") });
      return rows;
    } finally {
      await sql.raw("rollback").execute(db);
    }
  });
}

const DAMAGED = "tệp sao lưu không đầy đủ hoặc đã bị thay đổi / the backup is not whole, or was changed";

/** Reads a backup's lines, checking them; what it gave is worth nothing when it throws. */
async function* readLines(path: string): AsyncGenerator<unknown> {
  const hash: Hash = createHash("sha256");
  let held: string | null = null;
  let count = 0;
  for await (const line of plainLines(path)) {
    if (held !== null) {
      hash.update(`${held}\n`);
      count++;
      yield parseLine(held);
    }
    held = line;
  }
  const tail = tailSchema.safeParse(held === null ? null : parseLine(held));
  const isWhole = tail.success && tail.data.rows === count - 1 && tail.data.sha256 === hash.digest("hex");
  if (!isWhole) throw new BackupError(DAMAGED);
}

/** Something that is no gzip, is cut off, or can't be read at all. */
async function* plainLines(path: string): AsyncGenerator<string> {
  const bytes = createGunzip();
  // A pipe passes no errors on.
  createReadStream(path)
    .on("error", (trouble) => bytes.destroy(trouble))
    .pipe(bytes);
  try {
    yield* createInterface({ input: bytes, crlfDelay: Infinity });
  } catch {
    throw new BackupError(DAMAGED);
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new BackupError(DAMAGED);
  }
}

const rowSchema = z.tuple([
  z.enum(BACKED_UP as [keyof Tables, ...(keyof Tables)[]]),
  z.record(z.string(), z.unknown()),
]);

export interface Backup {
  readonly head: BackupHead;
  /** Once more from the file. */
  readonly rows: () => AsyncGenerator<BackupRow>;
}

/**
 * Opens a backup after reading it through once, so that nothing is touched for one that is not whole.
 * @throws BackupError
 */
export async function openBackup(path: string): Promise<Backup> {
  let head: BackupHead | null = null;
  for await (const line of readLines(path)) {
    if (head !== null) continue;
    const parsed = headSchema.safeParse(line);
    if (!parsed.success)
      throw new BackupError("tệp này không phải bản sao lưu của Phụ Lục / this is no backup of Phụ Lục");
    head = parsed.data;
  }
  if (head === null) throw new BackupError(DAMAGED);
  const rows = async function* (): AsyncGenerator<BackupRow> {
    let isHead = true;
    for await (const line of readLines(path)) {
      if (!isHead) {
        const [table, row] = rowSchema.parse(line);
        yield [table, decode(row)];
      }
      isHead = false;
    }
  };
  return { head, rows };
}
