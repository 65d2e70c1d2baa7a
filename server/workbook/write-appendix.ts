/** An organisation's own sheets again, from what was stored of them: values, formulas, formats and what was hidden. */
import type { Writable } from "node:stream";
import type { CellValue, Row, Worksheet } from "exceljs";
import { isErrorValue, type Area, type Grid, type GridCell, type GridRow } from "../../shared/grid.ts";
import { columnWidths, findHeading, rowHeights, runsOver, type Heading } from "./appendix-shape.ts";
import { footer } from "./footer.ts";
import { sendWorkbook } from "./send.ts";
import { centredStyle, HEADER, PLAIN, textStyle, type CellStyle } from "./styles.ts";

export interface AppendixFile {
  readonly grids: readonly Grid[];
  /** ISO time, said as the file's own. */
  readonly asOf: string;
}

export const writeAppendix = ({ grids, asOf }: AppendixFile, out: Writable): Promise<void> =>
  sendWorkbook(out, (workbook) => {
    workbook.creator = "Phụ Lục";
    workbook.created = new Date(asOf);
    workbook.modified = new Date(asOf);
    for (const grid of grids) {
      const heading = findHeading(grid);
      const sheet = workbook.addWorksheet(grid.name, {
        state: grid.hidden ? "hidden" : "visible",
        views: heading ? [{ state: "frozen", ySplit: heading.to }] : [],
        pageSetup: {
          paperSize: 9,
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          ...(heading ? { printTitlesRow: `${String(heading.from)}:${String(heading.to)}` } : {}),
        },
        headerFooter: footer(),
      });
      drawGrid(sheet, grid, heading);
    }
  });

function drawGrid(sheet: Worksheet, grid: Grid, heading: Heading | null): void {
  const widths = columnWidths(grid, heading);
  const heightOf = rowHeights(grid, heading, widths);
  for (const [column, width] of widths) sheet.getColumn(column + 1).width = width;
  for (const column of grid.hiddenColumns) sheet.getColumn(column + 1).hidden = true;
  for (const row of grid.rows) {
    const line = sheet.getRow(row.row);
    if (row.hidden) line.hidden = true;
    if (heading !== null && row.row >= heading.from) line.height = heightOf(row);
    boxRow(line, heading);
    for (const cell of row.cells) {
      const target = line.getCell(cell.column + 1);
      const value = valueOf(cell);
      if (value !== null) target.value = value;
      target.style = styleOf(row, cell, heading);
    }
  }
  for (const area of grid.merged.filter(isDrawable)) {
    sheet.mergeCells(area.top, area.left + 1, area.bottom, area.right + 1);
  }
}

/** Blank cells of the table have lines around them too. */
function boxRow(line: Row, heading: Heading | null): void {
  if (heading === null || line.number < heading.from) return;
  const style = line.number <= heading.to ? HEADER : textStyle("");
  for (let column = heading.left; column <= heading.right; column++) line.getCell(column + 1).style = style;
}

/** A merge over a whole sheet would be made cell by cell. */
const MOST_MERGED = 10_000;
const isDrawable = ({ top, left, bottom, right }: Area): boolean =>
  (bottom - top + 1) * (right - left + 1) <= MOST_MERGED;

function valueOf({ value, formula }: GridCell): CellValue {
  const plain = value !== null && isErrorValue(value) ? ({ error: value } as CellValue) : value;
  if (formula === undefined) return plain;
  return (plain === null ? { formula } : { formula, result: plain }) as CellValue;
}

function styleOf(row: GridRow, { column, value, format }: GridCell, heading: Heading | null): CellStyle {
  const isOutside = heading === null || row.row < heading.from;
  if (isOutside) return withFormat(PLAIN, format ?? textStyle(String(value ?? "")).numFmt);
  if (row.row <= heading.to) return HEADER;
  if (runsOver(row, column, heading)) return PLAIN;
  return withFormat(column === heading.left ? centredStyle() : textStyle(String(value ?? "")), format);
}

const withFormat = (style: CellStyle, format: string | undefined): CellStyle =>
  format === undefined ? style : { ...style, numFmt: format };
