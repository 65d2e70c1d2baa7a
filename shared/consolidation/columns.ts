/** The buckets of money that a consolidation adds up. */
import type { AmountHolds, Appendix, Scope } from "../appendix.ts";

/** A bucket of money: the whole of a scope and kind, one of its sources, or what has no source. */
export interface MoneyColumn {
  readonly scope: Scope;
  readonly kind: AmountHolds["kind"];
  readonly source: "total" | "unsourced" | Source;
}

export interface Source {
  readonly origin: AmountHolds["origin"];
  readonly nature: AmountHolds["nature"];
}

const sourceKey = (source: MoneyColumn["source"]): string =>
  typeof source === "string" ? source : `${String(source.origin)} ${String(source.nature)}`;

export const columnKey = ({ scope, kind, source }: MoneyColumn): string => `${kind} ${scope} ${sourceKey(source)}`;

/** Planned before disbursed, widest scope first, each with its whole and, last, what has no source. */
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

/** What an appendix fills; every scope has its whole and what has no source, printed or not. */
export function columnsOf({ figureColumns }: Appendix): readonly MoneyColumn[] {
  const columns = figureColumns.flatMap(({ holds }): MoneyColumn[] => {
    if (holds.type !== "amount") return [];
    const { scope, kind, origin, nature } = holds;
    const whole: MoneyColumn[] = [
      { scope, kind, source: "total" },
      { scope, kind, source: "unsourced" },
    ];
    return origin === null && nature === null ? whole : [...whole, { scope, kind, source: { origin, nature } }];
  });
  return uniteColumns(columns);
}
