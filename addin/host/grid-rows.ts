/** What Excel gives for a block → rows of the shared grid: only the cells that exist, as the command line reads them. */
import type { Area, CellValue, GridCell, GridRow } from "../../shared/grid.ts";

export type FormatAt = (row: number, column: number) => string | undefined;

export interface ReadBlock {
  readonly area: Area;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formatAt: FormatAt;
}

export function gridRows(
  { area, values, formulas, formatAt }: ReadBlock,
  isHidden: (row: number) => boolean,
): readonly GridRow[] {
  const rows: GridRow[] = [];
  for (const [down, line] of values.entries()) {
    const row = area.top + down;
    const cells: GridCell[] = [];
    for (const [along, value] of line.entries()) {
      const column = area.left + along;
      const formula = formulaOf(formulas[down]?.[along], value);
      if (!isCellValue(value) || (value === "" && formula === null)) continue;
      const format = typeof value === "number" ? formatAt(row, column) : undefined;
      cells.push({
        column,
        value: typeof value === "string" ? withPlainBreaks(value) : value,
        ...(formula === null ? {} : { formula }),
        ...(format === undefined ? {} : { format }),
      });
    }
    if (cells.length > 0) rows.push({ row, hidden: isHidden(row), cells });
  }
  return rows;
}

const isCellValue = (value: unknown): value is CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** A text that begins with "=" is given as its own formula; no formula comes to its own words. */
const formulaOf = (formula: unknown, value: unknown): string | null =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : null;

const withPlainBreaks = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
