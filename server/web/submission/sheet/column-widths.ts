/** How wide columns are drawn, guessed from what they hold: stored sheets do not keep it. Pixels. */
import type { GridRow } from "../../../../shared/grid.ts";

/** Of bold ones, too. */
const LETTER = 7.8;
const AROUND = 18;
/** Beside a figure there is room for what it is marked with. */
const AROUND_FIGURE = 40;
const NARROWEST = 50;
const WIDEST = 280;
/** Longer texts take about so many lines. */
const LINES = 2.2;
/** A few long ones wrap more than the rest. */
const MOST = 0.9;

interface Widths {
  /** The rows of the table: titles above it stretch nothing. */
  readonly rows: readonly GridRow[];
  readonly isHeader: (row: number) => boolean;
  /** Whether a cell is part of a merged area over several columns. */
  readonly isBroad: (row: number, column: number) => boolean;
  readonly print: (cell: GridRow["cells"][number]) => string;
}

export function guessWidths({ rows, isHeader, isBroad, print }: Widths): ReadonlyMap<number, number> {
  const needed = new Map<number, number[]>();
  const least = new Map<number, number>();
  for (const { row, cells } of rows)
    for (const cell of cells) {
      if (cell.value === null || isBroad(row, cell.column)) continue;
      const text = print(cell);
      const isFigure = typeof cell.value === "number";
      // No figure is broken, nor a word of a heading.
      if (isFigure || isHeader(row)) {
        const whole = isFigure ? text.length * LETTER + AROUND_FIGURE : longestWord(text) * LETTER + AROUND;
        least.set(cell.column, Math.max(least.get(cell.column) ?? NARROWEST, whole));
      }
      if (isFigure) continue;
      const own = needed.get(cell.column) ?? [];
      own.push(lettersOf(text) * LETTER + AROUND);
      needed.set(cell.column, own);
    }
  const columns = new Set([...needed.keys(), ...least.keys()]);
  return new Map(
    [...columns].map((column) => [column, widthFor(needed.get(column) ?? [], least.get(column) ?? NARROWEST)]),
  );
}

const LONGEST_WORD = 24;
const longestWord = (text: string): number =>
  text.split(/\s+/).reduce((most, word) => Math.max(most, Math.min(lettersIn(word), LONGEST_WORD)), 0);

/** Capital letters are wider. */
const lettersIn = (word: string): number =>
  word === word.toLowerCase() ? word.length : word === word.toUpperCase() ? word.length * 1.25 : word.length + 0.5;

/** The longest word is not broken; the whole is, into a few lines. */
const lettersOf = (text: string): number => Math.max(longestWord(text), Math.min(text.length, 8), text.length / LINES);

function widthFor(needed: number[], least: number): number {
  const sorted = needed.sort((a, b) => a - b);
  const most = sorted[Math.floor((sorted.length - 1) * MOST)] ?? 0;
  return Math.round(Math.min(WIDEST, Math.max(least, most)));
}

/** Of a column that holds nothing. */
export const BLANK_WIDTH = 56;
