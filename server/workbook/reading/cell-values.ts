/** What a cell's `<v>` says, by the type the cell states (ECMA-376 part 1, 18.18.11). */
import type { CellValue } from "../../../shared/grid.ts";
import { parseDay } from "./iso-day.ts";
import type { NumberFormat } from "./number-formats.ts";
import { plainText, readText } from "./xml-text.ts";
import type { XmlTags } from "./xml-tags.ts";

export type CellType = "number" | "shared" | "text" | "inline" | "truth" | "error" | "day";

const LT = 0x3c;
const [ZERO, MOST_DIGITS] = [0x30, 15];
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?$/i;
const DAYS_FROM_1900_TO_1904 = 1462;

/** By its first letters, as no two begin alike. */
export function readType(tags: XmlTags): CellType {
  const from = tags.valueFrom("t");
  if (from < 0) return "number";
  switch (String.fromCharCode(tags.bytes[from] ?? 0)) {
    case "s":
      return tags.bytes[from + 1] === 0x74 ? "text" : "shared";
    case "i":
      return "inline";
    case "b":
      return "truth";
    case "e":
      return "error";
    case "d":
      return "day";
    default:
      return "number";
  }
}

/** Null when there is none, NaN for what is no number. */
function readNumber(tags: XmlTags): number | null {
  const { bytes, at: from } = tags;
  let number = 0;
  let at = from;
  for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
    number = number * 10 + digit;
    at++;
  }
  if (bytes[at] === LT && at > from && at - from <= MOST_DIGITS && bytes[at + 1] !== 0x21) {
    tags.at = at;
    return number;
  }
  const text = readText(tags).trim();
  if (text === "") return null;
  return NUMBER.test(text) ? Number(text) || 0 : NaN;
}

/** As Excel shows it: some writers store NaN or Infinity. Dates counted from 1904 are told as if counted from 1900. */
function numberShown(number: number | null, countsFrom1904: boolean): CellValue | null {
  if (number === null) return null;
  if (!Number.isFinite(number)) return "#NUM!";
  return countsFrom1904 ? number + DAYS_FROM_1900_TO_1904 : number;
}

/** Of one cell. */
export interface ValueKey {
  readonly type: CellType;
  readonly format: NumberFormat;
  readonly book: BookKey;
}

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
      return index === null ? null : book.texts[index];
    }
    case "text":
    case "inline":
      return plainText(readText(tags));
    case "truth": {
      const text = readText(tags).trim();
      return text === "" ? null : text === "1" || text.toLowerCase() === "true";
    }
    case "error":
      return plainText(readText(tags)).trim() || null;
    case "day": {
      const text = plainText(readText(tags)).trim();
      return text === "" ? null : (parseDay(text) ?? text);
    }
  }
}
