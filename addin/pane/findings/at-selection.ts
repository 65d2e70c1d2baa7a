/** Which item speaks of the cell that is selected in the sheet. */
import { parseCellName, type Area } from "../../../shared/grid.ts";
import { countCells } from "../../host/blocks.ts";
import { parseAddress } from "../../host/cell-areas.ts";
import { BY_GRAVITY } from "./gravity.ts";
import type { Item } from "./items.ts";

export interface SelectedCells {
  readonly sheet: string;
  readonly cells: string;
}

/** Whoever selects whole columns asks about no cell. */
const MOST_CELLS = 100;

function isInside(name: string, areas: readonly Area[]): boolean {
  const cell = parseCellName(name);
  return (
    cell !== null &&
    areas.some(
      ({ top, left, bottom, right }) =>
        cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right,
    )
  );
}

const gravity = (item: Item): number => (item.kind === "comment" ? -1 : BY_GRAVITY.indexOf(item.severity));

/** Where several speak of the cell: the one whose own cell it is, then the gravest; the shown one stays where it does too. */
export function itemAt(items: readonly Item[], selection: SelectedCells | null, shown: string | null): Item | null {
  const areas = selection ? parseAddress(selection.cells) : [];
  const size = areas.reduce((sum, area) => sum + countCells(area), 0);
  if (!selection || size === 0 || size > MOST_CELLS) return null;
  const speaking = items.filter(
    ({ sheet, cells }) => sheet === selection.sheet && cells.some((cell) => isInside(cell, areas)),
  );
  const staying = speaking.find(({ key }) => key === shown);
  if (staying) return staying;
  const isOwn = ({ cells: [first = ""] }: Item): number => Number(!isInside(first, areas));
  return [...speaking].sort((a, b) => isOwn(a) - isOwn(b) || gravity(a) - gravity(b))[0] ?? null;
}
