/** What a cell's `<v>` says, by the type the cell states (ECMA-376 part 1, 18.18.11). */
import type { CellValue } from "../../../shared/grid.ts";
import { parseDay } from "./iso-day.ts";
import type { NumberFormat } from "./number-formats.ts";
import { plainText, readText } from "./xml-text.ts";
import type { XmlTags } from "./xml-tags.ts";

export type CellType = "number" | "shared" | "text" | "inline" | "truth" | "error" | "day";

const [LT, SLASH] = [0x3c, 0x2f];
const [ZERO, MOST_DIGITS] = [0x30, 15];
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?$/i;
const DAYS_FROM_1900_TO_1904 = 1462;

const TYPES: ReadonlyMap<string, CellType> = new Map([
  ["n", "number"],
  ["s", "shared"],
  ["str", "text"],
  ["inlineStr", "inline"],
  ["b", "truth"],
  ["e", "error"],
  ["d", "day"],
]);

const [QUOTE, APOSTROPHE, SMALL_S] = [0x22, 0x27, 0x73];

/** Undefined for a type that is none. */
export function readType(tags: XmlTags): CellType | undefined {
  const from = tags.valueFrom("t");
  if (from < 0) return "number";
  const next = tags.bytes[from + 1];
  // Half of all cells.
  if (tags.bytes[from] === SMALL_S && (next === QUOTE || next === APOSTROPHE)) return "shared";
  return TYPES.get(tags.token("t") ?? "");
}

/** As some writers spell what is no number. */
const NO_NUMBER = /^[-+]?(?:nan|inf(?:inity)?|1\.#\w+)$/i;

/** Null when there is none, NaN for what Excel shows as an error, and what is said where that is no number at all. */
function readNumber(tags: XmlTags): number | string | null {
  const { bytes, at: from } = tags;
  let number = 0;
  let at = from;
  for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
    number = number * 10 + digit;
    at++;
  }
  if (bytes[at] === LT && bytes[at + 1] === SLASH && at > from && at - from <= MOST_DIGITS) {
    tags.at = at;
    return number;
  }
  const text = readText(tags).trim();
  if (text === "") return null;
  if (NUMBER.test(text)) return Number(text) || 0;
  return NO_NUMBER.test(text) ? NaN : plainText(text);
}

/** As Excel shows it: some writers store NaN or Infinity. Dates counted from 1904 are told as if counted from 1900. */
function numberShown(number: number | string | null, countsFrom1904: boolean): CellValue | null {
  if (typeof number !== "number") return number;
  if (!Number.isFinite(number)) return "#NUM!";
  return countsFrom1904 ? number + DAYS_FROM_1900_TO_1904 : number;
}

/** Of one cell. */
export interface ValueKey {
  readonly type: CellType;
  readonly format: NumberFormat;
  readonly book: BookKey;
}

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["true", true],
  ["0", false],
  ["false", false],
]);

/** What all cells of a workbook refer to. */
export interface BookKey {
  readonly texts: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
  /** Dates count from 1904 instead of 1900, as in workbooks of old Macs. */
  readonly from1904: boolean;
}

/** Of the `<v>` told last, which is not empty. Null when nothing stands in it, undefined for a text that is not in the list. */
export function readValue(tags: XmlTags, { type, format, book }: ValueKey): CellValue | null | undefined {
  switch (type) {
    case "number":
      return numberShown(readNumber(tags), book.from1904 && format.namesDay);
    case "shared": {
      const index = readNumber(tags);
      return index === null ? null : typeof index === "number" ? book.texts[index] : undefined;
    }
    case "text":
    case "inline":
      return plainText(readText(tags));
    case "truth": {
      const text = readText(tags).trim();
      return TRUTHS.get(text.toLowerCase()) ?? (text === "" ? null : plainText(text));
    }
    case "error":
      return plainText(readText(tags)).trim() || null;
    case "day": {
      const text = plainText(readText(tags)).trim();
      return text === "" ? null : (parseDay(text) ?? text);
    }
  }
}
