/** What a written value becomes, by Excel's rules for the English figures that its API speaks. */
import type { CellValue } from "../../shared/grid.ts";
import { invalidArgument } from "./host-error.ts";

export interface Written {
  readonly value: CellValue;
  readonly formula: string | null;
}

const NUMBER = /^\s*[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[-+]?\d+)?\s*(%?)\s*$/i;
const DAY = /^\s*(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?\s*$/;

const constant = (value: CellValue): Written => ({ value, formula: null });

/** A cell of the text format keeps everything as text, formulas too; a leading apostrophe does so anywhere. */
export function readWritten(input: unknown, format: string): Written {
  if (typeof input === "number" || typeof input === "boolean")
    return constant(format === "@" && typeof input === "number" ? String(input) : input);
  if (typeof input !== "string") throw invalidArgument(`no value for a cell: ${JSON.stringify(input)}`);
  if (input.startsWith("'")) return constant(input.slice(1));
  if (format === "@") return constant(input);
  if (input.startsWith("=") && input.length > 1) return { value: 0, formula: input };
  return constant(guess(input));
}

/** The guesses that turn a numbering "1.10" into 1.1 and "2/3" into a day in February. */
function guess(text: string): CellValue {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const number = NUMBER.exec(text);
  if (number && /\d/.test(text)) {
    const value = Number(text.replace(/[,%\s]/g, ""));
    return number[5] === "%" ? value / 100 : value;
  }
  const day = DAY.exec(text);
  return day ? (serialOf(day) ?? text) : text;
}

function serialOf([, month, day, year = "2026"]: RegExpExecArray): number | null {
  const fullYear = Number(year) + (year.length === 2 ? 2000 : 0);
  const time = Date.UTC(fullYear, Number(month) - 1, Number(day));
  const isDay = new Date(time).getUTCMonth() === Number(month) - 1;
  return isDay ? time / 86_400_000 + 25_569 : null;
}
