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

function learn(letter: string): number {
  const base = byLetter.get(letter) ?? byLetter.get(letter.normalize("NFD").charAt(0)) ?? DIGIT;
  known[letter.charCodeAt(0)] = base;
  return base;
}

export interface Letters {
  readonly isBold: boolean;
  /** In points. */
  readonly size: number;
}

/** Of a part of a text, in hundredths of the letters' size: what stands elsewhere is not copied for it. */
export function hundredthsOf(text: string, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += known[text.charCodeAt(index)] || learn(text.charAt(index));
  return sum;
}

/** Hundredths of the letters' size in digits of the size columns are measured in. */
export const inDigits = (sum: number, { isBold, size }: Letters): number =>
  (sum / DIGIT) * ROUNDING * (isBold ? BOLD : 1) * (size / 11);

/** @returns digits of the size columns are measured in */
export const widthOfText = (text: string, letters: Letters = { isBold: false, size: 11 }): number =>
  inDigits(hundredthsOf(text, 0, text.length), letters);
