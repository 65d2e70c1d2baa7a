/** How wide the columns and how high the rows of a sheet are: as their contents need, within bounds. */
import type { Area } from "../../../shared/grid.ts";
import type { Cell, Sheet } from "../../../test/host-sim/sheet.ts";
import { Axis } from "./axis.ts";
import { columnWidths, DEFAULT_WIDTH } from "./column-widths.ts";
import { lookOf } from "./cell-look.ts";
import { MergedCells } from "./merged.ts";
import { CELL_PADDING, countLines, LINE_PX } from "./text-size.ts";

const ROW_PX = 24;
const ROW_PADDING = 6;
const MOST_LINES = 12;
/** Blank rows and columns to go on writing in. */
const SPARE_ROWS = 60;
const LEAST_ROWS = 100;
const SPARE_COLUMNS = 4;
const LEAST_COLUMNS = 16;
/** Rows beyond are measured little by little, so that opening a long sheet holds up nothing. */
const MEASURED_AT_ONCE = 80;

export class Layout {
  readonly sheet: Sheet;
  readonly merged: MergedCells;
  readonly rows: Axis;
  readonly columns: Axis;
  /** The last row and column that hold anything. */
  readonly used: { readonly row: number; readonly column: number };
  /** The last row above the figures: titles and headings. */
  readonly lastHeadRow: number;
  #measured: number;
  readonly #made: readonly unknown[];

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.#made = structureOf(sheet);
    this.merged = new MergedCells(sheet.merged);
    this.used = usedCorner(sheet);
    this.lastHeadRow = findLastHeadRow(sheet);
    const widths = columnWidths(sheet, this.merged, Math.max(LEAST_COLUMNS, this.used.column + 1 + SPARE_COLUMNS));
    this.columns = new Axis(
      0,
      widths.map((width, column) => (sheet.hiddenColumns.has(column) ? 0 : width)),
    );
    const count = Math.max(LEAST_ROWS, this.used.row + SPARE_ROWS);
    this.rows = new Axis(
      1,
      Array.from({ length: count }, (_, index) => (sheet.hiddenRows.has(index + 1) ? 0 : ROW_PX)),
    );
    this.#measured = 0;
    this.measureMore(MEASURED_AT_ONCE, 1);
  }

  /** Rows or columns came, went or were hidden since: the layout is to be made anew. */
  isOutdated = (): boolean => structureOf(this.sheet).some((part, index) => part !== this.#made[index]);

  /** @returns by how much what lies behind `before` moved; null when all is measured */
  measureMore(count: number, before: number): number | null {
    if (this.#measured >= this.used.row) return null;
    const first = this.#measured + 1;
    const last = Math.min(this.used.row, this.#measured + count);
    this.#measured = last;
    return this.measureRows(first, last, before);
  }

  measureRows(first: number, last: number, before: number): number {
    const sizes = new Map<number, number>();
    for (let row = first; row <= last; row++) if (!this.sheet.hiddenRows.has(row)) sizes.set(row, this.#heightOf(row));
    return this.rows.resize(sizes, before);
  }

  reach(row: number, column: number): void {
    this.rows.growTo(row + 10, ROW_PX);
    this.columns.growTo(column + 2, DEFAULT_WIDTH);
  }

  /** What the area covers on the sheet, in pixels from its first cell. */
  boxOf({ top, left, bottom, right }: Area): Box {
    const x = this.columns.startOf(left);
    const y = this.rows.startOf(top);
    return { x, y, width: this.columns.endOf(right) - x, height: this.rows.endOf(bottom) - y };
  }

  /** The merged area that the cell is in, or the cell alone. */
  roomFor(row: number, column: number): Area {
    return this.merged.at(row, column) ?? { top: row, left: column, bottom: row, right: column };
  }

  #heightOf(row: number): number {
    const cells = this.sheet.cells.get(row);
    if (!cells) return ROW_PX;
    let lines = 1;
    for (const [column, cell] of cells) lines = Math.max(lines, this.#linesOf(row, column, cell));
    return lines === 1 ? ROW_PX : Math.min(lines, MOST_LINES) * LINE_PX + ROW_PADDING;
  }

  #linesOf(row: number, column: number, cell: Cell): number {
    if (typeof cell.value !== "string" || cell.value === "" || this.columns.sizeOf(column) === 0) return 1;
    const area = this.merged.at(row, column);
    // A tall merged area has room enough in its rows.
    if (area && (area.top !== row || area.left !== column || area.bottom > row)) return 1;
    const room = area ?? { top: row, bottom: row, left: column, right: this.lastBlankBeside(row, column) };
    const look = lookOf(cell);
    const { text } = look;
    const isBold = look.isBold || this.isHeading(row);
    const lines = countLines(text, this.boxOf(room).width - 2 * CELL_PADDING, isBold);
    if (area || lines === 1) return lines;
    return countLines(text, this.columns.sizeOf(column) - 2 * CELL_PADDING, isBold);
  }

  /** Headings of columns stand beside others; a line of a title stands alone. */
  isHeading = (row: number): boolean =>
    row <= this.lastHeadRow && ((this.sheet.cells.get(row)?.size ?? 0) > 2 || this.merged.inRow(row).length > 1);

  /** Where a text that runs over its cell has to stop. */
  lastBlankBeside(row: number, column: number): number {
    const cells = this.sheet.cells.get(row);
    let last = column;
    while (last < this.columns.last && (cells?.get(last + 1)?.value ?? "") === "" && !this.merged.at(row, last + 1))
      last += 1;
    return last;
  }
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The simulator replaces these when rows or columns move. */
const structureOf = ({ cells, merged, hiddenRows, hiddenColumns }: Sheet): readonly unknown[] => [
  cells,
  merged,
  hiddenRows,
  hiddenColumns,
];

const MOST_HEAD_ROWS = 15;

function findLastHeadRow(sheet: Sheet): number {
  for (let row = 1; row <= MOST_HEAD_ROWS; row++)
    for (const { value } of sheet.cells.get(row)?.values() ?? []) if (typeof value === "number") return row - 1;
  return 0;
}

function usedCorner(sheet: Sheet): { row: number; column: number } {
  let lastRow = 1;
  let lastColumn = 0;
  // Cells by the hundred thousand: a loop over iterators takes three times as long.
  sheet.cells.forEach((cells, row) => {
    if (row > lastRow) lastRow = row;
    cells.forEach((_cell, column) => {
      if (column > lastColumn) lastColumn = column;
    });
  });
  for (const { bottom, right } of sheet.merged) {
    lastRow = Math.max(lastRow, bottom);
    lastColumn = Math.max(lastColumn, right);
  }
  return { row: lastRow, column: lastColumn };
}
