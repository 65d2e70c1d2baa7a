/** Days and times as the strict format spells them: "2026-11-22", "2026-11-22T08:30:00Z", "08:30:00". */

const SPELT =
  /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T|(?=\d{2}:))?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** As the serial number Excel counts from 1900, its hours the part behind the point; null for any other text. A zone is not reckoned in. */
export function parseDay(text: string): number | null {
  const match = text === "" ? null : SPELT.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = 0, minute = 0, second = 0] = match;
  const days = year === undefined ? 0 : (Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / DAY_MS;
  return days + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}
