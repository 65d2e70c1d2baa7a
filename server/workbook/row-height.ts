/** Excel fits no row to wrapped text by itself when a file is made elsewhere, so heights are worked out here. */
import { hundredthsOf, inDigits, widthOfText, type Letters } from "./letters.ts";
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
  if (!text.includes("\n")) return linesOfPart(text, room, letters);
  return text.split("\n").reduce((sum, part) => sum + linesOfPart(part, room, letters), 0);
}

const linesOfPart = (text: string, room: number, letters: Letters): number =>
  widthOfText(text, letters) <= room ? 1 : brokenLines(text, room, letters);

const [SPACE, HYPHEN] = [0x20, 0x2d];

/** Lines break at spaces, and after a hyphen as in names of files. */
function brokenLines(text: string, room: number, letters: Letters): number {
  let [lines, used] = [1, 0];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = endOfPiece(text, start);
    const width = inDigits(hundredthsOf(text, start, end), letters);
    if (text.charCodeAt(start) === SPACE || used + width <= room) {
      used += width;
      continue;
    }
    if (used > 0) lines++;
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used = width % room;
  }
  return lines;
}

/** Of the spaces, or of the word with the hyphens behind it, that stand here. */
function endOfPiece(text: string, start: number): number {
  let end = start;
  if (text.charCodeAt(start) === SPACE) {
    while (text.charCodeAt(end) === SPACE) end++;
    return end;
  }
  while (end < text.length && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== HYPHEN) end++;
  while (text.charCodeAt(end) === HYPHEN) end++;
  return end;
}

export const heightOfLines = (lines: number, size = USUAL_SIZE): number =>
  Math.min(Math.round(Math.max(Math.ceil(lines), 1) * size * LINE_HEIGHT) + 1, HIGHEST);

/** Of a row whose only text is this. */
export const heightOfText = (text: string, width: number, style: CellStyle = {}): number =>
  heightOfLines(linesOfText(text, width, style), style.font?.size);
