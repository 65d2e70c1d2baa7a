/** A number as a cell shows it: the number formats of official sheets, with Vietnamese separators. */

interface Pattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly hasDigits: boolean;
  readonly isPercent: boolean;
  /** "#,##0,": shown in thousands. */
  readonly thousands: number;
  readonly write: (value: number) => string;
}

/** Colours, locales, room for a bracket, fill characters: nothing of them is shown here. */
const SILENT = /\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*./g;
const DATE = /[dmyhs]/i;

const patterns = new Map<string, readonly Pattern[]>();
const dates = new Map<string, boolean>();

/** "1.234.567,5"; what has no format is shown with at most ten digits, as in Excel. */
export function formatNumber(value: number, format: string): string {
  if (format === "General" || format === "@" || format === "") return general(value);
  if (isDateFormat(format)) return formatDate(value, format);
  const pattern = patternFor(value, format);
  if (!pattern) return general(value);
  if (!pattern.hasDigits) return (pattern.prefix + pattern.suffix).trim();
  const scaled = (Math.abs(value) * (pattern.isPercent ? 100 : 1)) / 1000 ** pattern.thousands;
  const written = pattern.write(scaled);
  const isSigned = value < 0 && sectionsOf(format).length < 2 && /[1-9]/.test(written);
  return (isSigned ? "-" : "") + (pattern.prefix + written + pattern.suffix).trim();
}

const GENERAL = new Intl.NumberFormat("vi-VN", { useGrouping: false, maximumSignificantDigits: 10 });

function general(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e11) return String(value);
  return size >= 1e11 ? value.toExponential(5).replace(".", ",").replace("e", "E") : GENERAL.format(value);
}

const sectionsOf = (format: string): readonly string[] => format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);

function patternFor(value: number, format: string): Pattern | undefined {
  const known = patterns.get(format) ?? sectionsOf(format).slice(0, 3).map(readPattern);
  patterns.set(format, known);
  const [positive, negative, zero] = known;
  if (value < 0) return negative ?? positive;
  return value === 0 ? (zero ?? positive) : positive;
}

function readPattern(section: string): Pattern {
  const plain = section.replace(SILENT, "$1");
  let prefix = "";
  let digits = "";
  let suffix = "";
  for (const token of plain.match(/"[^"]*"|\\.|[#0?]|[.,](?=[#0?.,]|\s*$|%)|[^]/g) ?? []) {
    if (/^[#0?.,]$/.test(token) && suffix === "") digits += token;
    else if (digits === "") prefix += literal(token);
    else suffix += literal(token);
  }
  const [whole = "", fraction = ""] = digits.split(".");
  const thousands = /,+$/.exec(fraction === "" ? whole : fraction)?.[0].length ?? 0;
  const writer = new Intl.NumberFormat("vi-VN", {
    useGrouping: /,[#0?]/.test(whole),
    minimumIntegerDigits: Math.max(1, whole.replace(/[^0]/g, "").length),
    minimumFractionDigits: fraction.replace(/[^0]/g, "").length,
    maximumFractionDigits: fraction.replace(/[^0#?]/g, "").length,
  });
  return {
    prefix,
    suffix,
    hasDigits: /[#0]/.test(digits),
    isPercent: plain.includes("%"),
    thousands,
    write: (value) => writer.format(value),
  };
}

const literal = (token: string): string => {
  if (token.startsWith('"')) return token.slice(1, -1);
  return token.startsWith("\\") ? token.slice(1) : token;
};

export function isDateFormat(format: string): boolean {
  const known = dates.get(format) ?? DATE.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").replace(/general/gi, ""));
  dates.set(format, known);
  return known;
}

const DAY_MS = 86_400_000;
/** Excel's serial of 1 January 1970. */
const EPOCH = 25_569;

function formatDate(serial: number, format: string): string {
  const date = new Date(Math.round((serial - EPOCH) * DAY_MS));
  if (Number.isNaN(date.getTime())) return general(serial);
  const two = (part: number): string => String(part).padStart(2, "0");
  const [section = ""] = sectionsOf(format);
  let isTime = false;
  return section.replace(/\[[^\]]*\]|_.|\*./g, "").replace(/"[^"]*"|\\.|y+|m+|d+|h+|s+/gi, (token) => {
    const name = token.toLowerCase();
    const isLong = name.length > 1;
    const say = (part: number): string => (isLong ? two(part) : String(part));
    if (name.startsWith("y")) return name.length > 2 ? String(date.getUTCFullYear()) : two(date.getUTCFullYear() % 100);
    if (name.startsWith("d")) return say(date.getUTCDate());
    if (name.startsWith("h")) {
      isTime = true;
      return say(date.getUTCHours());
    }
    if (name.startsWith("s")) return say(date.getUTCSeconds());
    if (name.startsWith("m")) return say(isTime ? date.getUTCMinutes() : date.getUTCMonth() + 1);
    return literal(token);
  });
}
