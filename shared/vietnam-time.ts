/** Times as people in Vietnam read and type them. The service keeps UTC; Vietnam is seven hours ahead all year. */
const AHEAD_MS = 7 * 3_600_000;
const ISO_PARTS = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/;

/** A date whose UTC parts are the clock in Vietnam: Excel knows no time zones, so the clock time is what is written. */
export const onVietnamClock = (at: string): Date => new Date(Date.parse(at) + AHEAD_MS);

interface ClockParts {
  readonly day: string;
  readonly time: string;
}

function clockParts(at: string): ClockParts {
  const [, year = "", month = "", day = "", time = ""] = ISO_PARTS.exec(onVietnamClock(at).toISOString()) ?? [];
  return { day: `${day}/${month}/${year}`, time };
}

/** "31/12/2026 23:59", which reads the same in both languages. */
export function toVietnamTime(at: string): string {
  const { day, time } = clockParts(at);
  return `${day} ${time}`;
}

/** "23:59 ngày 31/12/2026", as official papers write it. */
export function toPaperTime(at: string): string {
  const { day, time } = clockParts(at);
  return `${time} ngày ${day}`;
}

/** "2026-12-31": a day in a name that is to be sorted. */
export const toVietnamDay = (at: string): string => onVietnamClock(at).toISOString().slice(0, "2026-12-31".length);

/** The last moment of a day in Vietnam, in UTC; null for what is no day. @param day "2026-12-31" */
export function endOfVietnamDay(day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // "2026-02-30" is read as a day in March by some and refused by others.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return null;
  return new Date(midnight + 86_400_000 - 1000 - AHEAD_MS).toISOString();
}
