/** What of a sheet can be drawn again: sheets come from everywhere, and exceljs makes every cell of what it is told. */
import type { Area, Grid } from "../../shared/grid.ts";
import { LAST_COLUMN, LAST_ROW } from "./sheet-size.ts";

/** Over all of a sheet's areas: exceljs keeps an object for each cell of a merged area. */
const MOST_MERGED_CELLS = 50_000;

const isInSheet = ({ top, left, bottom, right }: Area): boolean =>
  top >= 1 && left >= 0 && top <= bottom && left <= right && bottom <= LAST_ROW && right <= LAST_COLUMN;

/** Merged areas that lie in the sheet, overlap none before them, and together stay small. */
export function drawableAreas(merged: readonly Area[]): readonly Area[] {
  const taken = new Set<number>();
  return merged.filter((area) => {
    if (!isInSheet(area)) return false;
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (taken.size + cells > MOST_MERGED_CELLS) return false;
    const own = cellsOf(area);
    if (own.some((cell) => taken.has(cell))) return false;
    for (const cell of own) taken.add(cell);
    return true;
  });
}

function cellsOf({ top, left, bottom, right }: Area): readonly number[] {
  const cells: number[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(row * (LAST_COLUMN + 1) + column);
  return cells;
}

export const drawableColumns = (columns: readonly number[]): readonly number[] =>
  columns.filter((column) => Number.isInteger(column) && column >= 0 && column <= LAST_COLUMN);

const LONGEST_NAME = 31;

/** Names Excel takes, each once: without its forbidden characters, no quote at either end, not "History". */
export function drawableNames(grids: readonly Grid[]): readonly string[] {
  const used = new Set<string>();
  return grids.map(({ name }, index) => {
    const clean = name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, "-")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, LONGEST_NAME);
    const isFree = clean !== "" && clean.toLowerCase() !== "history" && !used.has(clean.toLowerCase());
    const own = isFree ? clean : `${clean.slice(0, LONGEST_NAME - 8)} (${String(index + 1)})`.trim();
    used.add(own.toLowerCase());
    return own;
  });
}
