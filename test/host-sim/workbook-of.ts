/** Sheets as they were read from a file → the simulated workbook. */
import type { Grid } from "../../shared/grid.ts";
import type { Sheet } from "./sheet.ts";
import { Workbook } from "./workbook.ts";

export function workbookOf(grids: readonly Grid[]): Workbook {
  const book = new Workbook();
  for (const grid of grids) fillSheet(book.addSheet(grid.name), grid);
  book.active = book.sheets.find(({ visibility }) => visibility === "Visible") ?? null;
  return book;
}

export function fillSheet(sheet: Sheet, grid: Grid): void {
  if (grid.hidden) sheet.visibility = "Hidden";
  sheet.merged = grid.merged;
  sheet.hiddenRows = new Set(grid.rows.filter(({ hidden }) => hidden).map(({ row }) => row));
  sheet.hiddenColumns = new Set(grid.hiddenColumns);
  for (const { row, cells } of grid.rows)
    for (const { column, value, formula, format } of cells)
      sheet.put(row, column, {
        value: value ?? 0,
        formula: formula === undefined ? null : `=${formula}`,
        ...(format === undefined ? {} : { format }),
      });
}
