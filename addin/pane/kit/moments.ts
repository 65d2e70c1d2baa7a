/** Moments as people in Vietnam read them, whatever clock the machine keeps. */
import type { Bilingual } from "../../../shared/rule.ts";
import { onVietnamClock, toPaperTime, toVietnamTime } from "../../../shared/vietnam-time.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const NEAR_DAYS = 3;

/** Milliseconds since 1970, or ISO 8601. */
type Moment = number | string;

const toMs = (moment: Moment): number => (typeof moment === "number" ? moment : Date.parse(moment));
const toIso = (moment: Moment): string => new Date(toMs(moment)).toISOString();
/** Days of the calendar in Vietnam, counted from 1970. */
const dayOf = (moment: Moment): number => Math.floor(onVietnamClock(toIso(moment)).getTime() / DAY_MS);

/** "17:00 ngày 30/11/2026". */
export const tellMoment = (moment: Moment): Bilingual => ({
  vi: toPaperTime(toIso(moment)),
  en: toVietnamTime(toIso(moment)),
});

/** "14:05" today, with its date on another day. */
export function tellTime(moment: Moment, now: number): Bilingual {
  const whole = tellMoment(moment);
  if (dayOf(moment) !== dayOf(now)) return whole;
  const time = whole.vi.slice(0, "14:05".length);
  return { vi: time, en: time };
}

export interface TimeLeft {
  readonly told: Bilingual;
  readonly urgency: "far" | "near" | "past";
}

/** Days are days of the calendar in Vietnam: what ends tomorrow morning has one day left this evening. */
export function tellTimeLeft(deadline: string, now: number): TimeLeft {
  const end = toMs(deadline);
  const days = dayOf(end) - dayOf(now);
  if (end < now) return { told: tellOverdue(-days), urgency: "past" };
  if (days === 0) return { told: tellToday(end - now), urgency: "near" };
  const said = days === 1 ? { vi: "đến ngày mai", en: "until tomorrow" } : tellDays(days);
  return { told: said, urgency: days <= NEAR_DAYS ? "near" : "far" };
}

const tellDays = (days: number): Bilingual => ({ vi: `còn ${String(days)} ngày`, en: `${String(days)} days left` });

function tellToday(leftMs: number): Bilingual {
  const hours = Math.floor(leftMs / HOUR_MS);
  const minutes = Math.max(1, Math.floor(leftMs / MINUTE_MS));
  const en = hours > 0 ? count(hours, "hour") : count(minutes, "minute");
  const vi = hours > 0 ? `${String(hours)} giờ` : `${String(minutes)} phút`;
  return { vi: `hôm nay, còn ${vi}`, en: `today, ${en} left` };
}

const tellOverdue = (days: number): Bilingual =>
  days === 0
    ? { vi: "đã quá hạn hôm nay", en: "overdue since today" }
    : { vi: `đã quá hạn ${String(days)} ngày`, en: `overdue by ${count(days, "day")}` };

const count = (many: number, unit: string): string => `${String(many)} ${many === 1 ? unit : `${unit}s`}`;
