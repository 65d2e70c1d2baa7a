/** What Excel gives for a block → rows of the shared grid: only the cells that exist, as the command line reads them. */
import type { Area, CellValue, GridCell, GridRow } from "../../shared/grid.ts";

export type FormatAt = (row: number, column: number) => string | undefined;

export interface ReadBlock {
  readonly area: Area;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formatAt: FormatAt;
}

/** None is called hidden yet. */
export function gridRows(block: ReadBlock): readonly GridRow[] {
  const rows: GridRow[] = [];
  for (let down = 0; down < block.values.length; down++) {
    const cells = cellsOf(block, down);
    if (cells.length > 0) rows.push({ row: block.area.top + down, hidden: false, cells });
  }
  return rows;
}

function cellsOf({ area, values, formulas, formatAt }: ReadBlock, down: number): readonly GridCell[] {
  const cells: GridCell[] = [];
  const line = values[down] ?? [];
  for (let along = 0; along < line.length; along++) {
    const value = line[along];
    const column = area.left + along;
    const formula = formulaOf(formulas[down]?.[along], value);
    if (!isCellValue(value) || (value === "" && formula === null)) continue;
    const format = typeof value === "number" ? formatAt(area.top + down, column) : undefined;
    cells.push({
      column,
      value: typeof value === "string" ? withPlainBreaks(value) : value,
      ...(formula === null ? {} : { formula }),
      ...(format === undefined ? {} : { format }),
    });
  }
  return cells;
}

export const isCellValue = (value: unknown): value is CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** A text that begins with "=" is given as its own formula; no formula comes to its own words. */
const formulaOf = (formula: unknown, value: unknown): string | null =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : null;

const withPlainBreaks = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
