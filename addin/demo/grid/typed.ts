/** What a Vietnamese Excel makes of what is typed or pasted, and what it puts into the editor of a cell. */
import type { CellValue } from "../../../shared/grid.ts";
import type { Cell } from "../../../test/host-sim/sheet.ts";
import { formatNumber, isDateFormat } from "./number-format.ts";

const NUMBER = /^([-+]?)(\d{1,3}(?:\.\d{3})+|\d+)?(?:,(\d*))?(%?)$/;
const DAY = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** "1.500" is 1500 and "12,5" twelve and a half; a cell of the text format keeps all of it as text. */
export function readTyped(input: string, format: string): CellValue {
  const text = input.trim();
  if (format === "@" || text.startsWith("'") || text === "") return input;
  if (text.startsWith("=")) return readFormula(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  return readNumber(text, format) ?? readDay(text) ?? asText(input);
}

/** What the simulator would guess to be a number by English rules, such as "12.5", is text to a Vietnamese Excel. */
const asText = (input: string): string => (/^[\s\d.,/%+-]+$/.test(input) ? `'${input}` : input);

function readNumber(text: string, format: string): number | null {
  const [, sign = "", whole = "", fraction = "", percent = ""] = NUMBER.exec(text) ?? [];
  if (whole + fraction === "") return null;
  const size = Number(`${whole.replace(/\./g, "") || "0"}.${fraction || "0"}`);
  const value = sign === "-" ? -size : size;
  return percent === "%" || format.includes("%") ? value / 100 : value;
}

function readDay(text: string): number | null {
  const [, day, month, year] = DAY.exec(text) ?? [];
  if (year === undefined) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isDay = new Date(time).getUTCMonth() === Number(month) - 1 && new Date(time).getUTCDate() === Number(day);
  return isDay ? time / 86_400_000 + 25_569 : null;
}

/** Written the Vietnamese way, its arguments stand between semicolons and its decimals behind a comma. */
function readFormula(text: string): string {
  const pieces = text.split(/("[^"]*")/);
  const isVietnamese = pieces.some((piece, index) => index % 2 === 0 && piece.includes(";"));
  if (!isVietnamese) return text;
  return pieces
    .map((piece, index) => (index % 2 === 0 ? piece.replace(/(\d),(\d)/g, "$1.$2").replace(/;/g, ",") : piece))
    .join("");
}

/** The formula, or the value with all its digits. */
export function editableText({ value, formula, format }: Cell): string {
  if (formula !== null) return formula;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return value;
  if (isDateFormat(format)) return formatNumber(value, "dd/mm/yyyy");
  if (format.includes("%")) return `${allDigits(value * 100)}%`;
  return allDigits(value);
}

const allDigits = (value: number): string => String(Number(value.toPrecision(15))).replace(".", ",");

/** The format that a cell without one takes from what is typed. */
export function formatTyped(input: string): string | null {
  const text = input.trim();
  if (readDay(text) !== null) return "dd/mm/yyyy";
  return NUMBER.exec(text)?.[4] === "%" ? "0%" : null;
}
