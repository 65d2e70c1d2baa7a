/** Where the keyboard takes the selection. Hidden rows and columns are stepped over, merged areas are one step. */
import type { Area } from "../../../shared/grid.ts";
import type { Layout } from "./layout.ts";
import type { Place, Step } from "./place.ts";

export const placeOf = ({ top, left }: Area): Place => ({ row: top, column: left });
export const areaBetween = (a: Place, b: Place): Area => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

/** One cell on; the same cell at the border of the sheet. */
export function step(layout: Layout, from: Place, { rows, columns }: Step): Place {
  const area = layout.merged.at(from.row, from.column);
  const row = rows > 0 && area ? area.bottom : from.row;
  const column = columns > 0 && area ? area.right : from.column;
  return {
    row: visibleFrom(layout, "rows", { from: row, by: rows }),
    column: visibleFrom(layout, "columns", { from: column, by: columns }),
  };
}

/** Excel's Ctrl and an arrow: to the end of what is filled, or to the next that is. */
export function leap(layout: Layout, from: Place, by: Step): Place {
  const isFilled = ({ row, column }: Place): boolean => layout.sheet.cell(row, column).value !== "";
  let at = step(layout, from, by);
  if (isSame(at, from)) return from;
  const wasFilled = isFilled(from) && isFilled(at);
  for (let next = step(layout, at, by); !isSame(next, at); next = step(layout, at, by)) {
    if (wasFilled ? !isFilled(next) : isFilled(at)) break;
    if (isBeyond(layout, next)) return { row: Math.min(at.row, layout.rows.last), column: at.column };
    at = next;
  }
  return at;
}

const isSame = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;
const isBeyond = ({ used }: Layout, { row, column }: Place): boolean => row > used.row + 1 || column > used.column + 1;

function visibleFrom(layout: Layout, axis: "rows" | "columns", { from, by }: { from: number; by: number }): number {
  const { first, last, sizeOf } = layout[axis];
  if (by === 0) return from;
  const direction = Math.sign(by);
  let left = Math.abs(by);
  let at = from;
  for (let next = from + direction; next >= first && left > 0; next += direction) {
    if (next <= last && sizeOf(next) === 0) continue;
    at = next;
    left -= 1;
  }
  return at;
}

/** Inside an area, from its last cell back to its first: down the columns as Enter goes, along the rows as Tab does. */
export function goRound({ top, left, bottom, right }: Area, { row, column }: Place, by: Step): Place {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const isDown = by.rows !== 0;
  const position = isDown
    ? (column - left) * rows + (row - top) + by.rows
    : (row - top) * columns + (column - left) + by.columns;
  const at = (position + rows * columns) % (rows * columns);
  return isDown
    ? { row: top + (at % rows), column: left + Math.floor(at / rows) }
    : { row: top + Math.floor(at / columns), column: left + (at % columns) };
}
