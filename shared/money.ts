/**
 * Money is whole đồng, as an integer that JavaScript and Excel both keep exactly (15 digits). This module alone parses and
 * prints it; totals that leave the domain are added by `sumDong`.
 */
import { fold, foldWords } from "./text.ts";

export const UNITS = ["dong", "thousand", "million", "billion"] as const;
export type Unit = (typeof UNITS)[number];

export const UNIT_DONG: Readonly<Record<Unit, number>> = {
  dong: 1,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

export const UNIT_NAMES: Readonly<Record<Unit, { readonly vi: string; readonly en: string }>> = {
  dong: { vi: "đồng", en: "đồng" },
  thousand: { vi: "nghìn đồng", en: "thousand đồng" },
  million: { vi: "triệu đồng", en: "million đồng" },
  billion: { vi: "tỷ đồng", en: "billion đồng" },
};

/** Excel keeps 15 significant digits; a larger amount can't be written into a cell and read back. */
export const MAX_DONG = 999_999_999_999_999;

/** Which sign separates thousands in a text. */
export type Grouping = "dot" | "comma";

/** A decimal number as it was written: `digits / 10^decimals`, in `unit` when the text names one. */
export interface WrittenNumber {
  readonly digits: number;
  readonly decimals: number;
  readonly unit: Unit | null;
}

export type AmountText =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly number: WrittenNumber; readonly grouping: Grouping | null }
  | {
      readonly kind: "ambiguous";
      /** The sign that may separate thousands or decimals. */
      readonly sign: Grouping;
      readonly asThousands: WrittenNumber;
      readonly asDecimal: WrittenNumber;
    }
  | { readonly kind: "words" }
  | { readonly kind: "unreadable" };

const UNIT_WORDS: readonly (readonly [RegExp, Unit])[] = [
  [/^(ty|ti)( dong| vnd| d)?$/, "billion"],
  [/^1 ?000 ?000 ?(dong|d|vnd)?$/, "million"],
  [/^(trieu|tr)( dong| vnd| d)?$|^trd$/, "million"],
  [/^(nghin|ngan|ng|1 ?000)( dong| vnd| d)?$|^1 ?000d$/, "thousand"],
  [/^(dong|d|vnd|viet nam dong|dong viet nam|dong viet nam dong)$/, "dong"],
];

const unitOf = (words: string): Unit | null => UNIT_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;

const UNIT_LINE =
  /(?:don vi(?: tinh| tien te)?|dvt|dv tinh|dv|dvt tien|don vi tien)\s*[:.]?\s*\(?\s*(?:la\s+)?([^():]{1,24}?)\)?(?:[,;]\s*nam.*)?[\s.;,]*$/;
const UNIT_BRACKET = /\(\s*(?:(?:don vi(?: tinh)?|dvt)\s*[:.]?\s*)?([^():]{1,16}?)\s*\)/g;

/**
 * The unit a title line or a header states: "Đơn vị tính: triệu đồng", "(ĐVT: 1.000 đồng)", "Kinh phí (triệu đồng)".
 * @returns null when the text states none.
 */
export function readUnit(text: string): Unit | null {
  const line = fold(text);
  const stated = UNIT_LINE.exec(line)?.[1];
  const fromLine = stated ? unitOf(foldWords(stated)) : null;
  if (fromLine) return fromLine;
  const alone = /^(ty|ti|trieu|nghin|ngan) dong[.;,]*$/.test(line) ? unitOf(foldWords(line)) : null;
  if (alone) return alone;
  for (const [, inside] of line.matchAll(UNIT_BRACKET)) {
    const unit = inside ? unitOf(foldWords(inside)) : null;
    if (unit) return unit;
  }
  return null;
}

const BLANK_AMOUNT = /^[\s\u00a0.…·_/-]*$/;
const AMOUNT = /^(\(?)([+-]?)\s*(?:khoang|uoc|~)?\s*(\d[\d.,'’ ]*?)(\)?)\s*([a-z][a-z .]*)?(?:[./]+)?$/;

/** What the text of a money cell says; never a guess: two possible readings are given as "ambiguous". */
export function readAmountText(text: string): AmountText {
  const line = fold(text).replace(/₫/g, "d");
  if (BLANK_AMOUNT.test(line)) return { kind: "blank" };
  if (!/\d/.test(line)) return { kind: "words" };
  const match = AMOUNT.exec(line);
  if (!match) return { kind: "unreadable" };
  const [, open = "", sign = "", figures = "", close = "", suffix = ""] = match;
  if ((open === "") !== (close === "")) return { kind: "unreadable" };
  const unit = suffix === "" ? null : unitOf(foldWords(suffix));
  if (suffix !== "" && unit === null) return { kind: "unreadable" };
  const negative = sign === "-" || open === "(";
  return readFigures(figures.trim(), { negative, unit });
}

interface Around {
  readonly negative: boolean;
  readonly unit: Unit | null;
}

function readFigures(figures: string, around: Around): AmountText {
  const spaced = /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/.test(figures);
  const text = spaced ? figures.replace(/[ '’]/g, "") : figures;
  if (!/^\d+(?:[.,]\d+)*$/.test(text)) return { kind: "unreadable" };
  const separators = text.replace(/\d/g, "");
  if (separators === "") return written(text, "", { ...around, grouping: null });
  const last = separators.charAt(separators.length - 1);
  const sameSign = [...separators].every((sign) => sign === last);
  if (!sameSign) return readBothSigns(text, last, around);
  if (separators.length > 1) return readGroups(text, last, around);
  return spaced ? readDecimal(text, last, around) : readOneSign(text, last, around);
}

const groupingBy = (sign: string): Grouping => (sign === "." ? "dot" : "comma");
const otherGrouping = (sign: string): Grouping => (sign === "." ? "comma" : "dot");

function readGroups(text: string, sign: string, around: Around): AmountText {
  const groups = text.split(sign);
  const isGrouped = (groups[0]?.length ?? 9) <= 3 && groups.slice(1).every((group) => group.length === 3);
  if (!isGrouped) return { kind: "unreadable" };
  return written(groups.join(""), "", { ...around, grouping: groupingBy(sign) });
}

function readDecimal(text: string, sign: string, around: Around): AmountText {
  const [whole = "", fraction = ""] = text.split(sign);
  return written(whole, fraction, { ...around, grouping: otherGrouping(sign) });
}

function readBothSigns(text: string, decimalSign: string, around: Around): AmountText {
  const cut = text.lastIndexOf(decimalSign);
  if (text.indexOf(decimalSign) !== cut) return { kind: "unreadable" };
  const groups = text.slice(0, cut).split(/[.,]/);
  const isGrouped = (groups[0]?.length ?? 9) <= 3 && groups.slice(1).every((group) => group.length === 3);
  if (!isGrouped) return { kind: "unreadable" };
  return written(groups.join(""), text.slice(cut + 1), { ...around, grouping: otherGrouping(decimalSign) });
}

/** One sign and three digits behind it: "1.500" is 1500 or 1,5. With a unit word Vietnamese practice settles it. */
function readOneSign(text: string, sign: string, around: Around): AmountText {
  const [whole = "", fraction = ""] = text.split(sign);
  const canBeGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0");
  if (!canBeGroup) return readDecimal(text, sign, around);
  const grouped = written(whole + fraction, "", { ...around, grouping: groupingBy(sign) });
  const decimal = readDecimal(text, sign, around);
  if (around.unit !== null && around.unit !== "dong") return sign === "," ? decimal : grouped;
  if (around.unit === "dong") return grouped;
  if (grouped.kind !== "number" || decimal.kind !== "number") return { kind: "unreadable" };
  return { kind: "ambiguous", sign: groupingBy(sign), asThousands: grouped.number, asDecimal: decimal.number };
}

function written(whole: string, fraction: string, how: Around & { grouping: Grouping | null }): AmountText {
  const digits = Number(whole + fraction);
  if (!Number.isSafeInteger(digits)) return { kind: "unreadable" };
  const number = { digits: how.negative && digits > 0 ? -digits : digits, decimals: fraction.length, unit: how.unit };
  return { kind: "number", number, grouping: how.grouping };
}

/** An amount in đồng, and whether a fraction of a đồng had to be dropped to make it whole. */
export interface DongReading {
  readonly dong: number;
  readonly isWhole: boolean;
}

/**
 * A cell's number in its unit → whole đồng, scaled as text is, without binary noise ("8.58" tỷ is 8 580 000 000).
 * @returns null when the amount has more than 15 digits.
 */
export function toDong(value: number, unit: Unit): DongReading | null {
  const scaled = value * UNIT_DONG[unit];
  const dong = Math.round(scaled);
  if (!(Math.abs(dong) <= MAX_DONG)) return null;
  const noise = Math.max(1e-4, Math.abs(scaled) * 1e-14);
  return { dong: dong === 0 ? 0 : dong, isWhole: Math.abs(scaled - dong) <= noise };
}

/** As `toDong`, for a number written as text; exact. A unit in the text itself comes before the sheet's. */
export function writtenToDong(number: WrittenNumber, sheetUnit: Unit): DongReading | null {
  const power = Math.log10(UNIT_DONG[number.unit ?? sheetUnit]) - number.decimals;
  const scaled = power >= 0 ? number.digits * 10 ** Math.round(power) : number.digits / 10 ** Math.round(-power);
  const dong = Math.round(scaled);
  if (!(Math.abs(dong) <= MAX_DONG)) return null;
  return { dong: dong === 0 ? 0 : dong, isWhole: scaled === dong };
}

/** The number as a cell would hold it, in the sheet's unit. */
export function writtenToNumber(number: WrittenNumber, sheetUnit: Unit | null): number {
  const plain = Number(`${String(number.digits)}e-${String(number.decimals)}`);
  if (number.unit === null || sheetUnit === null || number.unit === sheetUnit) return plain;
  return Number((plain * (UNIT_DONG[number.unit] / UNIT_DONG[sheetUnit])).toPrecision(15));
}

/** Adds whole đồng. @returns null when the sum can't be kept exactly. */
export function sumDong(amounts: Iterable<number>): number | null {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return Number.isSafeInteger(sum) ? sum : null;
}

/** Đồng → the number a cell of that unit shows: 480 000 000, million → 480. */
export function inUnit(dong: number, unit: Unit): number {
  const value = dong / UNIT_DONG[unit];
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

export type Language = "vi" | "en";

const printers = new Map<Language, Intl.NumberFormat>();

/** 1234567.5 → "1.234.567,5" (vi), "1,234,567.5" (en). */
export function printNumber(value: number, language: Language): string {
  let printer = printers.get(language);
  if (!printer) {
    printer = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-US", { maximumFractionDigits: 9 });
    printers.set(language, printer);
  }
  return printer.format(value === 0 ? 0 : value);
}
