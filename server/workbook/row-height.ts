/** Excel fits no row to wrapped text by itself when a file is made elsewhere, so heights are worked out here. */
import { widthOfText, type Letters } from "./letters.ts";
import type { CellStyle } from "./styles.ts";

/** What a cell keeps free beside its text, in digits; an indent takes three spaces. */
const PADDING = 0.7;
const INDENT = 1.6;
/** Of the letters' size. */
const LINE_HEIGHT = 14 / 11;
const USUAL_SIZE = 11;
/** Excel's own limit. */
const HIGHEST = 409;

const lettersOf = ({ font }: CellStyle): Letters => ({ isBold: font?.bold ?? false, size: font?.size ?? USUAL_SIZE });

/** Broken between words, and within a word that no line holds. */
export function linesOfText(text: string, width: number, style: CellStyle = {}): number {
  const letters = lettersOf(style);
  const room = Math.max(1, width - PADDING - INDENT * (style.alignment?.indent ?? 0));
  let lines = 0;
  for (const part of text.split("\n"))
    lines += widthOfText(part, letters) <= room ? 1 : brokenLines(part, room, letters);
  return lines;
}

/** Lines break at spaces, and after a hyphen as in names of files. */
const PIECES = /[^ -]*-+|[^ -]+| +/g;

function brokenLines(text: string, room: number, letters: Letters): number {
  let [lines, used] = [1, 0];
  for (const [piece] of text.matchAll(PIECES)) {
    const width = widthOfText(piece, letters);
    if (piece.startsWith(" ") || used + width <= room) {
      used += width;
      continue;
    }
    if (used > 0) lines++;
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used = width % room;
  }
  return lines;
}

export const heightOfLines = (lines: number, size = USUAL_SIZE): number =>
  Math.min(Math.round(Math.max(Math.ceil(lines), 1) * size * LINE_HEIGHT) + 1, HIGHEST);

/** Of a row whose only text is this. */
export const heightOfText = (text: string, width: number, style: CellStyle = {}): number =>
  heightOfLines(linesOfText(text, width, style), style.font?.size);
