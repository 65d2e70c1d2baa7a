/** A round in a database of its own, all versions sent: what the service merges, without the service around it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addRound } from "../../server/actions/rounds.ts";
import { formerProvinceId, prepareFirstStart, provinceId, ROOT_ID } from "../../server/first-start.ts";
import type { Caller, Service } from "../../server/service.ts";
import { openStore, type Store, type Writing } from "../../server/store/database.ts";
import { findOrganisation } from "../../server/store/organisations.ts";
import type { RoundTable } from "../../server/store/tables.ts";
import { FORMER_PROVINCES, PROVINCES } from "../../shared/provinces.ts";
import { versionOf } from "../consolidation/build.ts";
import { TERMS } from "../server/rounds.ts";
import { putVersion } from "../server/versions.ts";
import { largeSheet } from "./sheets.ts";

export const LEVELS = ["provinces", "communes"] as const;
export type Level = (typeof LEVELS)[number];

const COMMUNES = 3321;
const PROVINCES_OF_TODAY = new Set(PROVINCES.map(provinceId));
const ROWS_AT_ONCE = 500;

export interface StoredRound {
  readonly service: Service;
  readonly caller: Caller;
  readonly round: RoundTable;
  readonly organisations: number;
  readonly close: () => Promise<void>;
}

async function addCommunes(tx: Writing): Promise<readonly string[]> {
  const parents = [...PROVINCES_OF_TODAY];
  const rows = Array.from({ length: COMMUNES }, (_, index) => ({
    id: `xa-${String(index + 1)}`,
    parent_id: parents[index % parents.length] ?? ROOT_ID,
    kind: "commune" as const,
    name: `Xã số ${String(index + 1)}`,
    successor_id: null,
    is_closed: 0 as const,
    created_at: new Date().toISOString(),
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto("organisation")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  return rows.map(({ id }) => id);
}

const idsOf = async (level: Level, store: Store): Promise<readonly string[]> =>
  level === "communes" ? store.write(addCommunes) : FORMER_PROVINCES.map(({ name }) => formerProvinceId(name));

/** Every organisation's sheet is another; all in one transaction, as thousands would take long. */
async function sendAll(store: Store, roundId: string, sent: { ids: readonly string[]; items: number }): Promise<void> {
  await store.write(async (tx) => {
    const within: Store = { ...store, write: (work) => work(tx) };
    for (const [index, organisationId] of sent.ids.entries()) {
      const version = versionOf(organisationId, [largeSheet(sent.items, { seed: index + 1 })]);
      const { plan, appendices, findings, explanations } = version;
      const judged = JSON.stringify({ plan, appendices, findings, explanations });
      await putVersion(within, { roundId, organisationId, version: { judged, line_items: sent.items } });
    }
  });
}

export async function storeRound(level: Level, items: number): Promise<StoredRound> {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-bench-"));
  const store = await openStore({ kind: "sqlite", path: join(folder, "phuluc.sqlite") });
  await prepareFirstStart(store);
  const ids = await idsOf(level, store);
  const terms = { ...TERMS, expectedIds: [...ids] };
  const { id } = await addRound({ store, nudge: () => undefined }, terms, { ownerId: ROOT_ID, by: null });
  await sendAll(store, id, { ids, items });
  const organisation = await findOrganisation(store.db, ROOT_ID);
  const caller = { id: "nguoi-soat", name: "Người soát", role: "reviewer", organisation };
  return {
    // What merging asks of a service, and of who merges.
    service: { store, db: store.db } as unknown as Service,
    caller: caller as unknown as Caller,
    round: await store.db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    organisations: ids.length,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
