/** The demonstration's own database. A mark in it, written before anything else, tells it from every other: accounts with a known password come into no database without it. */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { connect, openStore, type Database, type Store } from "../store/database.ts";

const MARK = "demo";
/** Written when all of the sample is there. */
const READY_MARK = "demo-ready";

export type DemoState = "none" | "half-made" | "ready" | "not-ours";

/** What lies there; it is only looked at. */
export async function readDemoState(path: string): Promise<DemoState> {
  if (!existsSync(path)) return "none";
  const store = await connect({ kind: "sqlite", path });
  try {
    return await stateOf(store.db);
  } finally {
    await store.close();
  }
}

async function stateOf(db: Database): Promise<DemoState> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  if (rows.length === 0) return "none";
  if (!rows.some(({ name }) => name === "counter")) return "not-ours";
  const marks = await db.selectFrom("counter").select("name").where("name", "in", [MARK, READY_MARK]).execute();
  const has = (mark: string): boolean => marks.some(({ name }) => name === mark);
  if (!has(MARK)) return "not-ours";
  return has(READY_MARK) ? "ready" : "half-made";
}

/** In place of what an earlier run left half-made. */
export async function beginDemo(path: string): Promise<void> {
  for (const end of ["", "-wal", "-shm"]) await rm(`${path}${end}`, { force: true });
  const store = await openStore({ kind: "sqlite", path });
  try {
    await write(store, MARK);
  } finally {
    await store.close();
  }
}

export const markReady = (store: Store): Promise<void> => write(store, READY_MARK);

const write = (store: Store, name: string): Promise<void> =>
  store.write(async (tx) => {
    await tx.insertInto("counter").values({ name, value: 1 }).execute();
  });
