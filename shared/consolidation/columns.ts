/** The buckets of money that a consolidation adds up. */
import { isWhole, type AmountHolds, type Appendix, type Scope } from "../appendix.ts";
import { findBundles, type Bundle } from "../sums/groups.ts";

/**
 * A bucket of money. The whole of a scope and kind is always the sum of its sources, what is unsplit and what is unsourced
 * (of an appendix that splits its money twice, by origin and by nature, the second split shows it once more):
 * - "unsplit": the appendix has no column for sources there, so nobody was asked for them;
 * - "unsourced": the appendix has, and they do not cover the whole; negative where they exceed it.
 */
export interface MoneyColumn {
  readonly scope: Scope;
  readonly kind: AmountHolds["kind"];
  readonly source: "total" | "unsplit" | "unsourced" | Source;
}

/** Both null: a source whose heading names neither ("NSNN", "Quỹ phát triển KHCN"). */
export interface Source {
  readonly origin: AmountHolds["origin"];
  readonly nature: AmountHolds["nature"];
}

const sourceKey = (source: MoneyColumn["source"]): string =>
  typeof source === "string" ? source : `${String(source.origin)} ${String(source.nature)}`;

export const columnKey = ({ scope, kind, source }: MoneyColumn): string => `${kind} ${scope} ${sourceKey(source)}`;

/** Planned before disbursed, widest scope first, each with its whole and, last, what is not split or has no source. */
const KINDS: readonly string[] = ["planned", "disbursed"];
const SCOPES: readonly string[] = ["project", "phase", "year"];
const SOURCES = [
  "total",
  "central null",
  "central investment",
  "central recurrent",
  "local null",
  "local investment",
  "local recurrent",
  "other null",
  "other investment",
  "other recurrent",
  "null investment",
  "null recurrent",
  "null null",
  "unsplit",
  "unsourced",
];

const rank = ({ scope, kind, source }: MoneyColumn): number =>
  KINDS.indexOf(kind) * 1_000 + SCOPES.indexOf(scope) * 100 + SOURCES.indexOf(sourceKey(source));

/** Each column once, in the order they are shown. */
export function uniteColumns(columns: Iterable<MoneyColumn>): readonly MoneyColumn[] {
  const byKey = new Map<string, MoneyColumn>();
  for (const column of columns) byKey.set(columnKey(column), column);
  return [...byKey.values()].sort((a, b) => rank(a) - rank(b));
}

type FigureColumns = Appendix["figureColumns"];

/** Columns of a bundle that hold a part of its money. */
export const sourceColumnsOf = (bundle: Bundle, figureColumns: FigureColumns): readonly number[] =>
  bundle.columns.filter((index) => {
    const holds = figureColumns[index]?.holds;
    return holds?.type === "amount" && !isWhole(holds);
  });

/** What an appendix has columns for; every scope has its whole, printed or not. */
export const columnsOf = ({ figureColumns }: Pick<Appendix, "figureColumns">): readonly MoneyColumn[] =>
  uniteColumns(findBundles(figureColumns).flatMap((bundle) => columnsOfBundle(bundle, figureColumns)));

function columnsOfBundle(bundle: Bundle, figureColumns: FigureColumns): readonly MoneyColumn[] {
  const { scope, kind, total } = bundle;
  if (scope === null || kind === "count") return [];
  const sources = sourceColumnsOf(bundle, figureColumns).flatMap((index): Source[] => {
    const holds = figureColumns[index]?.holds;
    return holds?.type === "amount" ? [{ origin: holds.origin, nature: holds.nature }] : [];
  });
  const rest = sources.length === 0 ? (["unsplit"] as const) : total < 0 ? [] : (["unsourced"] as const);
  return (["total", ...sources, ...rest] as const).map((source) => ({ scope, kind, source }));
}
