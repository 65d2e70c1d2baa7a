/** Under whose name an organisation's money is added up. */
import type { Manifest, ManifestOrganisation } from "./manifest.ts";

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** The id of the one group of everything, when no single organisation stands above the rest. */
const ALL: Group = { id: "*", name: "Tất cả các đơn vị" };

type ById = ReadonlyMap<string, ManifestOrganisation>;

/** The group of each organisation, by the organisation's id. */
export function groupOrganisations(manifest: Manifest): ReadonlyMap<string, Group> {
  const byId: ById = new Map(manifest.organisations.map((organisation) => [organisation.id, organisation]));
  const roots = manifest.organisations.filter(({ parentId }) => parentId === null || !byId.has(parentId));
  const [onlyRoot] = roots.length === 1 ? roots : [];
  const root: Group = onlyRoot ? { id: onlyRoot.id, name: onlyRoot.name } : ALL;
  return new Map(
    manifest.organisations.map((organisation) => [
      organisation.id,
      manifest.level === "root" ? root : groupOf(organisation, { manifest, byId }),
    ]),
  );
}

function groupOf(
  organisation: ManifestOrganisation,
  { manifest, byId }: { readonly manifest: Manifest; readonly byId: ById },
): Group {
  const ownLevel = manifest.level === "province" ? provinceOf(organisation, byId) : organisation;
  const { id, name } = manifest.era === "today" ? follow(ownLevel, byId, "successorId") : ownLevel;
  return { id, name };
}

/** The nearest province above; an organisation outside any province stands for itself. */
function provinceOf(organisation: ManifestOrganisation, byId: ById): ManifestOrganisation {
  return walk(organisation, byId, "parentId").find(({ kind }) => kind === "province") ?? organisation;
}

const follow = (from: ManifestOrganisation, byId: ById, link: Link): ManifestOrganisation => {
  const all = walk(from, byId, link);
  return all[all.length - 1] ?? from;
};

type Link = "parentId" | "successorId";

/** Who merges: the nearest organisation above all that are asked or added; null where the manifest names none. */
export function mergerOf({ organisations }: Manifest): ManifestOrganisation | null {
  const byId: ById = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const asked = organisations.filter(({ isExpected, included }) => isExpected || included);
  const above = asked.map((one) => walk(one, byId, "parentId").slice(asked.length === 1 ? 1 : 0));
  const [first = [], ...others] = above;
  return first.find((one) => others.every((chain) => chain.includes(one))) ?? null;
}

/** From an organisation along a link, itself first; a circle is left where it closes. */
function walk(from: ManifestOrganisation, byId: ById, link: Link): readonly ManifestOrganisation[] {
  const walked = new Set<ManifestOrganisation>();
  let next: ManifestOrganisation | undefined = from;
  while (next && !walked.has(next)) {
    walked.add(next);
    const id: string | null = next[link];
    next = id === null || id === next.id ? undefined : byId.get(id);
  }
  return [...walked];
}
