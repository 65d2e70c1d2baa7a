/** Where cells are after rows or columns were put in or taken out: findings, marks and explanations stay with theirs. */
import { cellName, parseCellName, type Area } from "./grid.ts";

/** Rows are counted from 1 and columns from 0, as in Area. */
export interface Move {
  readonly axis: "rows" | "columns";
  /** The first row or column put in or taken out. */
  readonly at: number;
  /** Above 0 for those put in, below 0 for those taken out. */
  readonly count: number;
}

/** Null for a row or column that was taken out. */
export function moveIndex(index: number, { at, count }: Move): number | null {
  if (index < at) return index;
  return count < 0 && index < at - count ? null : index + count;
}

/** An area grows with what is put inside it and shrinks with what is taken out; null when nothing of it is left. */
export function moveArea(area: Area, move: Move): Area | null {
  const isRows = move.axis === "rows";
  const span = isRows ? moveSpan(area.top, area.bottom, move) : moveSpan(area.left, area.right, move);
  if (!span) return null;
  return isRows ? { ...area, top: span.first, bottom: span.last } : { ...area, left: span.first, right: span.last };
}

function moveSpan(first: number, last: number, move: Move): { first: number; last: number } | null {
  const { at, count } = move;
  if (count > 0) return { first: first >= at ? first + count : first, last: last >= at ? last + count : last };
  const newFirst = moveIndex(first, move) ?? at;
  const newLast = moveIndex(last, move) ?? at - 1;
  return newLast < newFirst ? null : { first: newFirst, last: newLast };
}

/** "F12" with two rows put in above it is "F14"; null when the cell was taken out. */
export function moveCell(name: string, move: Move): string | null {
  const cell = parseCellName(name);
  if (!cell) return name;
  const index = moveIndex(move.axis === "rows" ? cell.row : cell.column, move);
  if (index === null) return null;
  return move.axis === "rows" ? cellName(index, cell.column) : cellName(cell.row, index);
}
