/** What a consolidation is made from but for the documents: the round, the tree and the states at one moment. */
import type { ConsolidationTerms } from "../../shared/api/consolidations.ts";
import type { Organisation } from "../../shared/api/organisations.ts";
import type { ProgressLine } from "../../shared/api/rounds.ts";
import type { Manifest } from "../../shared/consolidation.ts";
import type { ManifestOrganisation } from "../../shared/consolidation/manifest.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { progressLines } from "./progress.ts";
import { versionFacts } from "../store/consolidations.ts";
import type { Database } from "../store/database.ts";
import { idsBelow, listOrganisations } from "../store/organisations.ts";
import { readTerms, toRound, expectedIdsOf } from "../store/rounds.ts";
import type { RoundTable } from "../store/tables.ts";
import { byName } from "../vietnamese-order.ts";

/** Whose money is counted: what was submitted and neither returned nor still waiting for a second signature. */
const isCounted = ({ state, version }: ProgressLine, acceptedOnly: boolean): boolean =>
  version !== null && (state === "accepted" || (state === "submitted" && !acceptedOnly));

/** The round as it stands now. */
export async function makeManifest(
  db: Database,
  row: RoundTable,
  { terms, asOf }: { terms: ConsolidationTerms; asOf: string },
): Promise<Manifest> {
  const round = toRound(row, await expectedIdsOf(db, row.id));
  const branch = await idsBelow(db, terms.belowOrganisationId ?? row.owner_id);
  const lines = new Map((await progressLines(db, round, branch)).map((line) => [line.organisationId, line]));
  const sent = await versionFacts(db, row.id);
  const tree = new Map((await listOrganisations(db)).map((organisation) => [organisation.id, organisation]));
  const organisations = listed(tree, lines.keys()).map((organisation): ManifestOrganisation => {
    const line = lines.get(organisation.id);
    const included = line !== undefined && isCounted(line, terms.acceptedOnly);
    const version = line?.version ?? null;
    const facts = version === null ? undefined : sent.get(`${organisation.id} ${String(version)}`);
    return {
      id: organisation.id,
      parentId: organisation.parentId,
      name: organisation.name,
      kind: organisation.kind,
      successorId: organisation.successorId,
      isExpected: line !== undefined,
      state: line?.state ?? "missing",
      // Who has sent nothing is missing, and late only once something comes.
      isLate: version !== null && (line?.isLate ?? false),
      submittedAt: line?.submittedAt ?? null,
      included,
      version,
      receipt: facts?.receipt ?? null,
      contentSha256: facts?.sha256 ?? null,
      fileName: facts?.fileName ?? null,
    };
  });
  const { name, fromYear, toYear, deadline, formIds, unit } = readTerms(row);
  return {
    round: { id: row.id, name, fromYear, toYear, deadline, formIds: [...formIds], unit: terms.unit ?? unit },
    asOf,
    rulesVersion: CORE_VERSION,
    era: terms.era,
    level: terms.level,
    organisations,
  };
}

/** Those expected, those above them, and those their tasks passed to; by name. */
function listed(tree: ReadonlyMap<string, Organisation>, expected: Iterable<string>): readonly Organisation[] {
  const wanted = new Set<string>();
  const add = (id: string | null): void => {
    const organisation = id === null || wanted.has(id) ? undefined : tree.get(id);
    if (!organisation) return;
    wanted.add(organisation.id);
    add(organisation.parentId);
    add(organisation.successorId);
  };
  for (const id of expected) add(id);
  return [...tree.values()].filter(({ id }) => wanted.has(id)).sort(byName);
}
