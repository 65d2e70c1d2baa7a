/** What a cell shows for what it holds, by its number format, in figures as they are written in the reader's language. */
import { language } from "../../../../addin/pane/kit/language.ts";
import type { GridCell } from "../../../../shared/grid.ts";

/** @param isFigure of a column of figures: their thousands are set apart even where the format does not ask for it */
export function cellText({ value, format = "General" }: GridCell, isFigure: boolean): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return format === "General" || format === "@"
    ? printer({ ...PLAIN, isGrouped: isFigure })(value)
    : byFormat(value, format);
}

interface Figures {
  readonly isGrouped: boolean;
  readonly fewest: number;
  readonly most: number;
}

const PLAIN: Figures = { isGrouped: false, fewest: 0, most: 9 };
const printers = new Map<string, Intl.NumberFormat>();

function printer({ isGrouped, fewest, most }: Figures): (value: number) => string {
  const key = `${language()} ${String(isGrouped)} ${String(fewest)} ${String(most)}`;
  let made = printers.get(key);
  if (!made) {
    made = new Intl.NumberFormat(language() === "vi" ? "vi-VN" : "en-US", {
      useGrouping: isGrouped,
      minimumFractionDigits: fewest,
      maximumFractionDigits: Math.max(fewest, most),
    });
    printers.set(key, made);
  }
  const print = made;
  return (value) => print.format(value === 0 ? 0 : value);
}

const QUOTED = /"([^"]*)"|\\(.)/g;
const MOST_DECIMALS = 15;

function byFormat(value: number, format: string): string {
  const [first = "", , zero] = format.split(";");
  const section = value === 0 && zero !== undefined ? zero : first;
  const bare = section.replace(/\[[^\]]*\]|[_*]./g, "").replace(QUOTED, "");
  if (/[dmyh]/i.test(bare) && !/[0#]/.test(bare)) return dateText(value, bare);
  // A zero shown as a dash.
  if (!/[0#?]/.test(bare)) return section.replace(/[_*]./g, "").replace(QUOTED, "$1$2").trim();
  const figures = /[0#?][0#?,. ]*/.exec(bare)?.[0] ?? "";
  const decimals = /\.([0#?]*)/.exec(figures)?.[1] ?? "";
  const scaled = value / 1000 ** (/(,+)$/.exec(figures.trim())?.[1]?.length ?? 0);
  const print = printer({
    isGrouped: /[0#?],[0#?]/.test(figures),
    fewest: Math.min(MOST_DECIMALS, decimals.replace(/[^0]/g, "").length),
    most: Math.min(MOST_DECIMALS, decimals.length),
  });
  return bare.includes("%") ? `${print(scaled * 100)}%` : print(scaled);
}

const DAY_MS = 86_400_000;
/** Excel counts days from here; before March 1900 it is a day off, which no plan needs. */
const FIRST_DAY_MS = Date.UTC(1899, 11, 30);
const two = (figure: number): string => String(figure).padStart(2, "0");

function dateText(serial: number, format: string): string {
  const moment = new Date(FIRST_DAY_MS + Math.round(serial * DAY_MS));
  if (Number.isNaN(moment.getTime())) return String(serial);
  const date = `${two(moment.getUTCDate())}/${two(moment.getUTCMonth() + 1)}/${String(moment.getUTCFullYear())}`;
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
  if (!/[dy]/i.test(format)) return time;
  return /h/i.test(format) ? `${date} ${time}` : date;
}
