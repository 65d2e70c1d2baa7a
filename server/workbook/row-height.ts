/** Excel fits no row to wrapped text by itself when a file is made elsewhere, so heights are worked out here. */

/** In the width of a digit, with what breaking between words loses. */
const WIDTH_OF_LETTER = 0.92;
const LINE_HEIGHT = 15;
/** Excel's own limit. */
const HIGHEST = 409;

export const linesOfText = (text: string, width: number): number =>
  text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * WIDTH_OF_LETTER) / width)), 0);

export const heightOfLines = (lines: number): number => Math.min(Math.max(Math.ceil(lines), 1) * LINE_HEIGHT, HIGHEST);
