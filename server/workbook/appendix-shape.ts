/** What a stored sheet does not keep and a clean copy needs: where its headings stand, how wide its columns and high its rows are. */
import type { Area, Grid, GridRow } from "../../shared/grid.ts";
import { heightOfLines, linesOfText } from "./row-height.ts";

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
/** In its column a text takes about so many lines. */
const LINES_OF_TEXT = 2;

/** "I. CÁC SỞ, NGÀNH" alone in the column of numbers runs over the blank cells beside it. */
export const runsOver = ({ cells }: GridRow, column: number, heading: Heading | null): boolean =>
  cells.length === 1 && (heading === null || column === heading.left);

/** By column, wide enough for most of what it holds; titles above the table and merged cells do not count. */
export function columnWidths({ rows, merged }: Grid, heading: Heading | null): ReadonlyMap<number, number> {
  const broad = broadAreas(merged);
  const needed = new Map<number, number[]>();
  for (const line of rows) {
    if (heading !== null && line.row < heading.from) continue;
    for (const { column, value } of line.cells) {
      if (value === null || broad.has(keyOf(line.row, column)) || runsOver(line, column, heading)) continue;
      const own = needed.get(column) ?? [];
      own.push(typeof value === "number" ? value.toLocaleString("vi-VN").length + 2 : textWidth(String(value)));
      needed.set(column, own);
    }
  }
  return new Map([...needed].map(([column, own]) => [column, widthFor(own)]));
}

/** A few long ones wrap more than the rest. */
function widthFor(needed: number[]): number {
  const sorted = needed.sort((a, b) => a - b);
  const most = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? NARROWEST;
  return Math.min(WIDEST, Math.max(NARROWEST, most + 1));
}

function textWidth(text: string): number {
  const words = text.split(/\s+/).map((word) => word.length);
  return Math.max(Math.min(text.length, 12), ...words, Math.ceil(text.length / LINES_OF_TEXT));
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
      const own = linesOfText(value, widthOf(area.left, area.right));
      lines = Math.max(lines, own / (area.bottom - area.top + 1));
    }
    return heightOfLines(lines);
  };
}
