/** How a stored sheet is laid out on the page: its lines and columns, what is merged, what stands out. Pure. */
import type { Appendix, AppendixRow, TextColumnId } from "../../../../shared/appendix.ts";
import { parseCellName, type Area, type Grid, type GridCell, type GridRow } from "../../../../shared/grid.ts";
import { cellText } from "./cell-text.ts";
import { BLANK_WIDTH, guessWidths } from "./column-widths.ts";
import { placeAreas, type PlacedArea } from "./placed-areas.ts";

/** title: above the table. total: the grand total. */
type RowLook = "title" | "header" | "section" | "total" | "plain";

export type SheetLine =
  | {
      readonly kind: "row";
      readonly row: number;
      readonly cells: ReadonlyMap<number, GridCell>;
      readonly look: RowLook;
      readonly isHidden: boolean;
      /** Hidden rows that are not shown lie right above it. */
      readonly isAfterHidden: boolean;
    }
  /** Blank rows, too many to be drawn. */
  | { readonly kind: "gap"; readonly from: number; readonly to: number };

export interface SheetColumn {
  readonly column: number;
  readonly width: number;
  readonly isHidden: boolean;
  readonly isAfterHidden: boolean;
}

export interface SheetLayout {
  readonly lines: readonly SheetLine[];
  readonly columns: readonly SheetColumn[];
  readonly areas: readonly (readonly PlacedArea[])[];
  readonly figureColumns: ReadonlySet<number>;
  /** Of a table's texts: a year among them stands as they do, and numbers of rows stand in the middle. */
  readonly textColumns: ReadonlyMap<number, TextColumnId>;
  /** Also of rows and columns that are not drawn. */
  readonly cellAt: (row: number, column: number) => GridCell | undefined;
  /** Where a row is drawn; undefined for one that is not. */
  readonly lineOf: ReadonlyMap<number, number>;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Columns beyond those that are drawn. */
  readonly leftOut: number;
}

interface SheetOptions {
  readonly grid: Grid;
  /** Null where the sheet is none. */
  readonly appendix: Appendix | null;
  readonly showsHidden: boolean;
}

/** No appendix is as wide; a sheet with more of them would only make the page slow. */
const MOST_COLUMNS = 120;
/** Blank rows in a row that are still drawn. */
const MOST_BLANK = 8;

export function layOut({ grid, appendix, showsHidden }: SheetOptions): SheetLayout {
  const figureColumns = new Set(appendix?.figureColumns.map(({ column }) => column) ?? []);
  const looks = looksOf(grid, appendix);
  const byRow = new Map(grid.rows.map((line) => [line.row, line]));
  const lines = linesOf(grid.rows, { looks, showsHidden });
  const header = looks.headerTop;
  const widths = guessWidths({
    rows: grid.rows.filter(({ row }) => row >= header),
    isHeader: (row) => looks.of(row) === "header",
    isBroad: broadCells(grid.merged),
    print: (cell) => cellText(cell, figureColumns.has(cell.column)),
  });
  const { columns, leftOut } = columnsOf(grid, { widths, showsHidden });
  return {
    lines,
    columns,
    leftOut,
    figureColumns,
    textColumns: new Map(appendix?.textColumns.map(({ column, holds }) => [column, holds]) ?? []),
    cellAt: (row, column) => byRow.get(row)?.cells.find((cell) => cell.column === column),
    areas: placeAreas(grid.merged, lines, columns),
    lineOf: new Map(lines.flatMap((line, index) => (line.kind === "row" ? [[line.row, index] as const] : []))),
    hiddenRows: grid.rows.filter(({ hidden }) => hidden).length,
    hiddenColumns: grid.hiddenColumns.length,
  };
}

interface Looks {
  readonly headerTop: number;
  readonly of: (row: number) => RowLook;
}

const ROW_LOOKS: Readonly<Record<AppendixRow["kind"], RowLook>> = {
  section: "section",
  lineItem: "plain",
  subtotal: "section",
  grandTotal: "total",
};

function looksOf({ merged }: Grid, appendix: Appendix | null): Looks {
  if (!appendix) return { headerTop: 1, of: () => "plain" };
  const rows = new Map(appendix.rows.map(({ row, kind }) => [row, ROW_LOOKS[kind]]));
  const headings = [...appendix.figureColumns, ...appendix.textColumns].map(
    ({ headerCell }) => parseCellName(headerCell)?.row ?? appendix.headerRow,
  );
  const top = Math.min(appendix.headerRow, ...headings);
  const bottoms = merged.filter((area) => area.top === top && area.bottom - top < 4).map(({ bottom }) => bottom);
  const bottom = Math.max(top, ...headings, ...bottoms);
  return {
    headerTop: top,
    of: (row) => rows.get(row) ?? (row < top ? "title" : row <= bottom ? "header" : "plain"),
  };
}

function linesOf(
  rows: readonly GridRow[],
  { looks, showsHidden }: { looks: Looks; showsHidden: boolean },
): readonly SheetLine[] {
  const lines: SheetLine[] = [];
  let next = 1;
  let isAfterHidden = false;
  const add = (row: number, cells: GridRow["cells"], isHidden: boolean): void => {
    lines.push({
      kind: "row",
      row,
      cells: new Map(cells.map((cell) => [cell.column, cell])),
      look: looks.of(row),
      isHidden,
      isAfterHidden,
    });
    isAfterHidden = false;
  };
  for (const { row, cells, hidden } of rows) {
    if (row - next > MOST_BLANK) lines.push({ kind: "gap", from: next, to: row - 1 });
    else for (let blank = next; blank < row; blank++) add(blank, [], false);
    next = row + 1;
    if (hidden && !showsHidden) isAfterHidden = true;
    else add(row, cells, hidden);
  }
  return lines;
}

function columnsOf(
  { rows, hiddenColumns }: Grid,
  { widths, showsHidden }: { widths: ReadonlyMap<number, number>; showsHidden: boolean },
): { readonly columns: readonly SheetColumn[]; readonly leftOut: number } {
  const used = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) used.add(column);
  const hidden = new Set(hiddenColumns);
  const last = [...used].reduce((most, column) => Math.max(most, column), 0);
  // Of a sheet that reaches far to the right only the columns in use are drawn; their letters say which.
  const all =
    last < MOST_COLUMNS ? Array.from({ length: last + 1 }, (_, column) => column) : [...used].sort((a, b) => a - b);
  const columns: SheetColumn[] = [];
  let isAfterHidden = false;
  for (const column of all.slice(0, MOST_COLUMNS)) {
    const isHidden = hidden.has(column);
    if (isHidden && !showsHidden) {
      isAfterHidden = true;
      continue;
    }
    columns.push({ column, width: widths.get(column) ?? BLANK_WIDTH, isHidden, isAfterHidden });
    isAfterHidden = false;
  }
  return { columns, leftOut: Math.max(0, all.length - MOST_COLUMNS) };
}

/** Cells that stand for several columns say nothing of the width of one. */
function broadCells(merged: readonly Area[]): (row: number, column: number) => boolean {
  const anchors = new Set(
    merged.filter(({ left, right }) => right > left).map(({ top, left }) => `${String(top)} ${String(left)}`),
  );
  return (row, column) => anchors.has(`${String(row)} ${String(column)}`);
}
