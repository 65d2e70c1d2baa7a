/** What the SUM formulas of totals cover, against the rows they should. */
import { columnLetter } from "../grid.ts";
import { rangesOf, sumsOwnColumn } from "./plain-sums.ts";
import type { Residuals } from "./residuals.ts";

export interface RangeFault {
  /** Index of the row whose total it is, and the row that prints it. */
  readonly of: number;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Indexes of rows with a figure that the formula leaves out, or adds twice. */
  readonly missed: readonly number[];
  readonly doubled: readonly number[];
}

/** Every total whose formula is a plain sum that leaves out or doubles a row with a figure. */
export function findRangeFaults(residuals: Residuals): readonly RangeFault[] {
  const { appendix } = residuals;
  const faults: RangeFault[] = [];
  appendix.rows.forEach((_, of) => {
    const isGrand = residuals.grandTotals.includes(of);
    const below = isGrand ? residuals.roots : (residuals.children[of] ?? []);
    const row = isGrand ? of : (residuals.statedBy[of] ?? -1);
    if (below.length === 0 || row < 0) return;
    (appendix.rows[row]?.formulas ?? []).forEach((formula, column) => {
      const fault = formula === null ? null : findFault(residuals, { of, row, column, formula, below });
      if (fault) faults.push(fault);
    });
  });
  return faults;
}

interface Total {
  readonly of: number;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly below: readonly number[];
}

function findFault(residuals: Residuals, total: Total): RangeFault | null {
  const { appendix } = residuals;
  const line = appendix.rows[total.row];
  const ranges = line && sumsOwnColumn(appendix, line, total.column) ? rangesOf(line, total.column) : null;
  if (!ranges) return null;
  const times = (index: number): number => {
    const row = appendix.rows[index]?.row ?? -1;
    return ranges.filter((range) => row >= range.top && row <= range.bottom).length;
  };
  const missed: number[] = [];
  const doubled: number[] = [];
  const count = (index: number): number => covered(residuals, index, times);
  for (const child of total.below) {
    const covering = count(child);
    if (covering === 0) missed.push(...missedRows(residuals, child, times));
    else if (covering > 1 && !skipsSubtotals(total.formula)) doubled.push(child);
  }
  const filled = (index: number): boolean => (residuals.effective[total.column]?.[index] ?? 0) !== 0;
  const isOff = missed.some(filled) || doubled.some(filled);
  const isAllMissed = total.below.every((child) => missed.includes(child));
  if (!isOff || isAllMissed) return null;
  return {
    of: total.of,
    row: total.row,
    column: total.column,
    formula: total.formula,
    missed: missed.filter(filled),
    doubled: doubled.filter(filled),
  };
}

/** A section of which some rows are counted is not itself what is missed, but its other rows. */
function missedRows(residuals: Residuals, index: number, times: (index: number) => number): readonly number[] {
  const below = residuals.children[index] ?? [];
  const isPartly = below.some((child) => covered(residuals, child, times) > 0);
  return isPartly ? below.filter((child) => covered(residuals, child, times) === 0) : [index];
}

/** SUBTOTAL leaves out the subtotals in its range, so a range over sections and their items is right. */
const skipsSubtotals = (formula: string): boolean => /^\s*SUBTOTAL\s*\(/i.test(formula);

/** How often the formula counts a row: by the row itself, or through all of the rows below it. */
function covered(residuals: Residuals, index: number, times: (index: number) => number): number {
  const own = times(index);
  const below = residuals.children[index] ?? [];
  if (below.length === 0) return own;
  const least = Math.min(...below.map((child) => covered(residuals, child, times)));
  const isPrinted = (residuals.statedBy[index] ?? -1) === index;
  return isPrinted ? own + least : Math.max(own, least);
}

/** The formula that adds up what lies below a total: a range where the rows lie together, else cell by cell. */
export const sumFormula = (residuals: Residuals, of: number, column: number): string | null =>
  sumFormulas(residuals, of)(column);

/** As `sumFormula`, for several columns of one total. */
export function sumFormulas(residuals: Residuals, of: number): (column: number) => string | null {
  const { appendix, grandTotals, roots, children } = residuals;
  const below = grandTotals.includes(of) ? roots : (children[of] ?? []);
  const rows = below.map((index) => appendix.rows[printedRow(residuals, index)]?.row ?? 0);
  const isTogether = below.every((index, position) => position === 0 || index === (below[position - 1] ?? -1) + 1);
  const isOpen = rows.length === 0 || rows.includes(0) || (rows.length > MOST_CELLS && !isTogether);
  const first = String(rows[0]);
  const last = String(rows[rows.length - 1]);
  return (column) => {
    const figure = appendix.figureColumns[column];
    if (isOpen || figure === undefined) return null;
    const letter = columnLetter(figure.column);
    return isTogether && rows.length > 1
      ? `SUM(${letter}${first}:${letter}${last})`
      : rows.map((row) => letter + String(row)).join("+");
  };
}

/** A longer formula nobody could check by eye. */
const MOST_CELLS = 60;

/** An unprinted section has no cell to add; its own rows would have to be. */
function printedRow(residuals: Residuals, index: number): number {
  const below = residuals.children[index] ?? [];
  return below.length === 0 ? index : (residuals.statedBy[index] ?? -1);
}
