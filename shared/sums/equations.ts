/** The equations a cell stands in, so that one wrong cell can be told from a wrong sum. */
import { NONE, type Residuals } from "./residuals.ts";

export interface Cell {
  /** Index of the appendix row. */
  readonly row: number;
  /** Index of the figure column. */
  readonly column: number;
}

/** A sum along a row (a group of sources) or down a column (the rows below a section or a grand total). */
export type Equation =
  { readonly along: number; readonly row: number } | { readonly down: number; readonly row: number };

export interface Term {
  readonly equation: Equation;
  /** 1: the cell is the whole, printed − sum grows with it; -1: it is a part. */
  readonly sign: 1 | -1;
}

export function residualOf(residuals: Residuals, equation: Equation): number {
  const lines = "along" in equation ? residuals.along[equation.along] : residuals.down[equation.down];
  return lines?.[equation.row] ?? NONE;
}

export const isEquation = (residual: number): boolean => !Number.isNaN(residual);

/** All equations that hold a cell. */
export function termsOf(residuals: Residuals, cell: Cell): readonly Term[] {
  const terms: Term[] = [];
  const add = (equation: Equation, sign: 1 | -1): void => {
    if (isEquation(residualOf(residuals, equation))) terms.push({ equation, sign });
  };
  residuals.groups.forEach((group, along) => {
    if (group.total === cell.column) add({ along, row: cell.row }, 1);
    else if (group.parts.includes(cell.column)) add({ along, row: cell.row }, -1);
  });
  const own = ownerOf(residuals, cell.row);
  add({ down: cell.column, row: own }, 1);
  if (!residuals.grandTotals.includes(cell.row)) {
    for (const row of totalsAbove(residuals, own, cell.column)) add({ down: cell.column, row }, -1);
  }
  return terms;
}

/** A subtotal row speaks for its section. */
function ownerOf(residuals: Residuals, row: number): number {
  const line = residuals.appendix.rows[row];
  return line?.kind === "subtotal" && line.parent >= 0 ? line.parent : row;
}

/** The printed totals that a row counts in directly: past sections that print none, up to the next that does. */
function totalsAbove(residuals: Residuals, row: number, column: number): readonly number[] {
  const { rows } = residuals.appendix;
  for (let above = rows[row]?.parent ?? -1; above >= 0; above = rows[above]?.parent ?? -1) {
    if (isEquation(residuals.down[column]?.[above] ?? NONE)) return [above];
    if ((residuals.statedBy[above] ?? -1) >= 0 && rows[residuals.statedBy[above] ?? -1]?.figures[column] !== null)
      return [];
  }
  return residuals.grandTotals;
}

/**
 * The change of one cell that would settle every equation it stands in.
 * @returns null when it stands in fewer than two, or when one of them holds as it is
 */
export function settlingChange(
  residuals: Residuals,
  cell: Cell,
): { readonly change: number; readonly terms: readonly Term[] } | null {
  const terms = termsOf(residuals, cell);
  if (terms.length < 2) return null;
  let change = 0;
  for (const { equation, sign } of terms) {
    const needed = -sign * residualOf(residuals, equation);
    if (needed === 0 || (change !== 0 && needed !== change)) return null;
    change = needed;
  }
  return { change, terms };
}
