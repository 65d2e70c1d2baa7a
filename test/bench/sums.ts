/** A round's sums over real HTTP, as a page asks for them, beside merging the same versions: at first, and once every version is known. */
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { PROVINCES } from "../../shared/provinces.ts";
import { provinceId } from "../../server/first-start.ts";
import { readConfig } from "../../server/config.ts";
import { openStore, type Store } from "../../server/store/database.ts";
import { versionOf } from "../consolidation/build.ts";
import { MINISTRY, openRound, addOpenRound } from "../server/rounds.ts";
import { makeDatabase, startProcess, type DatabaseKind, type Person } from "../server/service.ts";
import { putVersion } from "../server/versions.ts";
import { largeSheet } from "./sheets.ts";

const COMMUNES = 3321;
const TIMES = 5;
const NOTICE_MS = 100;

interface Country {
  readonly name: string;
  readonly ids: readonly string[];
  readonly items: number;
}

const provinces = PROVINCES.map(provinceId);
const today = provinces.filter((id) => !id.startsWith("tinh-cu-"));
const communes = Array.from({ length: COMMUNES }, (_, index) => `xa-${String(index)}`);
/** The first starts the threads that every other finds running. */
const WARM_UP: Country = { name: "", ids: provinces.slice(0, 8), items: 10 };
const ROUNDS: readonly Country[] = [
  { name: "63 provinces × 300", ids: provinces.slice(0, 63), items: 300 },
  { name: "3,321 communes × 10", ids: communes, items: 10 },
];
const SHEETS = 63;

async function addCommunes({ write }: Store): Promise<void> {
  const rows = communes.map((id, index) => ({
    id,
    parent_id: today[index % today.length] ?? MINISTRY,
    kind: "commune" as const,
    name: `Xã số ${String(index)}`,
    successor_id: null,
    is_closed: 0 as const,
    created_at: new Date().toISOString(),
  }));
  await write(async (tx) => {
    for (let from = 0; from < rows.length; from += 500)
      await tx
        .insertInto("organisation")
        .values(rows.slice(from, from + 500))
        .execute();
  });
}

async function fill(store: Store, roundId: string, { ids, items }: Country): Promise<void> {
  const judged = Array.from({ length: SHEETS }, (_, seed) => {
    const { plan, appendices, findings, explanations } = versionOf("", [largeSheet(items, { seed: seed + 1 })]);
    return JSON.stringify({ plan, appendices, findings, explanations });
  });
  for (const [index, organisationId] of ids.entries())
    await putVersion(store, { roundId, organisationId, version: { judged: judged[index % SHEETS] ?? "" } });
  // PostgreSQL does so by itself soon after so many rows have come.
  await sql`analyze`.execute(store.db);
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The longest that anybody else waits for an answer meanwhile. */
async function longestWait(url: string, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const finished = work.finally(() => (isDone = true));
  let longest = 0;
  while (!isDone) longest = Math.max(longest, await timed(() => fetch(`${url}/healthz`)));
  await finished;
  return longest;
}

async function measureRound(person: Person, roundId: string): Promise<readonly number[]> {
  const params = { roundId };
  const query = { level: "province", era: "then", acceptedOnly: "false" } as const;
  const body = { level: "province", era: "then", unit: null, acceptedOnly: false, belowOrganisationId: null } as const;
  const ask = (): Promise<unknown> => person.get("readSums", { params, query });
  const cold = await timed(ask);
  const warm: number[] = [];
  for (let time = 0; time < TIMES; time++) warm.push(await timed(ask));
  const wait = await longestWait(person.url, ask());
  const merge = await timed(() => person.get("merge", { params, body }));
  return [merge, cold, warm.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0, wait];
}

const noTest = { skip: () => process.exit(0) } as never;

async function measure(kind: DatabaseKind): Promise<void> {
  const database = await makeDatabase(kind, noTest);
  const service = await startProcess(database.env);
  const store = await openStore(readConfig(database.env).database);
  try {
    const { administrator, reviewer } = await openRound(service, { expectedIds: provinces.slice(0, 1) });
    await addCommunes(store);
    for (const round of [WARM_UP, ...ROUNDS]) {
      const roundId = await addOpenRound(administrator, { expectedIds: [...round.ids] });
      await fill(store, roundId, round);
      // Connections that the service has closed meanwhile are noticed only now.
      await setTimeout(NOTICE_MS);
      const times = await measureRound(reviewer, roundId);
      if (round === WARM_UP) continue;
      const [merge = 0, cold = 0, warm = 0, wait = 0] = times;
      const shown = [merge, cold, warm, wait].map((ms) => `${ms.toFixed(0)} ms`).join(" | ");
      console.log(
        `| ${kind} | ${round.name} | ${shown} | ${(cold / merge).toFixed(1)} | ${(warm / merge).toFixed(2)} |`,
      );
    }
  } finally {
    await store.close();
    await service.stop();
    await database.drop();
  }
}

console.log(
  "| database | round | merge | sums at first | sums then | others wait at most | at first / merge | then / merge |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
for (const kind of ["sqlite", "postgres"] as const) await measure(kind);
