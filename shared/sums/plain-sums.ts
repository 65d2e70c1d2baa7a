/** Totals whose formula only adds: their value follows from other cells and says nothing of its own. */
import type { Appendix, AppendixRow } from "../appendix.ts";
import { addedRanges, parseFormula, type AddedRange } from "../formula.ts";

/** The ranges a figure's formula adds; null for a typed figure or any other formula. */
export function rangesOf(row: AppendixRow, column: number): readonly AddedRange[] | null {
  const formula = row.formulas?.[column] ?? null;
  const expression = formula === null ? null : parseFormula(formula);
  const ranges = expression ? addedRanges(expression) : null;
  return ranges && ranges.length > 0 ? ranges : null;
}

/** Whether the formula adds cells of its own column, as the totals of sections do. */
export function sumsOwnColumn(appendix: Appendix, row: AppendixRow, column: number): boolean {
  if (row.formulas === null) return false;
  const own = appendix.figureColumns[column]?.column;
  return rangesOf(row, column)?.every((range) => range.left === own && range.right === own) ?? false;
}

/** The figure columns of its own row that the formula adds ("G8+H8"); null when it adds anything else. */
export function sumsOwnRow(appendix: Appendix, row: AppendixRow, column: number): readonly number[] | null {
  const ranges = rangesOf(row, column);
  if (!ranges?.every((range) => range.top === row.row && range.bottom === row.row)) return null;
  const columns = appendix.figureColumns.flatMap((figure, index) =>
    ranges.some((range) => figure.column >= range.left && figure.column <= range.right) ? [index] : [],
  );
  return columns.includes(column) ? null : columns;
}
