/** How wide a text is in Times New Roman 11, measured in digits, as Excel measures columns. */

/** The font's own widths in hundredths of its size, accents left aside; what is not named is as wide as a digit. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [25, " ,.\u00a0"],
  [28, "/:;\\ijlt'|"],
  [33, "!()-I[]`fr"],
  [39, "Js"],
  [44, '?acez"“”'],
  [56, "FPS+<=>"],
  [61, "ELTZ"],
  [67, "BCR"],
  [72, "ADGHKNOQUVXYwĐƠƯ"],
  [80, "m&%"],
  [95, "MW@"],
  [100, "…"],
];
const DIGIT = 50;
/** Bold letters are wider; and screens round letters and columns to whole dots, never to our good. */
const BOLD = 1.07;
const ROUNDING = 1.09;

const byLetter = new Map(
  WIDTHS.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
);
/** By code, worked out when first met: 0 is not known yet. */
const known = new Uint8Array(65_536);

function hundredths(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const width = known[code];
  if (width) return width;
  const letter = text.charAt(index);
  const base = byLetter.get(letter) ?? byLetter.get(letter.normalize("NFD").charAt(0)) ?? DIGIT;
  known[code] = base;
  return base;
}

export interface Letters {
  readonly isBold: boolean;
  /** In points. */
  readonly size: number;
}

/** @returns digits of the size columns are measured in */
export function widthOfText(text: string, { isBold, size }: Letters = { isBold: false, size: 11 }): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += hundredths(text, index);
  return (sum / DIGIT) * ROUNDING * (isBold ? BOLD : 1) * (size / 11);
}
