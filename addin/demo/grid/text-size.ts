/** How wide a text is on the sheet, and how many lines it takes. Words come again and again, so each is measured once. */
const FONT_PX = 13;
export const LINE_PX = 18;
/** Left and right of a text in its cell. */
export const CELL_PADDING = 5;

const MOST_KNOWN = 20_000;
const known = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

const fontOf = (isBold: boolean): string =>
  `${isBold ? "600 " : ""}${String(FONT_PX)}px "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif`;

function widthOfWord(word: string, isBold: boolean): number {
  const key = isBold ? `\u0001${word}` : word;
  const before = known.get(key);
  if (before !== undefined) return before;
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return word.length * FONT_PX * 0.55;
  pen.font = fontOf(isBold);
  const { width } = pen.measureText(word);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(key, width);
  return width;
}

export function textWidth(text: string, isBold = false): number {
  const space = widthOfWord(" ", isBold);
  let widest = 0;
  for (const line of text.split("\n")) {
    const words = line.split(" ");
    const width = words.reduce((sum, word) => sum + widthOfWord(word, isBold), (words.length - 1) * space);
    widest = Math.max(widest, width);
  }
  return widest;
}

export const widestWord = (text: string, isBold = false): number =>
  Math.max(0, ...text.split(/\s+/).map((word) => widthOfWord(word, isBold)));

export function countLines(text: string, width: number, isBold = false): number {
  const space = widthOfWord(" ", isBold);
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let at = 0;
    lines += 1;
    for (const word of paragraph.split(" ")) {
      const size = widthOfWord(word, isBold);
      if (at > 0 && at + space + size > width) {
        lines += 1;
        at = 0;
      }
      at += size + (at > 0 ? space : 0);
      // What is wider than the cell is broken inside the word.
      if (at > width) {
        lines += Math.ceil(at / width) - 1;
        at %= width;
      }
    }
  }
  return lines;
}
