/** How the money of a consolidation's columns is stacked: parts that don't overlap, and together are the whole. */
import type { overviewRoutes } from "../../../../shared/api/overviews.ts";
import type { Answer } from "../../../../shared/api/route.ts";

export type Sums = Answer<(typeof overviewRoutes)["readSums"]>;

/** From the bottom of the stack up: what comes from which budget, then what nobody said. */
export const PARTS = ["central", "local", "other", "unclassified", "nature", "unsplit", "unsourced"] as const;
export type Part = (typeof PARTS)[number];

/** Whole đồng. */
export interface Split {
  /** Null: nothing is said of this money. */
  readonly totalDong: number | null;
  /** They add up to the total; "unsourced" is negative where the sources exceed the whole. */
  readonly parts: Readonly<Record<Part, number>>;
  readonly lineItems: number;
}

const NOTHING: Readonly<Record<Part, number>> = {
  central: 0,
  local: 0,
  other: 0,
  unclassified: 0,
  nature: 0,
  unsplit: 0,
  unsourced: 0,
};

const EMPTY_SPLIT: Split = { totalDong: null, parts: NOTHING, lineItems: 0 };

/** "planned phase": kinds and scopes of money that the round has, widest first. */
export const measuresOf = ({ columns }: Pick<Sums, "columns">): readonly string[] =>
  columns.flatMap((column) => (column.endsWith(" total") ? [column.slice(0, -" total".length)] : []));

/**
 * What is shown first: money that every organisation with money gives, or else most do, so that nobody is left out of the first picture. Of equals
 * the phase, which is what plans are made for, then what is split by source.
 */
export function usualMeasure(sums: Pick<Sums, "columns" | "organisations">): string | null {
  const filled = (measure: string): number => {
    const index = sums.columns.indexOf(`${measure} total`);
    return sums.organisations.filter(({ amounts }) => (amounts[index] ?? null) !== null).length;
  };
  const isSplit = (measure: string): boolean =>
    sums.columns.some((column) => column.startsWith(`${measure} `) && !/ (total|unsplit|unsourced)$/.test(column));
  const rank = (measure: string): number =>
    filled(measure) + (measure === "planned phase" ? 0.5 : 0) + (isSplit(measure) ? 0.25 : 0);
  const [first] = [...measuresOf(sums)].sort((a, b) => rank(b) - rank(a));
  return first ?? null;
}

/**
 * By origin of the money: central, local, other, not named. Columns that name only its nature (investment, recurrent) are either a part
 * of the one split ("TW, ĐTPT, SN") or a second split that shows the same money once more. Which of the two isn't told by the columns; it is by
 * the sums: the whole is always the first split with what is unsplit and unsourced, so what these leave of it is the money that only its
 * nature was given of, and nothing where the money was split twice.
 */
export function splitOf(
  { amounts, lineItems }: { readonly amounts: readonly (number | null)[]; readonly lineItems: number },
  columns: readonly string[],
  measure: string,
): Split {
  const parts = { ...NOTHING };
  let totalDong: number | null = null;
  let byNature = 0;
  columns.forEach((column, index) => {
    const amount = amounts[index] ?? null;
    if (amount === null || !column.startsWith(`${measure} `)) return;
    const source = column.slice(measure.length + 1);
    if (source === "total") totalDong = amount;
    else if (isOnlyNature(source)) byNature += amount;
    else parts[partOf(source)] += amount;
  });
  const left = (totalDong ?? 0) - sumOf(parts);
  parts.nature = Math.min(Math.max(left, 0), byNature);
  // Where the split by nature came first, "unsourced" is what it leaves; the origins may cover some of that.
  parts.unsourced += left - parts.nature;
  return { totalDong, parts, lineItems };
}

const isOnlyNature = (source: string): boolean => source === "null investment" || source === "null recurrent";

function partOf(source: string): Part {
  const [first = ""] = source.split(" ");
  return PARTS.find((part) => part === first) ?? "unclassified";
}

const sumOf = (parts: Readonly<Record<Part, number>>): number => PARTS.reduce((sum, part) => sum + parts[part], 0);

/** All of them together. */
export const addSplits = (splits: readonly Split[]): Split =>
  splits.reduce(
    (sum, { totalDong, parts, lineItems }) => ({
      totalDong: totalDong === null ? sum.totalDong : (sum.totalDong ?? 0) + totalDong,
      parts: Object.fromEntries(PARTS.map((part) => [part, sum.parts[part] + parts[part]])) as Record<Part, number>,
      lineItems: sum.lineItems + lineItems,
    }),
    EMPTY_SPLIT,
  );

/** Whose money stands on one line. */
export interface MoneyLine {
  readonly id: string;
  readonly name: string;
  readonly split: Split;
  /** Those who submitted. */
  readonly organisations: readonly { readonly id: string; readonly split: Split }[];
}

/** One line for each group, most money first. The parts are told apart organisation by organisation, as each splits in its own way. */
export function moneyLines({ columns, groups, organisations }: Sums, measure: string): readonly MoneyLine[] {
  const byId = new Map(organisations.map((one) => [one.id, splitOf(one, columns, measure)]));
  const lines = groups.map(({ id, name, organisationIds }): MoneyLine => {
    const own = organisationIds.map((organisationId) => ({
      id: organisationId,
      split: byId.get(organisationId) ?? EMPTY_SPLIT,
    }));
    return { id, name, organisations: own, split: addSplits(own.map(({ split }) => split)) };
  });
  return lines.sort((a, b) => (b.split.totalDong ?? -Infinity) - (a.split.totalDong ?? -Infinity));
}

/** Those that somebody has money in. */
export const filledParts = (lines: readonly MoneyLine[]): readonly Part[] =>
  PARTS.filter((part) => lines.some(({ split }) => split.parts[part] !== 0));
