/** Item numbers in every style: "A", "I", "1", "1.2", "a)", "-". */

export type NumberStyle = "letter" | "roman" | "arabic" | "decimal" | "lower" | "dash" | "none";

export interface ItemNumber {
  readonly style: NumberStyle;
  /** Parts of the number: "1.2" is [1, 2]; letters and roman numerals counted from 1; empty for a dash. */
  readonly parts: readonly number[];
  /** As printed, without its closing sign. */
  readonly text: string;
}

export const NO_NUMBER: ItemNumber = { style: "none", parts: [], text: "" };

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const ROMAN_SHAPE = /^(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

export function romanToNumber(text: string): number | null {
  if (text === "" || !ROMAN_SHAPE.test(text)) return null;
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = ROMAN_DIGITS[text.charAt(index)] ?? 0;
    sum += digit < (ROMAN_DIGITS[text.charAt(index + 1)] ?? 0) ? -digit : digit;
  }
  return sum;
}

const ROMAN_STEPS: readonly (readonly [number, string])[] = [
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** 4 → "IV"; for 1 to 99. */
export function numberToRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [step, letters] of ROMAN_STEPS) {
    for (; rest >= step; rest -= step) text += letters;
  }
  return text;
}

const DASH = /^[-‐‑–—−•*+·]+$/;
const PLAIN = /^(0|[1-9]\d{0,3})$/;
const PARTS = /^\d{1,4}(?:[.,]\d{1,3})*$/;

/**
 * @param lastLetter place in the alphabet of the lettered section before (A is 1): "I" after "H" is a letter, after "A" the roman one
 * @returns null when the text is no item number
 */
export function readItemNumber(value: string | number, lastLetter = 0): ItemNumber | null {
  if (typeof value === "number") return fromNumber(value);
  const text = value.trim();
  if (text === "") return NO_NUMBER;
  if (PLAIN.test(text)) return plainNumber(Number(text));
  if (DASH.test(text)) return { style: "dash", parts: [], text: "-" };
  const core = text.replace(/^\(|[\s.):;/-]+$/g, "");
  if (PARTS.test(core)) {
    const parts = core.split(/[.,]/).map(Number);
    return { style: parts.length > 1 ? "decimal" : "arabic", parts, text: core };
  }
  if (/^[ivx]{2,5}$/.test(core)) return { style: "lower", parts: [romanToNumber(core.toUpperCase()) ?? 0], text: core };
  if (/^[a-zđ]$/.test(core)) return { style: "lower", parts: [core.charCodeAt(0) - 96], text: core };
  return fromCapitals(core, lastLetter);
}

/** Plain numbers come by the thousand; one object serves them all. */
const plainNumbers: ItemNumber[] = [];

function plainNumber(value: number): ItemNumber {
  const known = plainNumbers[value];
  if (known) return known;
  const number: ItemNumber = { style: "arabic", parts: [value], text: String(value) };
  if (value < 1_000) plainNumbers[value] = number;
  return number;
}

function fromNumber(value: number): ItemNumber | null {
  if (!(value >= 0 && value < 100_000)) return null;
  const text = String(value);
  if (Number.isInteger(value)) return plainNumber(value);
  return PARTS.test(text) ? { style: "decimal", parts: text.split(".").map(Number), text } : null;
}

function fromCapitals(core: string, lastLetter: number): ItemNumber | null {
  const [head = "", ...tail] = core.split(".");
  // Number() alone would take "I.-8" and "I.1e30" too.
  if (!tail.every((part) => /^\s*\d{0,4}\s*$/.test(part))) return null;
  const rest = tail.map(Number);
  const roman = romanToNumber(head);
  const isNextLetter = head.length === 1 && head.charCodeAt(0) - 64 === lastLetter + 1 && lastLetter > 0;
  if (roman !== null && !isNextLetter) return capital("roman", [roman, ...rest], core);
  return /^[A-Z]$/.test(head) ? capital("letter", [head.charCodeAt(0) - 64, ...rest], core) : null;
}

const capital = (style: "roman" | "letter", parts: readonly number[], text: string): ItemNumber => ({
  style,
  parts,
  text,
});

const RANKS: Readonly<Record<NumberStyle, number>> = {
  letter: 0,
  roman: 1,
  arabic: 2,
  decimal: 2,
  lower: 7,
  dash: 8,
  none: 9,
};

/** How deep a number lies: what has a higher rank lies under what has a lower one. */
export const numberRank = (number: ItemNumber): number =>
  RANKS[number.style] +
  (number.style === "decimal"
    ? number.parts.length - 1
    : (number.parts.length - 1) * (number.parts.length > 1 ? 0.2 : 0));

/** "I. CÁC SỞ, NGÀNH TỈNH" in the number column → its number and its name. */
export function splitNumberedName(text: string): { readonly number: string; readonly name: string } | null {
  const match = /^\s*([IVXL]{1,6}|[A-Z]|\d{1,3}(?:\.\d{1,3})*)\s*[.):/-]\s*(?!\d)(\S[\s\S]*)$/.exec(text);
  return match?.[1] && match[2] && /\p{L}/u.test(match[2]) ? { number: match[1], name: match[2].trim() } : null;
}
