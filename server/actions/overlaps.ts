/** Line items of one version that look the same as another organisation's in the same round. */
import type { overviewRoutes } from "../../shared/api/overviews.ts";
import type { ConsolidationTerms } from "../../shared/api/consolidations.ts";
import type { Answer } from "../../shared/api/route.ts";
import { MOST_COMPARED } from "../../shared/consolidation/merge.ts";
import type { Overlap } from "../../shared/consolidation/overlap-lines.ts";
import { refusedProblem } from "../judging/refused.ts";
import type { Caller, Service } from "../service.ts";
import type { RoundTable } from "../store/tables.ts";
import { placesOfIncluded } from "./included-versions.ts";
import type { VersionPlace } from "./kept-summaries.ts";
import { makeManifest } from "./manifest.ts";
import { organisationsSeenBy } from "./progress.ts";

type Overlaps = Answer<typeof overviewRoutes.listOverlaps>;

const WHOLE_ROUND: ConsolidationTerms = {
  level: "organisation",
  era: "then",
  unit: null,
  acceptedOnly: false,
  belowOrganisationId: null,
};

/**
 * The version stands in the place of the organisation's counted one. Whatever others have is compared, as it tells a work from a
 * kind of work; lines are given only of those whose submissions the caller may read. @throws Problem not-found, amount-too-large, busy
 */
export async function listOverlaps(
  service: Service,
  caller: Caller,
  { round, place }: { round: RoundTable; place: VersionPlace },
): Promise<Overlaps> {
  const own = await service.summaries.readAll([place]);
  const manifest = await makeManifest(service.db, round, { terms: WHOLE_ROUND, asOf: new Date().toISOString() });
  const others = placesOfIncluded(manifest).filter(({ organisationId }) => organisationId !== place.organisationId);
  const seenIds = new Set(await organisationsSeenBy(service.db, caller));
  if (!others.some(({ organisationId }) => seenIds.has(organisationId))) return { isComplete: true, overlaps: [] };
  const all = [...own, ...(await service.summaries.readAll(others))];
  const lines = all.reduce((sum, { lineCount }) => sum + lineCount, 0);
  if (lines > MOST_COMPARED) return { isComplete: false, overlaps: [] };
  const found = await findAmong(service, place, others);
  const names = new Map(manifest.organisations.map(({ id, name }) => [id, name]));
  const seen = found.map((overlap) => onlyOf(seenIds, overlap)).filter(isOfSeveral);
  return { isComplete: true, overlaps: seen.map((overlap) => describe(overlap, { place, names })) };
}

async function findAmong(
  { judge, summaries }: Pick<Service, "judge" | "summaries">,
  place: VersionPlace,
  others: readonly VersionPlace[],
): Promise<readonly Overlap[]> {
  const [own = new Uint8Array(), ...lines] = await summaries.readLines([place, ...others]);
  const found = await judge.findVersionOverlaps({ own, others: lines });
  if ("ok" in found) throw refusedProblem(found);
  return found;
}

const onlyOf = (seenIds: ReadonlySet<string>, { likeness, lines }: Overlap): Overlap => ({
  likeness,
  lines: lines.filter(({ organisationId }) => seenIds.has(organisationId)),
});

const isOfSeveral = ({ lines: [first, ...rest] }: Overlap): boolean =>
  rest.some(({ organisationId }) => organisationId !== first?.organisationId);

interface Naming {
  readonly place: VersionPlace;
  readonly names: ReadonlyMap<string, string>;
}

const describe = ({ likeness, lines }: Overlap, { place, names }: Naming): Overlaps["overlaps"][number] => ({
  likeness,
  lines: lines.map(({ organisationId, version, sheet, cell, name, leadAgency, periodText, amountDong }) => ({
    organisationId,
    organisation: names.get(organisationId) ?? "",
    version,
    isOwn: organisationId === place.organisationId,
    sheet,
    cell,
    name,
    leadAgency,
    period: periodText,
    amountDong,
  })),
});
