/** Merged areas among the lines and columns that are drawn. Pure. */
import type { Area } from "../../../../shared/grid.ts";
import type { SheetColumn, SheetLine } from "./sheet-layout.ts";

/** All inclusive: indexes of lines and of columns. The text is that of the cell at `row`, `column`. */
export interface PlacedArea {
  readonly row: number;
  readonly column: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A sheet that nobody made by hand may merge more than a page can bear; what is beyond is drawn unmerged. */
const MOST_PLACES = 400_000;

/** By line, the areas that it has a part in. */
export function placeAreas(
  merged: readonly Area[],
  lines: readonly SheetLine[],
  columns: readonly SheetColumn[],
): readonly (readonly PlacedArea[])[] {
  const byLine: PlacedArea[][] = lines.map(() => []);
  let places = 0;
  for (const area of merged) {
    const placed = placeArea(area, lines, columns);
    if (!placed) continue;
    places += placed.lastLine - placed.firstLine + 1;
    if (places > MOST_PLACES) break;
    for (let line = placed.firstLine; line <= placed.lastLine; line++) byLine[line]?.push(placed);
  }
  return byLine;
}

function placeArea(
  { top, left, bottom, right }: Area,
  lines: readonly SheetLine[],
  columns: readonly SheetColumn[],
): PlacedArea | null {
  const firstLine = firstLineFrom(lines, top);
  const firstColumn = columns.findIndex(({ column }) => column >= left);
  if (firstLine < 0 || firstColumn < 0 || (columns[firstColumn]?.column ?? 0) > right) return null;
  let lastLine = firstLine - 1;
  // Blank rows that are not drawn cut it short.
  for (let line = lines[firstLine]; line?.kind === "row" && line.row <= bottom; line = lines[lastLine + 1]) lastLine++;
  if (lastLine < firstLine) return null;
  let lastColumn = firstColumn;
  while ((columns[lastColumn + 1]?.column ?? right + 1) <= right) lastColumn++;
  return { row: top, column: left, firstLine, lastLine, firstColumn, lastColumn };
}

/** By halving: lines are in ascending order. */
function firstLineFrom(lines: readonly SheetLine[], row: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line && (line.kind === "row" ? line.row : line.to) < row) low = middle + 1;
    else high = middle;
  }
  return lines[low]?.kind === "row" ? low : -1;
}

/** What is drawn in a line at a column: an area's own cell with its spans, nothing (it is covered), or null: a cell by itself. */
type Spanned =
  | { readonly kind: "covered" }
  | { readonly kind: "area"; readonly area: PlacedArea; readonly rows: number; readonly columns: number };

/**
 * @param areas that the line has a part in
 * @param at the indexes of line and column, and of the lines that are drawn: an area that reaches over their edge is cut there
 */
export function spanAt(
  areas: readonly PlacedArea[],
  at: { readonly line: number; readonly column: number; readonly first: number; readonly last: number },
): Spanned | null {
  const area = areas.find(({ firstColumn, lastColumn }) => firstColumn <= at.column && at.column <= lastColumn);
  if (!area) return null;
  const top = Math.max(area.firstLine, at.first);
  if (at.line !== top || at.column !== area.firstColumn) return { kind: "covered" };
  const bottom = Math.min(area.lastLine, at.last - 1);
  return { kind: "area", area, rows: bottom - top + 1, columns: area.lastColumn - area.firstColumn + 1 };
}
