/** Merging a round, and making a consolidation again from the very versions it names. */
import type { z } from "zod";
import type { consolidationLineSchema, ConsolidationTerms } from "../../shared/api/consolidations.ts";
import {
  consolidate,
  consolidationValues,
  type Consolidation,
  type Manifest,
  type Versions,
} from "../../shared/consolidation.ts";
import { manifestSchema } from "../../shared/consolidation/manifest.ts";
import { findOverlapsInSteps } from "../../shared/overlaps.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import { countedVersions } from "../store/consolidations.ts";
import { newId, sha256 } from "../store/ids.ts";
import { idsBelow } from "../store/organisations.ts";
import type { ConsolidationTable, RoundTable } from "../store/tables.ts";
import { inSteps } from "./in-steps.ts";
import { makeManifest } from "./manifest.ts";

export type ConsolidationLine = z.infer<typeof consolidationLineSchema>;

export interface Made {
  readonly line: ConsolidationLine;
  readonly consolidation: Consolidation;
  readonly versions: Versions;
  /** As JSON: what the hash is of. */
  readonly values: string;
}

/** @throws Problem nothing-to-merge, amount-too-large, forbidden */
export async function mergeRound(
  service: Service,
  caller: Caller,
  { round, terms: asked }: { round: RoundTable; terms: ConsolidationTerms },
): Promise<ConsolidationLine> {
  const terms = await limitToOwn(service, caller, { round, terms: asked });
  const at = new Date().toISOString();
  const manifest = await makeManifest(service.db, round, { terms, asOf: at });
  if (!manifest.organisations.some(({ included }) => included)) throw new Problem("nothing-to-merge");
  const { consolidation, hash } = await make(service, manifest);
  const row: ConsolidationTable = {
    id: newId(),
    round_id: round.id,
    terms: JSON.stringify(terms),
    manifest: JSON.stringify(manifest),
    sha256: hash,
    versions: manifest.organisations.filter(({ included }) => included).length,
    line_items: consolidation.total.lineItems,
    at,
    by_id: caller.id,
    by_name: caller.name,
  };
  await service.store.write(async (tx) => {
    await tx.insertInto("consolidation").values(row).execute();
    await appendAudit(tx, {
      at,
      actor: caller,
      organisationId: caller.organisation.id,
      action: "merge",
      subject: `consolidation ${row.id}`,
      details: { roundId: round.id, terms, sha256: row.sha256, versions: row.versions },
    });
  });
  return toLine(row);
}

/** The owner merges all; an organisation between merges its own branch. */
export async function limitToOwn(
  service: Service,
  caller: Caller,
  { round, terms }: { round: RoundTable; terms: ConsolidationTerms },
): Promise<ConsolidationTerms> {
  const own = await idsBelow(service.db, caller.organisation.id);
  const asked = terms.belowOrganisationId ?? caller.organisation.id;
  if (!own.includes(asked)) throw new Problem("forbidden");
  return { ...terms, belowOrganisationId: asked === round.owner_id ? null : asked };
}

export async function listConsolidations(
  service: Service,
  caller: Caller,
  round: RoundTable,
): Promise<ConsolidationLine[]> {
  const rows = await service.db
    .selectFrom("consolidation")
    .selectAll()
    .where("round_id", "=", round.id)
    .orderBy("at", "desc")
    .execute();
  const own = new Set(await idsBelow(service.db, caller.organisation.id));
  return rows.filter((row) => isOwn(row, round, own)).map(toLine);
}

const isOwn = (row: ConsolidationTable, round: RoundTable, own: ReadonlySet<string>): boolean =>
  own.has(termsOf(row).belowOrganisationId ?? round.owner_id);

/** A consolidation made again. @throws Problem not-found for one of others */
export async function remake(
  service: Service,
  caller: Caller,
  { id, round }: { id: string; round: RoundTable },
): Promise<Made & { readonly isSame: boolean }> {
  const row = await service.db.selectFrom("consolidation").selectAll().where("id", "=", id).executeTakeFirst();
  const own = new Set(await idsBelow(service.db, caller.organisation.id));
  if (!row || !isOwn(row, round, own)) throw new Problem("not-found", NOT_FOUND.consolidation);
  const made = await make(service, manifestSchema.parse(JSON.parse(row.manifest)));
  return { ...made, line: toLine(row), isSame: made.hash === row.sha256 };
}

/** The hash is of the values and of every document they were made from, so that not a name in the list can change unseen. */
async function make(service: Service, manifest: Manifest): Promise<Omit<Made, "line"> & { readonly hash: string }> {
  const documents: string[] = [];
  const read = countedVersions(service.db, manifest, (document) => documents.push(sha256(document)));
  const consolidation = await orTooLarge(consolidate(manifest, read, (lines) => inSteps(findOverlapsInSteps(lines))));
  const values = consolidationValues(consolidation);
  const hash = sha256([values, ...documents].join("\n"));
  return { versions: countedVersions(service.db, manifest), consolidation, values, hash };
}

/** @throws Problem amount-too-large where a sum can't be kept exactly */
export async function orTooLarge<T>(merging: Promise<T>): Promise<T> {
  try {
    return await merging;
  } catch (trouble) {
    if (trouble instanceof RangeError) throw new Problem("amount-too-large");
    throw trouble;
  }
}

const termsOf = (row: ConsolidationTable): ConsolidationTerms => JSON.parse(row.terms) as ConsolidationTerms;

const toLine = (row: ConsolidationTable): ConsolidationLine => ({
  ...termsOf(row),
  id: row.id,
  roundId: row.round_id,
  at: row.at,
  by: { id: row.by_id, name: row.by_name },
  sha256: row.sha256,
  versions: row.versions,
  lineItems: row.line_items,
});
