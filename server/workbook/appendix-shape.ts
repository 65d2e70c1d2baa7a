/** What a stored sheet does not keep and a clean copy needs: where its headings stand, how wide its columns and high its rows are. */
import type { Area, Grid, GridRow } from "../../shared/grid.ts";
import { printNumber } from "../../shared/money.ts";
import { widthOfText } from "./letters.ts";
import { heightOfLines, linesOfText } from "./row-height.ts";
import { HEADER, textStyle } from "./styles.ts";

/** Rows 1-based, columns 0-based, all inclusive. */
export interface Heading {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

const NUMBER_HEADING = /^(stt|tt|mã số|số tt|số thứ tự)$/i;
const MOST_HEADING_ROWS = 3;

/** Headings begin where the items' numbers are named; a merge there says how many rows they take. */
export function findHeading({ rows, merged }: Grid): Heading | null {
  const first = rows.find(({ cells }) =>
    cells.some(({ value }) => typeof value === "string" && NUMBER_HEADING.test(value.trim())),
  );
  if (!first || first.cells.length < 2) return null;
  const bottoms = merged
    .filter(({ top, bottom }) => top === first.row && bottom - top < MOST_HEADING_ROWS)
    .map(({ bottom }) => bottom);
  const to = Math.max(first.row, ...bottoms);
  const columns = rows
    .filter(({ row }) => row >= first.row && row <= to)
    .flatMap(({ cells }) => cells.map(({ column }) => column));
  return { from: first.row, to, left: Math.min(...columns), right: Math.max(...columns) };
}

const NARROWEST = 6;
const USUAL = 10;
const WIDEST = 50;
/** In its column a text of a table takes about so many lines; where there is no table, one. */
const LINES_OF_TEXT = 2;
/** Beside a text: the cell's own margins, and the indent. */
const AROUND = 2.5;
/** What is lost where lines break between words. */
const BROKEN = 1.2;

/** "I. CÁC SỞ, NGÀNH" alone in the column of numbers runs over the blank cells beside it; so do titles over no table. */
export const runsOver = ({ cells }: GridRow, column: number, heading: Heading | null): boolean =>
  cells.length === 1 && (heading === null || column === heading.left);

const TIME_HEADING = /thời gian|giai đoạn thực hiện|tiến độ/i;

/** Columns of a table that hold texts: a figure among them, such as the year 2020, stands as they do. */
export function textColumns({ rows }: Grid, { from, to }: Heading): ReadonlySet<number> {
  const balance = new Map<number, number>();
  for (const { row, cells } of rows) {
    if (row < from) continue;
    for (const { column, value } of cells) {
      const before = balance.get(column) ?? 0;
      if (row > to) balance.set(column, before + (typeof value === "string" ? 1 : typeof value === "number" ? -1 : 0));
      else if (TIME_HEADING.test(String(value))) balance.set(column, Number.POSITIVE_INFINITY);
    }
  }
  return new Set([...balance].flatMap(([column, texts]) => (texts > 0 ? [column] : [])));
}

/** By column, wide enough for most of what it holds; titles above the table and merged cells do not count. */
export function columnWidths({ rows, merged }: Grid, heading: Heading | null): ReadonlyMap<number, number> {
  const broad = broadAreas(merged);
  const needed = new Map<number, number[]>();
  for (const line of rows) {
    if (heading !== null && line.row < heading.from) continue;
    for (const { column, value } of line.cells) {
      if (value === null || broad.has(keyOf(line.row, column)) || runsOver(line, column, heading)) continue;
      const own = needed.get(column) ?? [];
      const isFigure = typeof value === "number";
      own.push(
        isFigure ? figureWidth(value, column === heading?.left) : textWidth(String(value), heading ? LINES_OF_TEXT : 1),
      );
      needed.set(column, own);
    }
  }
  return new Map([...needed].map(([column, own]) => [column, widthFor(own, heading ? MOST_OF_TABLE : 1)]));
}

/** A few long ones in a table wrap more than the rest. */
const MOST_OF_TABLE = 0.9;

function widthFor(needed: number[], share: number): number {
  const sorted = needed.sort((a, b) => a - b);
  const most = sorted[Math.floor((sorted.length - 1) * share)] ?? NARROWEST;
  return Math.min(WIDEST, Math.max(NARROWEST, most));
}

/** Its heading needs room too; numbers of rows need none. (Of exactly 9 exceljs would write nothing.) */
const NARROWEST_FIGURES = 9.5;
const figureWidth = (value: number, isRowNumber: boolean): number =>
  Math.max(isRowNumber ? NARROWEST : NARROWEST_FIGURES, printNumber(value, "vi").length + 2);

function textWidth(text: string, lines: number): number {
  const words = text.split(/\s+/).map((word) => widthOfText(word));
  const whole = widthOfText(text);
  return Math.max(Math.min(whole, 12), ...words, (whole / lines) * (lines > 1 ? BROKEN : 1)) + AROUND;
}

const keyOf = (row: number, column: number): string => `${String(row)} ${String(column)}`;

const broadAreas = (merged: readonly Area[]): ReadonlyMap<string, Area> =>
  new Map(
    merged.flatMap((area) =>
      area.right > area.left || area.bottom > area.top ? [[keyOf(area.top, area.left), area]] : [],
    ),
  );

/** High enough for the row's longest text in the width it has; a text over several rows shares them. */
export function rowHeights(
  { merged }: Grid,
  heading: Heading | null,
  widths: ReadonlyMap<number, number>,
): (row: GridRow) => number {
  const areas = broadAreas(merged);
  const widthOf = (from: number, to: number): number => {
    let sum = 0;
    for (let column = from; column <= to; column++) sum += widths.get(column) ?? USUAL;
    return sum;
  };
  return (line) => {
    let lines = 1;
    for (const { column, value } of line.cells) {
      if (typeof value !== "string" || runsOver(line, column, heading)) continue;
      const area = areas.get(keyOf(line.row, column)) ?? {
        left: column,
        right: column,
        top: line.row,
        bottom: line.row,
      };
      const isHeading = heading !== null && line.row <= heading.to;
      const own = linesOfText(value, widthOf(area.left, area.right), isHeading ? HEADER : textStyle(value));
      lines = Math.max(lines, own / (area.bottom - area.top + 1));
    }
    return heightOfLines(lines);
  };
}
