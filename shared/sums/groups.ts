/** Which amount columns add up to which: follows from what the columns hold, for every form alike. */
import { isWhole, type AmountHolds, type FigureColumn, type Scope } from "../appendix.ts";
import { groupBy } from "../group-by.ts";
import { foldWords } from "../text.ts";

/** Columns of one scope, kind and year: filled together or not at all. Counts have a bundle each. */
export interface Bundle {
  readonly scope: Scope | null;
  readonly kind: AmountHolds["kind"] | "count";
  readonly columns: readonly number[];
  /** The column of the whole, -1 when only its parts are printed. */
  readonly total: number;
}

/** `total` = the sum of `parts`, all indexes of figure columns. */
export interface SourceGroup {
  readonly total: number;
  readonly parts: readonly number[];
}

interface Amount {
  readonly index: number;
  readonly holds: AmountHolds;
}

const amountsOf = (columns: readonly FigureColumn[]): readonly Amount[] =>
  columns.flatMap(({ holds }, index) => (holds.type === "amount" ? [{ index, holds }] : []));

const bundleKey = ({ scope, kind, year }: AmountHolds): string => `${scope} ${kind} ${String(year)}`;

export function findBundles(columns: readonly FigureColumn[]): readonly Bundle[] {
  const byKey = groupBy(amountsOf(columns), ({ holds }) => bundleKey(holds));
  const bundles: Bundle[] = [...byKey.values()].map((amounts) => ({
    scope: amounts[0]?.holds.scope ?? null,
    kind: amounts[0]?.holds.kind ?? "planned",
    columns: amounts.map(({ index }) => index),
    total: amounts.find(({ holds }) => isWhole(holds))?.index ?? -1,
  }));
  columns.forEach(({ holds }, index) => {
    if (holds.type === "count") bundles.push({ scope: null, kind: "count", columns: [index], total: -1 });
  });
  return bundles;
}

/**
 * In each bundle: the whole = its parts; a part that is itself split (a nature by origin, a local total by level) = its own.
 * Columns for origins and columns for natures side by side are two splits of one whole when each is complete
 * (TW + ĐP, and ĐTPT + SN), and one split when not (TW + ĐTPT + SN, as in Vĩnh Long 2020).
 */
export function findSourceGroups(columns: readonly FigureColumn[]): readonly SourceGroup[] {
  const groups: SourceGroup[] = [];
  for (const amounts of groupBy(amountsOf(columns), ({ holds }) => bundleKey(holds)).values()) {
    const parents = new Map(amounts.map((amount) => [amount.index, parentOf(amount, amounts)]));
    for (const amount of amounts) {
      const parts = amounts.filter((candidate) => parents.get(candidate.index) === amount.index);
      groups.push(...splits(parts).map((split) => ({ total: amount.index, parts: split.map(({ index }) => index) })));
    }
  }
  return groups.filter((group) => group.parts.length > 1);
}

/** The narrowest column of the bundle that contains this one. */
function parentOf(amount: Amount, amounts: readonly Amount[]): number | null {
  const containing = amounts.filter((candidate) => candidate !== amount && contains(candidate.holds, amount.holds));
  const narrowest = containing.sort((a, b) => openness(a.holds) - openness(b.holds))[0];
  return narrowest?.index ?? null;
}

/** Levels of local budgets, which one local total may hold; other sources of one kind stand side by side. */
const LEVEL = /(^| )(tinh|huyen|xa|nst|nsh|nsx)( |$)/;

const openness = ({ origin, nature, detail }: AmountHolds): number =>
  (origin === null ? 1 : 0) + (nature === null ? 1 : 0) + (detail === null ? 1 : 0);

function contains(whole: AmountHolds, part: AmountHolds): boolean {
  if (whole.detail !== null || openness(whole) <= openness(part)) return false;
  const isOnlyFiner =
    part.detail !== null && whole.origin !== null && whole.origin === part.origin && whole.nature === part.nature;
  if (isOnlyFiner && !(whole.origin === "local" && LEVEL.test(foldWords(part.detail ?? "")))) return false;
  return (
    (whole.origin === null || whole.origin === part.origin) && (whole.nature === null || whole.nature === part.nature)
  );
}

function splits(parts: readonly Amount[]): readonly (readonly Amount[])[] {
  const byOrigin = parts.filter(({ holds }) => holds.origin !== null && holds.nature === null);
  const byNature = parts.filter(({ holds }) => holds.origin === null && holds.nature !== null);
  const hasBothOrigins = ["central", "local"].every((origin) => byOrigin.some(({ holds }) => holds.origin === origin));
  const hasBothNatures = byNature.length > 1;
  const isTwoSplits = hasBothOrigins && hasBothNatures && byOrigin.length + byNature.length === parts.length;
  return isTwoSplits ? [byOrigin, byNature] : [parts];
}
