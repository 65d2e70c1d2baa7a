/** Submissions a second over real HTTP with durable commits, against a bare insert of the same bytes into the same kind of database. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type DatabaseAddress, type Store } from "../../server/store/database.ts";
import { provinceId } from "../../server/first-start.ts";
import { PROVINCES } from "../../shared/provinces.ts";
import type { Grid } from "../../shared/grid.ts";
import { bodyOf, openRound } from "../server/rounds.ts";
import { addPerson, makeDatabase, startProcess, type DatabaseKind, type Person } from "../server/service.ts";
import { largeSheet } from "./sheets.ts";

const CLIENTS = 8;
const ITEMS = 300;
const SECONDS = 8;

/** The same sheet but for one name: nobody may submit the same twice. */
function renamed(sheet: Grid, name: string): Grid {
  const rows = sheet.rows.map((row) =>
    row.row === 7
      ? { ...row, cells: row.cells.map((cell) => (cell.column === 1 ? { ...cell, value: name } : cell)) }
      : row,
  );
  return { ...sheet, rows };
}

interface Sent {
  readonly count: number;
  readonly seconds: number;
  readonly milliseconds: readonly number[];
}

async function submitFor(
  seconds: number,
  officers: readonly { person: Person; id: string }[],
  roundId: string,
): Promise<Sent> {
  const began = performance.now();
  const times: number[] = [];
  await Promise.all(
    officers.map(async ({ person, id }, index) => {
      const sheet = largeSheet(ITEMS, { seed: index + 1 });
      for (let version = 0; performance.now() - began < seconds * 1000; version++) {
        const body = bodyOf([renamed(sheet, `Nhiệm vụ số ${String(version)}`)], { replaces: version });
        const start = performance.now();
        await person.get("submit", { params: { roundId, organisationId: id }, body });
        times.push(performance.now() - start);
      }
    }),
  );
  return {
    count: times.length,
    seconds: (performance.now() - began) / 1000,
    milliseconds: times.sort((a, b) => a - b),
  };
}

/** One row a transaction with the documents a submission keeps. */
async function insertFor(
  seconds: number,
  store: Store,
  documents: { content: string; judged: string; line_ids: string },
): Promise<number> {
  await store.db.schema
    .createTable("bare")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("content", "text")
    .addColumn("judged", "text")
    .addColumn("line_ids", "text")
    .execute();
  const { sql } = await import("kysely");
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < seconds * 1000) {
    const { content, judged, line_ids } = documents;
    await store.db
      .transaction()
      .execute((tx) =>
        sql`insert into bare (id, content, judged, line_ids) values (${count}, ${content}, ${judged}, ${line_ids})`.execute(
          tx,
        ),
      );
    count++;
  }
  return count / ((performance.now() - began) / 1000);
}

const noTest = { skip: () => process.exit(0) } as never;

async function measure(kind: DatabaseKind): Promise<string> {
  const database = await makeDatabase(kind, noTest);
  const bare = await makeDatabase(kind, noTest);
  const service = await startProcess(database.env);
  try {
    const ids = PROVINCES.slice(0, CLIENTS).map(provinceId);
    const { roundId, administrator } = await openRound(service, { expectedIds: ids });
    const officers = [];
    for (const id of ids)
      officers.push({
        id,
        person: await addPerson(administrator, { url: service.url, organisationId: id, role: "submitter" }),
      });
    const sent = await submitFor(SECONDS, officers, roundId);
    const opened = await openStore(addressOf(kind, database.env));
    const documents = await opened.db
      .selectFrom("version")
      .select(["content", "judged", "line_ids"])
      .limit(1)
      .executeTakeFirstOrThrow();
    await opened.close();
    const store = await openStore(addressOf(kind, bare.env));
    const inserts = await insertFor(SECONDS / 2, store, documents);
    await store.close();
    const rate = sent.count / sent.seconds;
    const median = sent.milliseconds[Math.floor(sent.count / 2)] ?? 0;
    const late = sent.milliseconds[Math.floor(sent.count * 0.99)] ?? 0;
    const bytes = Math.round((documents.content.length + documents.judged.length + documents.line_ids.length) / 1024);
    return `| ${kind} | ${rate.toFixed(0)} | ${median.toFixed(0)} ms | ${late.toFixed(0)} ms | ${String(bytes)} KB | ${inserts.toFixed(0)} | ${(inserts / rate).toFixed(1)} |`;
  } finally {
    await service.stop();
    await database.drop();
    await bare.drop();
  }
}

function addressOf(kind: DatabaseKind, env: Readonly<Record<string, string>>): DatabaseAddress {
  if (kind === "postgres") return { kind, url: env["DATABASE_URL"] ?? "" };
  return { kind, path: join(env["DATA_DIR"] ?? mkdtempSync(join(tmpdir(), "phuluc-")), "phuluc.sqlite") };
}

console.log(`${String(ITEMS)} line items a submission, ${String(CLIENTS)} clients at once, every commit on the disk\n`);
console.log("| database | submissions/s | median | 99 % | kept each | bare inserts/s | ratio |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const kind of ["sqlite", "postgres"] as const) console.log(await measure(kind));
