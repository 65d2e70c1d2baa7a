/** Where the arrow keys lead from a cell. Pure. */
import { cellName, parseCellName } from "../../../../shared/grid.ts";
import type { PlacedArea } from "./placed-areas.ts";
import type { SheetLayout } from "./sheet-layout.ts";

/** Indexes of a line and a column that are drawn. */
interface Spot {
  readonly line: number;
  readonly column: number;
}

const PAGE = 15;

/** @returns the cell to go to, "G12"; null where the key does not move */
export function moveBy(
  key: string,
  { layout, from, isFar }: { readonly layout: SheetLayout; readonly from: string | null; readonly isFar: boolean },
): string | null {
  const last = { line: layout.lines.length - 1, column: layout.columns.length - 1 };
  if (last.line < 0 || last.column < 0) return null;
  const spot = from === null ? null : spotOf(layout, from);
  const area = spot ? (areaAt(layout, spot) ?? aloneAt(spot)) : null;
  if (!area) return MOVES.has(key) ? cellAtSpot(layout, { line: 0, column: 0 }, 1) : null;
  const { firstLine: line, firstColumn: column } = area;
  switch (key) {
    case "ArrowUp":
      return cellAtSpot(layout, { line: isFar ? 0 : line - 1, column }, isFar ? 1 : -1);
    case "ArrowDown":
      return cellAtSpot(layout, { line: isFar ? last.line : area.lastLine + 1, column }, isFar ? -1 : 1);
    case "ArrowLeft":
      return cellAtSpot(layout, { line, column: isFar ? 0 : column - 1 }, -1);
    case "ArrowRight":
      return cellAtSpot(layout, { line, column: isFar ? last.column : area.lastColumn + 1 }, 1);
    case "Home":
      return cellAtSpot(layout, { line: isFar ? 0 : line, column: 0 }, 1);
    case "End":
      return cellAtSpot(layout, { line: isFar ? last.line : line, column: last.column }, -1);
    case "PageUp":
      return cellAtSpot(layout, { line: Math.max(0, line - PAGE), column }, -1);
    case "PageDown":
      return cellAtSpot(layout, { line: Math.min(last.line, line + PAGE), column }, 1);
    default:
      return null;
  }
}

const MOVES: ReadonlySet<string> = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "PageUp",
  "PageDown",
]);

type Extent = Pick<PlacedArea, "firstLine" | "lastLine" | "firstColumn" | "lastColumn">;

const aloneAt = ({ line, column }: Spot): Extent => ({
  firstLine: line,
  lastLine: line,
  firstColumn: column,
  lastColumn: column,
});

const areaAt = ({ areas }: SheetLayout, { line, column }: Spot): PlacedArea | undefined =>
  areas[line]?.find(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn);

/** Null where it is not drawn. */
function spotOf(layout: SheetLayout, cell: string): Spot | null {
  const at = parseCellName(cell);
  const line = at ? layout.lineOf.get(at.row) : undefined;
  const column = layout.columns.findIndex((one) => one.column === at?.column);
  return line === undefined || column < 0 ? null : { line, column };
}

/** The cell that stands there, by the name of the merged one that covers it; lines of blank rows are passed by. */
function cellAtSpot(layout: SheetLayout, { line, column }: Spot, step: 1 | -1): string | null {
  for (let at = line; at >= 0 && at < layout.lines.length; at += step) {
    const found = layout.lines[at];
    const own = layout.columns[column];
    if (!found || !own) return null;
    if (found.kind === "gap") continue;
    const area = areaAt(layout, { line: at, column });
    return area ? cellName(area.row, area.column) : cellName(found.row, own.column);
  }
  return null;
}
