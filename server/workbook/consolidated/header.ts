/** The header of a table: one row of headings, or two where some stand under a common one. */
import type ExcelJS from "exceljs";
import { heightOfText } from "../row-height.ts";
import { HEADER } from "../styles.ts";
import type { Cell } from "./book.ts";

/** A heading over several columns holds their headings; one without stands over both rows. */
export interface Heading {
  readonly title: string;
  readonly below: readonly string[];
}

export const headerRows = (headings: readonly Heading[]): number =>
  headings.length === 0 ? 0 : headings.some(({ below }) => below.length > 0) ? 2 : 1;

const LOWEST_HEADER = 32;

/** Of each row of the header: a heading over both has room in both. */
export function headerHeights(headings: readonly Heading[], widths: readonly number[]): readonly number[] {
  const heightOf = (title: string, width: number): number => heightOfText(title, width, HEADER) + 2;
  const rows = headerRows(headings);
  const heights = Array.from({ length: rows }, () => LOWEST_HEADER);
  let left = 0;
  for (const { title, below } of headings) {
    const own = widths.slice(left, left + Math.max(below.length, 1));
    left += own.length;
    const width = own.reduce((sum, one) => sum + one, 0);
    const needed = below.length === 0 ? heightOf(title, width) / rows : heightOf(title, width);
    heights[0] = Math.max(heights[0] ?? 0, needed);
    for (const [index, text] of below.entries())
      heights[1] = Math.max(heights[1] ?? 0, heightOf(text, own[index] ?? width));
  }
  return heights;
}

/** Merged where a heading spans columns or both rows; merging has to come before a row is written. */
export function headerCells(sheet: ExcelJS.Worksheet, headings: readonly Heading[], top: number): Cell[][] {
  const rows = headerRows(headings);
  const lines: Cell[][] = Array.from({ length: rows }, () => []);
  for (const { title, below } of headings) {
    const first = (lines[0]?.length ?? 0) + 1;
    const span = Math.max(below.length, 1);
    if (span > 1) sheet.mergeCells(top, first, top, first + span - 1);
    else if (rows > 1 && below.length === 0) sheet.mergeCells(top, first, top + 1, first);
    for (let index = 0; index < span; index++) {
      lines[0]?.push({ value: index === 0 ? title : null, style: HEADER });
      lines[1]?.push({ value: below[index] ?? null, style: HEADER });
    }
  }
  return lines;
}
