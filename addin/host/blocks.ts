/** An area in pieces that Excel can send at once. */
import type { Area } from "../../shared/grid.ts";

export const MOST_ROWS = 1_000;

const heightOf = ({ top, bottom }: Area): number => bottom - top + 1;
const widthOf = ({ left, right }: Area): number => right - left + 1;
export const countCells = (area: Area): number => heightOf(area) * widthOf(area);

/** From the top down, whole rows of the area; at most `mostCells` each, and never less than one row. */
export function cutIntoBlocks(area: Area, mostCells: number): readonly Area[] {
  const rows = Math.max(1, Math.min(MOST_ROWS, Math.floor(mostCells / widthOf(area))));
  const blocks: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    blocks.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return blocks;
}
