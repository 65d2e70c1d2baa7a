/** Columns of figures are as wide as their figures, columns of names as most of their names, within bounds. */
import type { Sheet } from "../../../test/host-sim/sheet.ts";
import { lookOf } from "./cell-look.ts";
import type { MergedCells } from "./merged.ts";
import { CELL_PADDING, textWidth, widestWord } from "./text-size.ts";

export const DEFAULT_WIDTH = 72;
const LEAST = 40;
const WIDEST_FIGURES = 170;
const WIDEST_TEXT = 240;
const WIDEST_WORD = 110;
/** The rows that are looked at; a figure further down that needs more room gets it when it is shown. */
const SAMPLE_ROWS = 150;
const ROOM = 2 * CELL_PADDING + 3;

interface Contents {
  figures: number;
  word: number;
  /** The widths of texts. */
  readonly texts: number[];
}

export function columnWidths(sheet: Sheet, merged: MergedCells, count: number): number[] {
  const contents = Array.from({ length: count }, (): Contents => ({ figures: 0, word: 0, texts: [] }));
  let seen = 0;
  for (const [row, cells] of sheet.cells) {
    if ((seen += 1) > SAMPLE_ROWS) break;
    for (const [column, cell] of cells) {
      const content = contents[column];
      const area = merged.at(row, column);
      if (!content || cell.value === "" || (area && area.left !== area.right)) continue;
      note(content, lookOf(cell));
    }
  }
  return contents.map(widthFor);
}

function note(content: Contents, { text, isNumber, isBold }: ReturnType<typeof lookOf>): void {
  if (isNumber) content.figures = Math.max(content.figures, textWidth(text));
  else {
    content.word = Math.max(content.word, widestWord(text, isBold));
    content.texts.push(textWidth(text, isBold));
  }
}

function widthFor({ figures, word, texts }: Contents): number {
  if (figures === 0 && texts.length === 0) return DEFAULT_WIDTH;
  const most = [...texts].sort((a, b) => a - b)[Math.floor(texts.length * 0.8)] ?? 0;
  // The heading of a column of figures is wrapped rather than the column widened.
  const forTexts = figures > 0 ? Math.min(most, WIDEST_WORD) : Math.min(most, WIDEST_TEXT);
  const width = Math.max(Math.min(figures, WIDEST_FIGURES), Math.min(word, WIDEST_WORD), forTexts);
  return Math.max(LEAST, Math.ceil(width) + ROOM);
}
