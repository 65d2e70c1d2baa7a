import type { CellObject, WorkBook } from "@e965/xlsx";
import { withoutNoncharacters } from "./noncharacters.ts";
import { type CellValue, type GridCell, type GridRow } from "../../shared/grid.ts";
import type { PlainCells } from "./plain-cells.ts";
import { LAST_COLUMN, LAST_ROW, type SheetXml, UNKNOWN_RESULT } from "./sheet-xml.ts";

/** What SheetJS gives beyond its types. */
export interface ParsedWorkbook extends WorkBook {
  readonly Strings: readonly { readonly t?: string }[];
  readonly Styles: { readonly CellXf?: readonly { readonly numFmtId?: number }[] };
  readonly SSF: Readonly<Record<number, string | undefined>>;
}

export interface ParsedSheet {
  readonly workbook: ParsedWorkbook;
  /** The shared texts, their line breaks made one kind. */
  readonly texts: readonly string[];
  readonly key: string;
  readonly xml: SheetXml;
  readonly from1904: boolean;
}

const DAYS_FROM_1900_TO_1904 = 1462;

/** Literal text, escapes, colours and durations ("[h]:mm") set aside. */
const namesDay = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

/** Line breaks of one kind, and nothing that is no character. */
export const withPlainBreaks = (text: string): string => withoutNoncharacters(text.replace(/\r\n?/g, "\n"));

function cellValue({ v: value, z: format }: CellObject, from1904: boolean): CellValue | null {
  if (typeof value === "number") {
    // Some writers store NaN or Infinity, which Excel itself would show as this error.
    if (!Number.isFinite(value)) return "#NUM!";
    return from1904 && namesDay(String(format)) ? value + DAYS_FROM_1900_TO_1904 : value;
  }
  if (typeof value === "string") return value === UNKNOWN_RESULT ? null : withPlainBreaks(value);
  return typeof value === "boolean" ? value : null;
}

function makeCell(cell: CellObject, column: number, value: CellValue | null): GridCell | null {
  if (!cell.f && (value === null || value === "")) return null;
  const format = typeof cell.z === "string" && !/^(General)?$/.test(cell.z) ? { format: cell.z } : {};
  return { column, value, ...(cell.f ? { formula: cell.f } : {}), ...format };
}

type CellsByRow = Map<number, GridCell[]>;

function add(cells: CellsByRow, row: number, cell: GridCell | null): void {
  if (!cell) return;
  const inRow = cells.get(row);
  if (inRow) inRow.push(cell);
  else cells.set(row, [cell]);
}

/** False when a text is not in the list of shared ones, or a cell lies outside any sheet. */
function addPlainCells(cells: CellsByRow, plain: PlainCells, { workbook, texts, from1904 }: ParsedSheet): boolean {
  const { Styles: styles, SSF: formats } = workbook;
  for (let index = 0; index < plain.rows.length; index += 1) {
    const row = plain.rows[index] ?? 0;
    const column = plain.columns[index] ?? 0;
    const content = plain.contents[index] ?? 0;
    const text = plain.areShared[index] ? texts[content] : null;
    if (text === undefined || row > LAST_ROW || column > LAST_COLUMN) return false;
    const format = formats[styles.CellXf?.[plain.styles[index] ?? 0]?.numFmtId ?? 0] ?? "General";
    const source: CellObject = { t: "n", v: content, z: format };
    add(cells, row, makeCell(source, column, text ?? cellValue(source, from1904)));
  }
  return true;
}

/** By keys, since a sheet's row and column numbers may lie millions apart. */
function addParsedCells(cells: CellsByRow, sheet: ParsedSheet): boolean {
  // SheetJS leaves out a sheet it could not parse, without a word.
  const parsed = sheet.workbook.Sheets[sheet.key];
  if (!parsed) return false;
  const byRow = parsed["!data"] ?? [];
  for (const rowKey of Object.keys(byRow)) {
    const row = Number(rowKey) + 1;
    const byColumn = byRow[row - 1] ?? [];
    for (const columnKey of Object.keys(byColumn)) {
      const column = Number(columnKey);
      const source = byColumn[column];
      if (!(row >= 1 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN) || !source) return false;
      add(cells, row, makeCell(source, column, cellValue(source, sheet.from1904)));
    }
  }
  return true;
}

/** Ascending, and one cell to a place even in a sheet that gives it twice. */
function inOrder(cells: readonly GridCell[]): readonly GridCell[] {
  const isAscending = cells.every(({ column }, index) => index === 0 || column > (cells[index - 1]?.column ?? 0));
  if (isAscending) return cells;
  return [...new Map(cells.map((cell) => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}

/** Null when the sheet is damaged. */
export function gridRows(sheet: ParsedSheet): readonly GridRow[] | null {
  const cells: CellsByRow = new Map();
  if (!addPlainCells(cells, sheet.xml.plain, sheet) || !addParsedCells(cells, sheet)) return null;
  const { hiddenRows } = sheet.xml.layout;
  return [...cells.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, inRow]) => ({ row, hidden: hiddenRows.has(row), cells: inOrder(inRow) }));
}
