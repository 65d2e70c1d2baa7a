import * as sheetjs from "@e965/xlsx";
import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import type { CellValue, Grid, GridCell, GridRow } from "../../shared/grid.ts";
import { checkPackage } from "./package-check.ts";
import { LIMITS, type RefusalCode } from "./refusals.ts";
import {
  LAST_COLUMN,
  LAST_ROW,
  prepareSharedStrings,
  readSheetXml,
  type SheetLayout,
  type SheetXml,
  UNKNOWN_RESULT,
} from "./sheet-xml.ts";
import type { SheetPart, WorkbookParts } from "./workbook-parts.ts";
import { decodeXmlAsBytes } from "./xml.ts";

declare module "@e965/xlsx" {
  /** Exported by the package, left out of its types. */
  export function parse_zip(zip: { files: Record<string, PartText> }, options: ParsingOptions): WorkBook;
}

interface PartText {
  readonly name: string;
  readonly data: string;
}

export type GridsResult =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | { readonly ok: false; readonly code: RefusalCode; readonly sheet?: string };

const DAYS_FROM_1900_TO_1904 = 1462;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${CONTENT_TYPE}.styles+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT_TYPE}.sharedStrings+xml"/>
</Types>`;

const sheetKey = (index: number): string => `sheet${String(index + 1)}`;

/**
 * A package of the plainest kind, made from the parts already checked: SheetJS opens nothing else, and no name or path
 * that the file's author chose reaches it.
 */
function parseCells(parts: WorkbookParts, sheets: readonly SheetXml[]): WorkBook {
  const names = sheets.map((_sheet, index) => `<sheet name="${sheetKey(index)}" sheetId="${String(index + 1)}"/>`);
  const texts: [string, string][] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["xl/workbook.xml", `<workbook xmlns="${MAIN}"><sheets>${names.join("")}</sheets></workbook>`],
    ["xl/styles.xml", decodeXmlAsBytes(parts.styles)],
    ["xl/sharedStrings.xml", prepareSharedStrings(decodeXmlAsBytes(parts.sharedStrings))],
    ...sheets.map(({ cells }, index): [string, string] => [
      `xl/worksheets/${sheetKey(index)}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`,
    ]),
  ];
  const files = Object.fromEntries(texts.map(([name, data]) => [name, { name, data }]));
  return sheetjs.parse_zip({ files }, { dense: true, cellNF: true, cellHTML: false, cellText: false });
}

/** Literal text, escapes, colours and durations ("[h]:mm") set aside. */
const namesDay = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

function cellValue({ v: value, z: format }: CellObject, from1904: boolean): CellValue | null {
  if (typeof value === "number") {
    // Some writers store NaN or Infinity, which Excel itself would show as this error.
    if (!Number.isFinite(value)) return "#NUM!";
    return from1904 && namesDay(String(format)) ? value + DAYS_FROM_1900_TO_1904 : value;
  }
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  return typeof value === "boolean" ? value : null;
}

function gridCell(cell: CellObject, column: number, from1904: boolean): GridCell | null {
  const value = cell.v === UNKNOWN_RESULT ? null : cellValue(cell, from1904);
  if (!cell.f && (value === null || value === "")) return null;
  const format = typeof cell.z === "string" && cell.z !== "General" ? { format: cell.z } : {};
  return { column, value, ...(cell.f ? { formula: cell.f } : {}), ...format };
}

interface Rows {
  readonly rows: readonly GridRow[];
  readonly columnCount: number;
}

/** By keys, since a sheet's row and column numbers may lie millions apart. Null when a cell lies outside any sheet. */
function gridRows(sheet: WorkSheet, layout: SheetLayout, from1904: boolean): Rows | null {
  const rows: GridRow[] = [];
  const columns = new Set<number>();
  const byRow = sheet["!data"] ?? [];
  for (const rowKey of Object.keys(byRow)) {
    const row = Number(rowKey) + 1;
    const byColumn = byRow[row - 1] ?? [];
    const cells: GridCell[] = [];
    for (const columnKey of Object.keys(byColumn)) {
      const column = Number(columnKey);
      const source = byColumn[column];
      if (!(row >= 1 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN) || !source) return null;
      const cell = gridCell(source, column, from1904);
      if (!cell) continue;
      columns.add(column);
      cells.push(cell);
    }
    if (cells.length > 0) rows.push({ row, hidden: layout.hiddenRows.has(row), cells });
  }
  return { rows, columnCount: columns.size };
}

interface SheetSource {
  readonly part: SheetPart;
  readonly xml: SheetXml;
}

function readSources(parts: WorkbookParts): readonly SheetSource[] | null {
  const sources: SheetSource[] = [];
  for (const part of parts.sheets) {
    const xml = part.content.length > 0 ? readSheetXml(decodeXmlAsBytes(part.content)) : null;
    if (!xml) return null;
    sources.push({ part, xml });
  }
  return sources;
}

export function readGrids(bytes: Buffer, fileName: string): GridsResult {
  const checked = checkPackage(bytes, fileName);
  if (!checked.ok) return checked;
  const { parts } = checked;
  if (parts.sheets.length === 0) return { ok: false, code: "no-worksheet" };
  const sources = readSources(parts);
  if (!sources) return { ok: false, code: "damaged" };
  const tall = sources.find(({ xml }) => xml.rowCount > LIMITS.rows);
  if (tall) return { ok: false, code: "too-many-rows", sheet: tall.part.name };

  const xmls = sources.map(({ xml }) => xml);
  const workbook = parseCells(parts, xmls);
  const grids: Grid[] = [];
  for (const [index, { part, xml }] of sources.entries()) {
    // SheetJS leaves out a sheet it could not parse, without a word.
    const sheet = workbook.Sheets[sheetKey(index)];
    const read = sheet ? gridRows(sheet, xml.layout, parts.from1904) : null;
    if (!read) return { ok: false, code: "damaged" };
    if (read.columnCount > LIMITS.columns) return { ok: false, code: "too-many-columns", sheet: part.name };
    const { merged, hiddenColumns } = xml.layout;
    grids.push({ name: part.name, rows: read.rows, merged, hiddenColumns, hidden: part.hidden });
  }
  return { ok: true, grids };
}
