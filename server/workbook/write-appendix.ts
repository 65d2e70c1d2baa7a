/** An organisation's own sheets again, from what was stored of them: values, formulas, formats and what was hidden. */
import type { Writable } from "node:stream";
import type { CellValue, Row, Worksheet } from "exceljs";
import { isErrorValue, type Grid, type GridCell, type GridRow } from "../../shared/grid.ts";
import { drawableAreas, drawableColumns, drawableNames } from "./appendix-bounds.ts";
import { columnWidths, findHeading, rowHeights, runsOver, textColumns, type Heading } from "./appendix-shape.ts";
import { footer } from "./footer.ts";
import { literalText } from "./literal-text.ts";
import { PAGE } from "./page.ts";
import { sendWorkbook } from "./send.ts";
import { centredStyle, figureStyle, HEADER, PLAIN, PLAIN_WRAPPED, textStyle, type CellStyle } from "./styles.ts";

export interface AppendixFile {
  readonly grids: readonly Grid[];
  /** ISO time, said as the file's own. */
  readonly asOf: string;
}

export const writeAppendix = ({ grids, asOf }: AppendixFile, out: Writable): Promise<void> =>
  sendWorkbook(
    out,
    (workbook) => {
      const names = drawableNames(grids);
      for (const [index, grid] of grids.entries()) {
        const heading = findHeading(grid);
        const sheet = workbook.addWorksheet(names[index] ?? grid.name, {
          state: grid.hidden ? "hidden" : "visible",
          views: heading ? [{ state: "frozen", ySplit: heading.to }] : [],
          pageSetup: {
            ...PAGE,
            ...(heading ? { printTitlesRow: `${String(heading.from)}:${String(heading.to)}` } : {}),
          },
          headerFooter: footer(),
        });
        drawGrid(sheet, grid, heading);
      }
    },
    { asOf },
  );

function drawGrid(sheet: Worksheet, grid: Grid, heading: Heading | null): void {
  const widths = columnWidths(grid, heading);
  const heightOf = rowHeights(grid, heading, widths);
  const shape = { heading, texts: heading ? textColumns(grid, heading) : new Set<number>() };
  for (const [column, width] of widths) sheet.getColumn(column + 1).width = width;
  for (const column of drawableColumns(grid.hiddenColumns)) sheet.getColumn(column + 1).hidden = true;
  for (const row of grid.rows) {
    const line = sheet.getRow(row.row);
    if (row.hidden) line.hidden = true;
    if (heading === null || row.row >= heading.from) line.height = heightOf(row);
    boxRow(line, heading);
    for (const cell of row.cells) {
      const target = line.getCell(cell.column + 1);
      const value = valueOf(cell);
      if (value !== null) target.value = value;
      target.style = styleOf(row, cell, shape);
    }
  }
  for (const area of drawableAreas(grid.merged)) {
    sheet.mergeCells(area.top, area.left + 1, area.bottom, area.right + 1);
  }
}

/** Blank cells of the table have lines around them too. */
function boxRow(line: Row, heading: Heading | null): void {
  if (heading === null || line.number < heading.from) return;
  const style = line.number <= heading.to ? HEADER : textStyle("");
  for (let column = heading.left; column <= heading.right; column++) line.getCell(column + 1).style = style;
}

const literal = (value: GridCell["value"]): GridCell["value"] =>
  typeof value === "string" ? literalText(value) : value;

function valueOf({ value, formula }: GridCell): CellValue {
  const plain = value !== null && isErrorValue(value) ? ({ error: value } as CellValue) : literal(value);
  if (formula === undefined) return plain;
  return (plain === null ? { formula } : { formula, result: plain }) as CellValue;
}

interface Shape {
  readonly heading: Heading | null;
  /** Columns of the table. */
  readonly texts: ReadonlySet<number>;
}

function styleOf(row: GridRow, { column, value, format }: GridCell, { heading, texts }: Shape): CellStyle {
  const text = textStyle(String(value ?? ""));
  const isFigure = typeof value === "number";
  if (heading === null || row.row < heading.from) {
    const plain = heading === null && !isFigure && !runsOver(row, column, heading) ? PLAIN_WRAPPED : PLAIN;
    return withFormat(plain, format ?? (isFigure ? undefined : text.numFmt));
  }
  if (row.row <= heading.to) return HEADER;
  if (runsOver(row, column, heading)) return PLAIN;
  if (column === heading.left) return withFormat(centredStyle(), format);
  if (!isFigure) return withFormat(text, format);
  return withFormat(texts.has(column) ? textStyle("") : figureStyle(), format);
}

const withFormat = (style: CellStyle, format: string | undefined): CellStyle =>
  format === undefined ? style : { ...style, numFmt: format };
