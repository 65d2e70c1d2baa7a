/** Numbers, money and times as the pane prints them, in its language. */
import { inUnit, printNumber, UNIT_NAMES, type Unit } from "../../../shared/money.ts";
import { language, say } from "./language.ts";
import { BLANK } from "./words.ts";

/** 74820 → "74.820" (vi), "74,820" (en). */
export const printCount = (count: number): string => printNumber(count, language());

/** 480 000 000 in million → "480". */
export const printAmount = (dong: number, unit: Unit): string => printNumber(inUnit(dong, unit), language());

/** 480 000 000 in million → "480 triệu đồng". */
export const printMoney = (dong: number, unit: Unit): string =>
  `${printAmount(dong, unit)} ${UNIT_NAMES[unit][language()]}`;

/** "+20", "−20", "0": the sign says which way, also where colours are not seen; a minus is not taken for a hyphen. */
export function printSigned(difference: number, print: (size: number) => string): string {
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
  return sign + print(Math.abs(difference));
}

/** Of amounts: 20 000 000 in million → "+20". */
export const printDifference = (dong: number, unit: Unit): string =>
  printSigned(dong, (size) => printAmount(size, unit));

const two = (figure: number): string => String(figure).padStart(2, "0");

/** "14:05" by the clock of this machine, which the officer sees beside it: for what has just happened here. */
export function printTime(at: number): string {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Such a number may be a year, which has no separators. */
const mayBeYear = (content: number): boolean => Number.isInteger(content) && content >= 1_900 && content <= 2_100;

/** What a cell holds, as it is shown beside what it would become; a blank one is said to be blank. */
export function printContent(content: string | number | boolean | null): string {
  if (content === null || content === "") return say(BLANK);
  if (typeof content === "number") return mayBeYear(content) ? String(content) : printNumber(content, language());
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return content;
}
