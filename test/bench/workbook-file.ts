/** A large right sheet as a workbook file such as offices send: rows that add themselves up by formulas, boxes, fonts, notes. */
import ExcelJS from "exceljs";
import { columnLetter, type Grid, type GridCell, type GridRow } from "../../shared/grid.ts";
import { centredStyle, HEADER, NOTE, numberStyle, textStyle } from "../../server/workbook/styles.ts";
import { largeSheet, seeded } from "./sheets.ts";

const NAME = 1;
const FIRST_FIGURE = 4;
const NOTE_COLUMN = 12;
const LAST_HEADER_ROW = 5;
const WIDTHS = [6, 48, 26, 12, 14, 14, 12, 12, 14, 12, 12, 12, 32];
/** The whole of the phase and of the year, each with the columns it adds up. */
const SUMS: Readonly<Record<number, string>> = { 5: "GH", 8: "JKL" };
const YIELD_ROWS = 1_000;

const noteOf = (random: (limit: number) => number): string =>
  `Quyết định số ${String(random(4_000) + 1)}/QĐ-UBND ngày ${String(random(28) + 1)}/${String(random(12) + 1)}/2019 của UBND tỉnh`;

function withFormulas(row: GridRow, random: (limit: number) => number): GridRow {
  const isItem = row.row > LAST_HEADER_ROW && typeof row.cells[0]?.value === "number";
  if (!isItem) return row;
  const cells = row.cells.map((cell): GridCell => {
    const parts = SUMS[cell.column];
    return parts === undefined
      ? cell
      : { ...cell, formula: [...parts].map((letter) => letter + String(row.row)).join("+") };
  });
  return random(3) === 0 ? { ...row, cells: [...cells, { column: NOTE_COLUMN, value: noteOf(random) }] } : row;
}

/** What the file holds: the same cells whoever writes it. */
export function sheetOfFile(items: number): Grid {
  const random = seeded(items);
  const grid = largeSheet(items, { formulas: true });
  return { ...grid, rows: grid.rows.map((row) => withFormulas(row, random)) };
}

function styleOf({ column, value }: GridCell, row: number): Partial<ExcelJS.Style> {
  if (row < LAST_HEADER_ROW - 1) return NOTE;
  if (row <= LAST_HEADER_ROW) return HEADER;
  if (column >= FIRST_FIGURE && column < NOTE_COLUMN) return numberStyle(Number(value));
  return column === NAME || column === NOTE_COLUMN ? textStyle(String(value)) : centredStyle();
}

/** Texts shared as Excel shares them, deflated at level 6. */
export async function writeWorkbookFile(path: string, items: number): Promise<void> {
  const options = { filename: path, useStyles: true, useSharedStrings: true, zip: { zlib: { level: 6 } } };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(
    options as unknown as ExcelJS.stream.xlsx.WorkbookWriterOptions,
  );
  const sheet = workbook.addWorksheet("Phụ lục");
  sheet.columns = WIDTHS.map((width) => ({ width }));
  for (const { row, cells } of sheetOfFile(items).rows) {
    const line = sheet.getRow(row);
    for (const cell of [...blanksOf(row), ...cells]) writeCell(line.getCell(columnLetter(cell.column)), cell, row);
    line.commit();
    if (row % YIELD_ROWS === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
}

/** Below the header every cell has its box, filled or not. */
const blanksOf = (row: number): GridCell[] =>
  row <= LAST_HEADER_ROW ? [] : WIDTHS.map((_, column) => ({ column, value: null }));

function writeCell(cell: ExcelJS.Cell, given: GridCell, row: number): void {
  const { value, formula } = given;
  cell.value = formula === undefined ? value : { formula, result: Number(value) };
  cell.style = styleOf(given, row);
}
