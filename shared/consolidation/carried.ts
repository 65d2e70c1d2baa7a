/** Which rows of an appendix carry money (or counts) of their own, and how much in each column. Printed totals are never added. */
import type { AmountHolds, Appendix, AppendixRow } from "../appendix.ts";
import { findBundles, findSourceGroups, type Bundle } from "../sums/groups.ts";
import { sourceColumnsOf, type MoneyColumn } from "./columns.ts";

export interface Carrying {
  readonly bundles: readonly Bundle[];
  /** By bundle, 1 for rows with a row below them that prints figures of the bundle. */
  readonly filledBelow: readonly Uint8Array[];
}

export function findCarrying(appendix: Appendix): Carrying {
  const bundles = findBundles(appendix.figureColumns);
  return { bundles, filledBelow: bundles.map((bundle) => findFilledBelow(appendix, bundle)) };
}

const isTotalRow = ({ kind }: AppendixRow): boolean => kind === "grandTotal" || kind === "subtotal";

function isFilled(row: AppendixRow, bundle: Bundle): boolean {
  for (const column of bundle.columns) if ((row.figures[column] ?? null) !== null) return true;
  return false;
}

function findFilledBelow({ rows }: Appendix, bundle: Bundle): Uint8Array {
  const filled = new Uint8Array(rows.length);
  for (const row of rows) {
    if (isTotalRow(row) || !isFilled(row, bundle)) continue;
    for (let above = row.parent; above >= 0 && filled[above] !== 1; above = rows[above]?.parent ?? -1)
      filled[above] = 1;
  }
  return filled;
}

/** The row's own figures of a bundle count: nothing below it prints any. */
export function carries({ bundles, filledBelow }: Carrying, row: AppendixRow, at: CarriedAt): boolean {
  const bundle = bundles[at.bundle];
  return bundle !== undefined && filledBelow[at.bundle]?.[at.row] !== 1 && isFilled(row, bundle);
}

export interface CarriedAt {
  readonly bundle: number;
  readonly row: number;
}

/** Line items, and sections whose money is not split among their rows. */
export function isCarried(carrying: Carrying, row: AppendixRow, index: number): boolean {
  if (isTotalRow(row)) return false;
  return (
    row.kind === "lineItem" || carrying.bundles.some((_, bundle) => carries(carrying, row, { bundle, row: index }))
  );
}

/** What one bundle gives to a column. */
interface Share {
  readonly bundle: number;
  readonly total: number;
  /** Columns that make up its whole. */
  readonly sourced: readonly number[];
  /** Columns of the wanted source; null for the whole, and for what is unsplit or unsourced. */
  readonly own: readonly number[] | null;
}

/** Made once for an appendix, so that a row costs no more than its figures. */
export interface Shares {
  readonly carrying: Carrying;
  readonly byColumn: readonly { readonly column: MoneyColumn; readonly shares: readonly Share[] }[];
}

export function findShares(appendix: Appendix, columns: readonly MoneyColumn[]): Shares {
  const carrying = findCarrying(appendix);
  const sourced = carrying.bundles.map((bundle) => sourcedColumns(appendix, bundle));
  const byColumn = columns.map((column) => ({
    column,
    shares: carrying.bundles.flatMap((bundle, index): Share[] => {
      if (bundle.scope !== column.scope || bundle.kind !== column.kind) return [];
      const own = ownColumns(appendix, bundle, column.source);
      const share = { bundle: index, total: bundle.total, sourced: sourced[index] ?? [], own };
      return isGiving(share, column.source) ? [share] : [];
    }),
  }));
  return { carrying, byColumn };
}

function isGiving({ own, sourced, total }: Share, source: MoneyColumn["source"]): boolean {
  if (source === "unsplit") return sourced.length === 0;
  if (source === "unsourced") return sourced.length > 0 && total >= 0;
  return own?.length !== 0;
}

/** Of two splits of one whole (by origin, by nature) the first is added up; the other's columns show it once more. */
function sourcedColumns(appendix: Appendix, bundle: Bundle): readonly number[] {
  const splits = findSourceGroups(appendix.figureColumns).filter(({ total }) => total >= 0 && total === bundle.total);
  const again = new Set(splits.slice(1).flatMap(({ parts }) => parts));
  return finestColumns(appendix, bundle).filter((index) => !again.has(index));
}

function ownColumns(appendix: Appendix, bundle: Bundle, source: MoneyColumn["source"]): readonly number[] | null {
  if (typeof source === "string") return null;
  return finestColumns(appendix, bundle).filter((index) => {
    const holds = amountAt(appendix, index);
    return holds?.origin === source.origin && holds.nature === source.nature;
  });
}

const amountAt = ({ figureColumns }: Appendix, index: number): AmountHolds | null => {
  const holds = figureColumns[index]?.holds;
  return holds?.type === "amount" ? holds : null;
};

/** A source that is split further in the same bundle is counted by its split. */
const finestColumns = (appendix: Appendix, bundle: Bundle): readonly number[] =>
  sourceColumnsOf(bundle, appendix.figureColumns).filter((index) => isFinest(appendix, bundle, index));

function isFinest(appendix: Appendix, bundle: Bundle, index: number): boolean {
  const holds = amountAt(appendix, index);
  if (!holds) return false;
  return !bundle.columns.some((other) => {
    const finer = amountAt(appendix, other);
    if (other === index || other === bundle.total || !finer || holds.detail !== null) return false;
    const isWithin =
      (holds.origin === null || holds.origin === finer.origin) &&
      (holds.nature === null || holds.nature === finer.nature);
    return isWithin && fineness(finer) > fineness(holds);
  });
}

const fineness = ({ origin, nature, detail }: AmountHolds): number =>
  (origin ? 1 : 0) + (nature ? 1 : 0) + (detail ? 1 : 0);

/** Whole đồng by column; null where the row says nothing. */
export function amountsOf({ carrying, byColumn }: Shares, row: AppendixRow, index: number): readonly (number | null)[] {
  return byColumn.map(({ column, shares }) => {
    let amount: number | null = null;
    for (const share of shares) {
      if (!carries(carrying, row, { bundle: share.bundle, row: index })) continue;
      const given = shareOf(row, share, column.source);
      if (given !== null) amount = (amount ?? 0) + given;
    }
    return amount;
  });
}

/** The whole is the printed one, else the sum of the sources; a blank source says nothing, which is not 0. */
function shareOf(row: AppendixRow, { total, sourced, own }: Share, source: MoneyColumn["source"]): number | null {
  if (own) return own.some((column) => (row.figures[column] ?? null) !== null) ? sumOf(row, own) : null;
  const printed = total < 0 ? null : (row.figures[total] ?? null);
  if (source === "unsplit") return printed;
  if (source === "total") return printed ?? sumOf(row, sourced);
  return printed === null ? 0 : printed - sumOf(row, sourced);
}

function sumOf(row: AppendixRow, columns: readonly number[]): number {
  let sum = 0;
  for (const column of columns) sum += row.figures[column] ?? 0;
  return sum;
}
