/** What is on its way to the service, kept in the browser: it survives closing Excel, and losing the network. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { linkToReceived, superseded } from "./outbox-order.ts";
import type { LastKnown, OutboxRecord } from "./outbox-record.ts";

interface Stores extends DBSchema {
  entries: { key: string; value: OutboxRecord };
  /** The body's pieces, in order. */
  bodies: { key: [string, number]; value: Uint8Array };
  known: { key: string; value: LastKnown };
}

export interface Outbox {
  /** Committed to the disk when it resolves. Entries of the same work that were refused, or conflict, are replaced by it. */
  add(record: OutboxRecord, pieces: readonly Uint8Array[]): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly OutboxRecord[]>;
  readPieces(key: string): Promise<readonly Uint8Array[]>;
  /** Nothing happens to an entry that is gone. */
  change(key: string, part: Partial<Omit<OutboxRecord, "idempotencyKey">>): Promise<void>;
  /** With its receipt; its body is no longer needed. Those of the same work that wait behind it build upon it. */
  receive(key: string, status: Extract<OutboxRecord["status"], { kind: "received" }>): Promise<void>;
  remove(key: string): Promise<void>;
  readKnown(personId: string): Promise<LastKnown | null>;
  keepKnown(known: LastKnown): Promise<void>;
  close(): void;
}

const NAME = "phuluc";
const MOST_RECEIVED = 20;
/** Resolved only when it is on the disk: a crash right after must not lose it. */
const STRICT: IDBTransactionOptions = { durability: "strict" };

const piecesOf = (key: string): IDBKeyRange => IDBKeyRange.bound([key, 0], [key, Number.MAX_SAFE_INTEGER]);

/** Rejects where the browser keeps nothing. */
export async function openOutbox(): Promise<Outbox> {
  const db = await openDB<Stores>(NAME, 1, {
    upgrade: (made) => {
      made.createObjectStore("entries", { keyPath: "idempotencyKey" });
      made.createObjectStore("bodies");
      made.createObjectStore("known", { keyPath: "personId" });
    },
  });
  const list = async (): Promise<readonly OutboxRecord[]> =>
    [...(await db.getAll("entries"))].sort((a, b) => a.madeAt - b.madeAt);
  return {
    add: (record, pieces) => add(db, record, pieces),
    list,
    readPieces: (key) => readPieces(db, key),
    change: async (key, part) => {
      const tx = db.transaction("entries", "readwrite", STRICT);
      const record = await tx.store.get(key);
      if (record) await tx.store.put({ ...record, ...part });
      await tx.done;
    },
    receive: async (key, status) => {
      await receive(db, key, status);
      const received = (await list()).filter((record) => record.status.kind === "received");
      for (const { idempotencyKey } of received.slice(0, -MOST_RECEIVED)) await db.delete("entries", idempotencyKey);
    },
    remove: async (key) => {
      const tx = db.transaction(["entries", "bodies"], "readwrite", STRICT);
      await tx.objectStore("entries").delete(key);
      await tx.objectStore("bodies").delete(piecesOf(key));
      await tx.done;
    },
    readKnown: async (personId) => (await db.get("known", personId)) ?? null,
    keepKnown: async (known) => {
      await db.put("known", known);
    },
    close: () => db.close(),
  };
}

type Open = IDBPDatabase<Stores>;

async function add(db: Open, record: OutboxRecord, pieces: readonly Uint8Array[]): Promise<void> {
  const tx = db.transaction(["entries", "bodies"], "readwrite", STRICT);
  const [entries, bodies] = [tx.objectStore("entries"), tx.objectStore("bodies")];
  for (const { idempotencyKey } of superseded(await entries.getAll(), record)) {
    await entries.delete(idempotencyKey);
    await bodies.delete(piecesOf(idempotencyKey));
  }
  await Promise.all(pieces.map((piece, index) => bodies.put(piece, [record.idempotencyKey, index])));
  await entries.put(record);
  await tx.done;
}

/** One after another: all at once would hold up the page while they are copied. */
async function readPieces(db: Open, key: string): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (const each of await db.getAllKeys("bodies", piecesOf(key))) {
    const piece = await db.get("bodies", each);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

async function receive(
  db: Open,
  key: string,
  status: Extract<OutboxRecord["status"], { kind: "received" }>,
): Promise<void> {
  const tx = db.transaction(["entries", "bodies"], "readwrite", STRICT);
  const entries = tx.objectStore("entries");
  const record = await entries.get(key);
  if (record) {
    await entries.put({ ...record, status });
    for (const next of linkToReceived(await entries.getAll(), record, status.receipt.version)) await entries.put(next);
  }
  await tx.objectStore("bodies").delete(piecesOf(key));
  await tx.done;
}
