/** The paste guard: what was pasted over, seen by laying the sheet as it was beside the sheet as it is. */
import {
  cellName,
  parseCellName,
  type Area,
  type CellValue,
  type Grid,
  type GridCell,
  type GridRow,
} from "../../shared/grid.ts";
import { countCells } from "../host/blocks.ts";
import { addressOf, areasOf, cellsIn, parseAddress, parseSpans } from "../host/cell-areas.ts";
import type { EntryRule } from "../host/port.ts";
import type { LostFormula } from "./state.ts";

/** One cell is typed over on purpose; several at once are pasted. */
export const isPaste = (cells: string): boolean =>
  parseSpans(cells).reduce((count, area) => count + countCells(area), 0) > 1;

/** Formulas of the area whose cells hold constants now. An emptied cell was emptied on purpose. */
export function findLostFormulas(before: Grid, now: Grid, pasted: readonly string[]): readonly LostFormula[] {
  const areas = pasted.flatMap(parseSpans);
  const present = cellsOf(now, areas);
  return [...cellsOf(before, areas)].flatMap(([cell, { formula }]) => {
    const after = present.get(cell);
    const isLost = formula !== undefined && after !== undefined && after.formula === undefined;
    return isLost && after.value !== null ? [{ cell, formula: `=${formula}`, now: after.value }] : [];
  });
}

/** Of the lost formulas, those that are not back yet. */
export function stillLost(lost: readonly LostFormula[], now: Grid): readonly LostFormula[] {
  const present = cellsOf(now, areasOf(lost.map(({ cell }) => cell)));
  return lost.flatMap((one) => {
    const cell = present.get(one.cell);
    return cell?.formula === undefined ? [{ ...one, now: cell?.value ?? "" }] : [];
  });
}

function cellsOf({ rows }: Grid, areas: readonly Area[]): ReadonlyMap<string, GridCell> {
  const found = new Map<string, GridCell>();
  for (const { row, cells } of rows) {
    const spans = areas.filter(({ top, bottom }) => row >= top && row <= bottom);
    if (spans.length === 0) continue;
    for (const cell of cells)
      if (spans.some(({ left, right }) => cell.column >= left && cell.column <= right))
        found.set(cellName(row, cell.column), cell);
  }
  return found;
}

/** Rules of entry that cells of the pasted area had and have no more, each with the cells that lost it. */
export function findLostRules(
  before: readonly EntryRule[],
  now: readonly EntryRule[],
  pasted: readonly string[],
): readonly EntryRule[] {
  const inside = pasted.flatMap(parseSpans);
  const kept = new Set(now.flatMap(({ cells }) => parseAddress(cells).flatMap(cellsIn)));
  return before.flatMap(({ cells, rule }) => {
    const lost = parseAddress(cells)
      .flatMap(cellsIn)
      .filter((cell) => !kept.has(cell) && isInside(cell, inside));
    return areasOf(lost).map((area) => ({ cells: addressOf(area), rule }));
  });
}

function isInside(cell: string, areas: readonly Area[]): boolean {
  const at = parseCellName(cell);
  if (!at) return false;
  const { row, column } = at;
  return areas.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

/** What a cell of the sheet shows to whoever would write there: a formula with its "=". */
export function contentAt(grid: Grid, at: { readonly row: number; readonly column: number }): CellValue {
  const cell = rowsOf(grid)
    .get(at.row)
    ?.cells.find(({ column }) => column === at.column);
  if (!cell) return "";
  return cell.formula === undefined ? (cell.value ?? "") : `=${cell.formula}`;
}

/** A fix may change thousands of cells, and what it would do is shown at each drawing. */
const rowsByGrid = new WeakMap<Grid, ReadonlyMap<number, GridRow>>();

function rowsOf(grid: Grid): ReadonlyMap<number, GridRow> {
  const known = rowsByGrid.get(grid) ?? new Map(grid.rows.map((row) => [row.row, row]));
  rowsByGrid.set(grid, known);
  return known;
}
