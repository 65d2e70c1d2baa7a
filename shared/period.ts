/** Periods as sheets write them: 2016, "2016 - 2020", "2019-\n2020", "Quý 4/2020", "2021-2025 và năm 2026". */
import { fold } from "./text.ts";

/** Months counted from year 0 (`year * 12 + month`, January = 0), both ends included. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** The end is written before the beginning. */
  readonly isReversed: boolean;
  /** Written as a range whose two years are the same: "2020-2020". */
  readonly isSameYearRange: boolean;
}

/** "open" is a period without a year, such as "hằng năm" (every year): right, but nothing can be compared with it. */
export type PeriodText = Period | "open" | "blank" | "unreadable";

/** Quarters that are none, years run together, letters typed for digits. */
const BROKEN =
  /(^|[^a-z])(quy|qui|q)\s*([05-9]|\d\d)\b|(^|[^\d])(1[3-9]|[2-9]\d)\s*[/.]\s*(19|20)\d\d|\/(1[3-9]|[2-9]\d)\/|(19|20)\d\d\s*-\s*(\d{3}|21\d\d)(?!\d)|\d{5,}|\d[ol]\d|[ol]\d\d|\d[ol](?![a-z])/;

const OPEN = /^(hang|hằng|thuong xuyen|hang nam|nhieu nam|lien tuc|dinh ky|theo |hang quy|trong nam|ca nam|cac nam)/;
const QUARTER =
  "(?:quy|qui|q)[.\\s]*(?:[1-4]|iv|i{1,3})(?:\\s*(?:[-,+&]|va|den)\\s*(?:(?:quy|qui)\\s*)?(?:[1-4]|iv|i{1,3}))*";
const MENTION = new RegExp(
  `(?<quarter>${QUARTER})\\s*[/.,-]?\\s*(?:nam\\s*)?(?<quarterYear>(?:19|20)\\d\\d)` +
    "|(?<day>[0-3]?\\d)\\s*[/.-]\\s*(?<dayMonth>[01]?\\d)\\s*[/.-]\\s*(?<dayYear>(?:19|20)\\d\\d)" +
    "|(?<isoYear>(?:19|20)\\d\\d)-(?<isoMonth>0[1-9]|1[0-2])(?:-[0-3]\\d)?(?!\\d)" +
    "|(?:thang\\s*(?<firstMonth>0?[1-9]|1[0-2])\\s*(?:-|den)\\s*(?:thang\\s*)?)?(?:thang\\s*)?(?<month>0?[1-9]|1[0-2])\\s*(?:[/.]|nam)\\s*(?<monthYear>(?:19|20)\\d\\d)" +
    "|(?<year>(?:19|20)\\d\\d)(?:\\s*[-/]\\s*(?<shortYear>\\d\\d)(?!\\d))?",
  "g",
);

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly isYear: boolean;
}

const ROMAN_QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const quarterNumber = (text: string): number => ROMAN_QUARTERS[text] ?? Number(text);

function mentionOf(match: RegExpMatchArray): readonly Mention[] {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  const place = { start, end: start + match[0].length };
  const { quarter, quarterYear, dayMonth, dayYear, isoYear, isoMonth, firstMonth, month, monthYear, year, shortYear } =
    groups;
  if (quarter && quarterYear) {
    const quarters = [...quarter.replace(/quy|qui|q|den|va/g, " ").matchAll(/iv|i{1,3}|[1-4]/g)].map(([q]) =>
      quarterNumber(q),
    );
    const first = Number(quarterYear) * 12 + (Math.min(...quarters) - 1) * 3;
    const last = Number(quarterYear) * 12 + Math.max(...quarters) * 3 - 1;
    return [{ ...place, from: first, to: last, isYear: false }];
  }
  if (dayMonth && dayYear) return [monthMention(Number(dayYear), Number(dayMonth), place)];
  if (isoYear && isoMonth) return [monthMention(Number(isoYear), Number(isoMonth), place)];
  if (month && monthYear) {
    const last = monthMention(Number(monthYear), Number(month), place);
    return firstMonth ? [monthMention(Number(monthYear), Number(firstMonth), place), last] : [last];
  }
  const whole = { ...place, from: Number(year) * 12, to: Number(year) * 12 + 11, isYear: true };
  if (!shortYear) return [whole];
  const last = (Math.floor(Number(year) / 100) * 100 + Number(shortYear)) * 12;
  return [whole, { ...place, from: last, to: last + 11, isYear: true }];
}

function monthMention(year: number, month: number, place: { start: number; end: number }): Mention {
  const at = year * 12 + Math.min(Math.max(month, 1), 12) - 1;
  return { ...place, from: at, to: at, isYear: false };
}

/** A sheet writes few different periods many times. */
const known = new Map<string, PeriodText>();
const MOST_KNOWN = 1_000;

/** Reads a period written as text or as a number (a year; a date serial is turned to text by the caller). */
export function readPeriod(value: string | number): PeriodText {
  if (typeof value === "number") return yearPeriod(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const period = readPeriodText(value);
  known.set(value, period);
  return period;
}

function readPeriodText(value: string): PeriodText {
  const line = fold(value);
  if (line === "" || /^[-.…]+$/.test(line)) return "blank";
  if (BROKEN.test(line)) return "unreadable";
  const text = line.replace(/(\d)\s*[÷~>]+\s*(\d)/g, "$1-$2");
  const mentions = [...text.matchAll(MENTION)].flatMap(mentionOf);
  const [first] = mentions;
  if (!first) return OPEN.test(line) ? "open" : "unreadable";
  const last = mentions[mentions.length - 1] ?? first;
  return {
    from: Math.min(...mentions.map((mention) => mention.from)),
    to: Math.max(...mentions.map((mention) => mention.to)),
    isReversed: isRangeReversed(text, mentions),
    isSameYearRange:
      mentions.length === 2 && first.isYear && last.isYear && isRange(text, first, last) && first.from === last.from,
  };
}

function yearPeriod(year: number): PeriodText {
  const isYear = Number.isInteger(year) && year >= 1900 && year < 2100;
  return isYear ? { from: year * 12, to: year * 12 + 11, isReversed: false, isSameYearRange: false } : "unreadable";
}

/** "2020-2022" and "từ 2020 đến 2022" are ranges; "2020, 2022" and "2020 và 2022" only lists. */
function isRange(text: string, first: Mention, second: Mention): boolean {
  if (first.start === second.start) return true;
  return /^\s*(-|den|toi|->)\s*(het\s*)?(nam|thang)?\s*$/.test(text.slice(first.end, second.start));
}

function isRangeReversed(text: string, mentions: readonly Mention[]): boolean {
  return mentions.some((second, index) => {
    const first = mentions[index - 1];
    return first !== undefined && isRange(text, first, second) && first.from > second.to;
  });
}

/** Whether two periods have a month in common; one that is not known may. */
export const mayOverlap = (a: Pick<Period, "from" | "to"> | null, b: Pick<Period, "from" | "to"> | null): boolean =>
  !a || !b || (a.from <= b.to && b.from <= a.to);

export const firstYear = (period: Period): number => Math.floor(period.from / 12);
export const lastYear = (period: Period): number => Math.floor(period.to / 12);

/** { 2021, 2025 } as "2021-2025"; one year as "2021". */
export function printYears(period: Pick<Period, "from" | "to">): string {
  const first = Math.floor(period.from / 12);
  const last = Math.floor(period.to / 12);
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}

/** An Excel date serial → the month it lies in, as "m/yyyy". */
export function serialToMonth(serial: number): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  return `${String(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`;
}
