/**
 * Rows as XML, straight into their sheet's part: through exceljs's own objects for rows and cells they take three times as long.
 * What spans cells (titles, headings) still goes through exceljs, which keeps the merged areas; so does the first row of a sheet.
 */
import type ExcelJS from "exceljs";
import { columnLetter } from "../../../shared/grid.ts";
import { literalText } from "../literal-text.ts";
import { withoutNoncharacters } from "../noncharacters.ts";
import type { Pipe } from "../pace.ts";
import type { CellStyle } from "../styles.ts";
import type { Cell, Value } from "./book.ts";

/** What exceljs keeps to itself. */
interface SheetWriter {
  /** `_flush` hands on what exceljs has written and not handed on yet. */
  readonly stream: { readonly pipes: readonly Pipe[]; readonly _flush: () => void };
  _rowZero: number;
}
interface StyleManager {
  readonly styles: { readonly addStyleModel: (style: CellStyle) => number };
}

/** Zipped piece by piece; small ones cost more than they hold. */
const PIECE = 1 << 15;
/** The longest text a cell holds. */
const MOST_LETTERS = 32_767;
const DAY_MS = 86_400_000;
/** 1 January 1970 in Excel's days. */
const EPOCH_DAY = 25_569;

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** Signs with a meaning in XML, and characters that it refuses. */

const UNSAFE = /[<>&'"\x7F\x00-\x08\x0B-\x0C\x0E-\x1F]/;

const EVERY_UNSAFE = /[<>&'"\x7F\x00-\x08\x0B-\x0C\x0E-\x1F]/g;

const escapeXml = (text: string): string =>
  UNSAFE.test(text) ? text.replace(EVERY_UNSAFE, (sign) => SIGNS[sign] ?? "") : text;

/** As it is kept in a cell. */
export const cellText = (text: string): string => literalText(withoutNoncharacters(text).slice(0, MOST_LETTERS));

export interface Rows {
  /** @returns whether a piece has gone to the zip: time to wait for it */
  readonly add: (number: number, cells: readonly Cell[], height: number | undefined) => boolean;
  /** What is written next through exceljs stands in the row of this number. */
  readonly handOver: (number: number) => void;
  /** Where it all goes. */
  readonly pipes: readonly Pipe[];
}

export function rowsOf(sheet: ExcelJS.Worksheet, workbook: ExcelJS.stream.xlsx.WorkbookWriter): Rows {
  const writer = sheet as unknown as SheetWriter;
  const { styles } = workbook as unknown as StyleManager;
  let piece = "";
  const flush = (): void => {
    if (piece === "") return;
    writer.stream._flush();
    // Not through exceljs's own buffers, which would copy it once more.
    const bytes = Buffer.from(piece, "utf8");
    for (const pipe of writer.stream.pipes) pipe.write(bytes);
    piece = "";
  };
  return {
    add: (number, cells, height) => {
      piece += rowXml({ number, cells, height, styleOf: (style) => styles.addStyleModel(style) });
      if (piece.length < PIECE) return false;
      flush();
      return true;
    },
    handOver: (number) => {
      flush();
      writer._rowZero = number;
    },
    pipes: writer.stream.pipes,
  };
}

interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly height: number | undefined;
  /** The number under which the workbook knows a style. */
  readonly styleOf: (style: CellStyle) => number;
}

function rowXml({ number, cells, height, styleOf }: Row): string {
  if (height === undefined && cells.every(({ value }) => value === null)) return "";
  const at = String(number);
  let inside = "";
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell) inside += cellXml(cell, columnLetter(column) + at, styleOf(cell.style));
  }
  const high = height === undefined ? "" : ` ht="${String(height)}" customHeight="1"`;
  const spans = cells.length === 0 ? "" : ` spans="1:${String(cells.length)}"`;
  const start = `<row r="${at}"${high}${spans} x14ac:dyDescent="0.25"`;
  return inside === "" ? `${start}/>` : `${start}>${inside}</row>`;
}

function cellXml({ value }: Cell, address: string, style: number): string {
  if (value === null) return style === 0 ? "" : `<c r="${address}" s="${String(style)}"/>`;
  const start = style === 0 ? `<c r="${address}"` : `<c r="${address}" s="${String(style)}"`;
  return typeof value === "string"
    ? `${start} t="str"><v>${escapeXml(cellText(value))}</v></c>`
    : `${start}>${valueXml(value)}</c>`;
}

function valueXml(value: Exclude<Value, string>): string {
  if (typeof value === "number") return `<v>${String(value)}</v>`;
  if (value instanceof Date) return `<v>${String(EPOCH_DAY + value.getTime() / DAY_MS)}</v>`;
  return `<f>${escapeXml(value.formula)}</f><v>${String(value.result)}</v>`;
}
