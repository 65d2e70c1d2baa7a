/** The round's sums as they stand now. Nothing is kept of them but what they take of each version. */
import { setImmediate } from "node:timers/promises";
import type { overviewRoutes } from "../../shared/api/overviews.ts";
import type { Answer } from "../../shared/api/route.ts";
import type { Consolidation, Manifest } from "../../shared/consolidation.ts";
import { columnKey } from "../../shared/consolidation/columns.ts";
import { startMerge } from "../../shared/consolidation/merge.ts";
import type { Caller, Service } from "../service.ts";
import type { RoundTable } from "../store/tables.ts";
import { placesOfIncluded } from "./included-versions.ts";
import type { KeptSummary } from "./kept-summaries.ts";
import { makeManifest } from "./manifest.ts";
import { limitToOwn, orTooLarge } from "./merge.ts";

type Sums = Answer<typeof overviewRoutes.readSums>;

interface SumsAsked {
  readonly level: "organisation" | "province";
  readonly era: "then" | "today";
  readonly acceptedOnly: boolean;
}

/** Where nobody has submitted, sums of nothing. @throws Problem amount-too-large, busy */
export async function readSums(
  service: Service,
  caller: Caller,
  { round, asked }: { round: RoundTable; asked: SumsAsked },
): Promise<Sums> {
  const terms = await limitToOwn(service, caller, {
    round,
    terms: { ...asked, unit: null, belowOrganisationId: null },
  });
  const at = new Date().toISOString();
  const manifest = await makeManifest(service.db, round, { terms, asOf: at });
  const places = placesOfIncluded(manifest);
  const kept = await service.summaries.readAll(places);
  const { columns, total, groups, organisations, standing } = await orTooLarge(addUp(manifest, kept));
  return {
    at,
    unit: manifest.round.unit,
    versions: places.length,
    columns: columns.map(columnKey),
    total,
    groups,
    organisations,
    standing,
  };
}

/** Others are served between so many versions. */
const AT_A_TIME = 500;

async function addUp(manifest: Manifest, kept: readonly KeptSummary[]): Promise<Consolidation> {
  const merge = startMerge(manifest, () => []);
  for (const [index, { summary }] of kept.entries()) {
    merge.addSummary(summary);
    if (index % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
  }
  return merge.end();
}
