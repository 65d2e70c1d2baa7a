/** Days and times as the strict format spells them: "2026-11-22", "2026-11-22T08:30:00Z", "08:30:00". */

const SPELT =
  /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T|(?=\d{2}:))?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900, which never was: the days before it are one less. */
const FIRST_OF_MARCH = 61;

/** Null for no day of any calendar. */
function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || date.getUTCFullYear() !== year) return null;
  const days = (date.getTime() - DAY_ZERO) / DAY_MS;
  return days < FIRST_OF_MARCH ? days - 1 : days;
}

/** As the serial number Excel counts from 1900, its hours the part behind the point; null for any other text. A zone is not reckoned in. */
export function parseDay(text: string): number | null {
  const match = text === "" ? null : SPELT.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  const days = match[1] === undefined ? 0 : serialOf(year ?? 0, month ?? 0, day ?? 0);
  if (days === null || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) >= 60) return null;
  return days + ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400;
}
