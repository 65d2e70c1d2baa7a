/** The head line in words: what was found, when, on what occasion, and whether it still holds. */
import { SEVERITIES } from "../../../shared/finding.ts";
import type { Language } from "../../../shared/money.ts";
import { SEVERITY_NAMES } from "../../../shared/names.ts";
import type { LiveState } from "../../live/state.ts";
import { countSeverities } from "../findings/filter.ts";
import { language, say } from "../kit/language.ts";
import { printCount, printTime } from "../kit/printing.ts";
import { CHECKED, CHECKING, CHECKING_AGAIN, NEVER, NO_APPENDIX, NO_FAULTS, READING, STALE, STARTING } from "./words.ts";

type Told = Pick<LiveState, "phase" | "report" | "lastCheck" | "isStale" | "trouble">;

const plural = (name: string, count: number, spoken: Language): string =>
  spoken === "en" && count !== 1 ? `${name}s` : name;

/** "3 lỗi · 2 cảnh báo"; hints count only where there is nothing graver. */
export function sayCounts({ report }: Pick<LiveState, "report">): string {
  if (!report) return "";
  const counts = countSeverities(report.findings);
  const told = ["error", "ask", "warning"] as const;
  const parts = told.filter((severity) => counts[severity] > 0).map((severity) => sayCount(severity, counts[severity]));
  if (parts.length > 0) return parts.join(" · ");
  if (report.appendices.length === 0) return say(NO_APPENDIX);
  return counts.info > 0 ? `${say(NO_FAULTS)} · ${sayCount("info", counts.info)}` : say(NO_FAULTS);
}

const sayCount = (severity: (typeof SEVERITIES)[number], count: number): string =>
  `${printCount(count)} ${plural(say(SEVERITY_NAMES[severity]), count, language())}`;

/** "kiểm tra lúc 14:05 sau khi lưu", or that it no longer holds. */
export function sayWhen({ phase, report, lastCheck, isStale, trouble }: Told): string {
  if (!report)
    return trouble ? say(NEVER) : say(phase === "checking" ? CHECKING : phase === "reading" ? READING : STARTING);
  const time = lastCheck ? printTime(lastCheck.at) : "";
  // What Excel refuses to have read is not being checked, whatever has changed.
  if (isStale && trouble) return say(STALE, { time });
  if (isStale || phase !== "ready") return say(CHECKING_AGAIN);
  return lastCheck ? say(CHECKED[lastCheck.occasion], { time }) : "";
}

export const isBusy = ({ phase, isStale, trouble }: Told): boolean => (phase !== "ready" || isStale) && !trouble;
