/** A row of cells that each take one column or several, as high as the longest text in it needs. */
import type { Worksheet } from "exceljs";
import { heightOfText } from "./row-height.ts";
import type { CellStyle } from "./styles.ts";

/** Columns from 1, inclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly value: string | number;
  readonly style: CellStyle;
}

export function drawRow(sheet: Worksheet, parts: readonly Part[]): void {
  const row = sheet.addRow([]);
  let height = 0;
  for (const { from, to, value, style } of parts) {
    let width = 0;
    for (let column = from; column <= to; column++) {
      row.getCell(column).style = style;
      width += sheet.getColumn(column).width ?? 0;
    }
    row.getCell(from).value = value;
    if (to > from) sheet.mergeCells(row.number, from, row.number, to);
    height = Math.max(height, heightOfText(String(value), width, style));
  }
  row.height = height;
}
