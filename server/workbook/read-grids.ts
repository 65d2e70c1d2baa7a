import * as sheetjs from "@e965/xlsx";
import type { Grid, GridCell } from "../../shared/grid.ts";
import { gridRows, type ParsedWorkbook, withPlainBreaks } from "./grid-rows.ts";
import { checkPackage } from "./package-check.ts";
import { LIMITS, type RefusalCode } from "./refusals.ts";
import { countRows, prepareSharedStrings, type SheetXml } from "./sheet-xml.ts";
import type { WorkbookParts } from "./workbook-parts.ts";
import { decodeXmlAsBytes } from "./xml.ts";

declare module "@e965/xlsx" {
  /** Exported by the package, left out of its types. */
  export function parse_zip(zip: { files: Record<string, PartText> }, options: ParsingOptions): ParsedWorkbook;
}

interface PartText {
  readonly name: string;
  readonly data: string;
}

export type GridsResult =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | { readonly ok: false; readonly code: RefusalCode; readonly sheet?: string };

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
function parseCells(parts: WorkbookParts, sheets: readonly SheetXml[]): ParsedWorkbook {
  const names = sheets.map((_sheet, index) => `<sheet name="${sheetKey(index)}" sheetId="${String(index + 1)}"/>`);
  const texts: [string, string][] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["xl/workbook.xml", `<workbook xmlns="${MAIN}"><sheets>${names.join("")}</sheets></workbook>`],
    ["xl/styles.xml", decodeXmlAsBytes(parts.styles)],
    ["xl/sharedStrings.xml", prepareSharedStrings(decodeXmlAsBytes(parts.sharedStrings))],
    ...sheets.map(({ rest }, index): [string, string] => [
      `xl/worksheets/${sheetKey(index)}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${rest}</sheetData></worksheet>`,
    ]),
  ];
  const files = Object.fromEntries(texts.map(([name, data]) => [name, { name, data }]));
  return sheetjs.parse_zip({ files }, { dense: true, cellNF: true, cellHTML: false, cellText: false });
}

/** Everything in the cell that is text. */
export const countCharacters = ({ value, formula, format }: GridCell): number =>
  (typeof value === "string" ? value.length : 0) + (formula?.length ?? 0) + (format?.length ?? 0);

const countText = ({ rows }: Grid): number =>
  rows.reduce((sum, { cells }) => cells.reduce((inRow, cell) => inRow + countCharacters(cell), sum), 0);

export function findExcess({ name, rows }: Grid): Extract<GridsResult, { ok: false }> | null {
  if (rows.length > LIMITS.rows) return { ok: false, code: "too-many-rows", sheet: name };
  const columns = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) columns.add(column);
  return columns.size > LIMITS.columns ? { ok: false, code: "too-many-columns", sheet: name } : null;
}

export function readGrids(bytes: Buffer, fileName: string): GridsResult {
  const checked = checkPackage(bytes, fileName);
  if (!checked.ok) return checked;
  const { parts } = checked;
  if (parts.sheets.length === 0) return { ok: false, code: "no-worksheet" };
  const xmls = parts.sheets.flatMap(({ xml }) => xml ?? []);
  if (xmls.length < parts.sheets.length) return { ok: false, code: "damaged" };
  // Before SheetJS, which would run out of time or memory on them.
  const tall = parts.sheets.find(({ xml }) => xml && countRows(xml.rest) > LIMITS.rows);
  if (tall) return { ok: false, code: "too-many-rows", sheet: tall.name };

  const workbook = parseCells(parts, xmls);
  const texts = workbook.Strings.map(({ t: text = "" }) => withPlainBreaks(text));
  const grids: Grid[] = [];
  let characters = 0;
  for (const [index, xml] of xmls.entries()) {
    const { name = "", hidden = false } = parts.sheets[index] ?? {};
    const rows = gridRows({ workbook, texts, key: sheetKey(index), xml, from1904: parts.from1904 });
    if (!rows) return { ok: false, code: "damaged" };
    const { merged, hiddenColumns } = xml.layout;
    const grid = { name, rows, merged, hiddenColumns, hidden };
    const excess = findExcess(grid);
    if (excess) return excess;
    characters += countText(grid);
    if (characters > LIMITS.characters) return { ok: false, code: "too-much-text" };
    grids.push(grid);
  }
  return { ok: true, grids };
}
