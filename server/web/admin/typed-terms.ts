/** A round's terms as they are being typed, and back again. Pure. */
import { LONGEST_PLAN_YEARS, type Round, type RoundTerms } from "../../../shared/api/rounds.ts";
import type { FormId } from "../../../shared/appendix.ts";
import type { Severity } from "../../../shared/finding.ts";
import type { Unit } from "../../../shared/money.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { endOfVietnamDay, onVietnamClock } from "../../../shared/vietnam-time.ts";
import { FAULTS } from "./round-words.ts";

/** What fields hold, however unfinished. */
export interface TypedTerms {
  name: string;
  fromYear: string;
  toYear: string;
  formIds: readonly FormId[];
  unit: Unit;
  /** "2026-11-30" in Vietnam; "" while it is not given. */
  day: string;
  /** "17:00" */
  time: string;
  expectedIds: ReadonlySet<string>;
  severityOverrides: Readonly<Record<string, Severity | "off">>;
  explainedRuleIds: ReadonlySet<string>;
  needsSignOff: boolean;
  previousRoundId: string | null;
}

/** Fields as they stand in the form: the deadline is one of them. */
export type TermFaults = Readonly<Partial<Record<keyof RoundTerms, Bilingual>>>;

/** What people in offices mean by "the end of the day". */
const END_OF_WORK = "17:00";
const END_OF_DAY = "23:59";

export const blankTerms = (year: number): TypedTerms => ({
  name: "",
  fromYear: String(year),
  toYear: String(year),
  formIds: [],
  unit: "million",
  day: "",
  time: END_OF_WORK,
  expectedIds: new Set(),
  severityOverrides: {},
  explainedRuleIds: new Set(),
  needsSignOff: false,
  previousRoundId: null,
});

export const typedFrom = (terms: RoundTerms): TypedTerms => ({
  ...terms,
  fromYear: String(terms.fromYear),
  toYear: String(terms.toYear),
  ...clockOf(terms.deadline),
  expectedIds: new Set(terms.expectedIds),
  explainedRuleIds: new Set(terms.explainedRuleIds),
});

function clockOf(at: string): Pick<TypedTerms, "day" | "time"> {
  const clock = onVietnamClock(at).toISOString();
  return { day: clock.slice(0, 10), time: clock.slice(11, 16) };
}

/** The moment in UTC; null where none is given. 23:59 is the whole of that minute: nothing comes between it and the next day. */
export function deadlineFrom({ day, time }: Pick<TypedTerms, "day" | "time">): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time)) return null;
  if (time.startsWith(END_OF_DAY)) return endOfVietnamDay(day);
  const ms = Date.parse(`${day}T${time.slice(0, 5)}:00+07:00`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const yearFrom = (text: string): number | null => {
  const year = /^\s*\d{4}\s*$/.test(text) ? Number(text) : 0;
  return year >= 1990 && year <= 2100 ? year : null;
};

type Reading = { readonly ok: true; readonly terms: RoundTerms } | { readonly ok: false; readonly faults: TermFaults };

/** @param before the round as it is kept: a deadline that nobody touched stays to the second, and may have passed */
export function readTerms(typed: TypedTerms, before: Round | null, now: number): Reading {
  const fromYear = yearFrom(typed.fromYear);
  const toYear = yearFrom(typed.toYear);
  const name = typed.name.trim();
  const kept = before ? clockOf(before.deadline) : null;
  const isKept = kept !== null && kept.day === typed.day && kept.time === typed.time;
  const deadline = isKept && before ? before.deadline : deadlineFrom(typed);
  const faults: TermFaults = {
    ...(name === "" ? { name: FAULTS.name } : {}),
    ...(fromYear === null ? { fromYear: FAULTS.year } : {}),
    ...yearsFault(fromYear, toYear),
    ...(deadline === null ? { deadline: FAULTS.deadline } : {}),
    ...(deadline !== null && !isKept && Date.parse(deadline) <= now ? { deadline: FAULTS.past } : {}),
  };
  if (fromYear === null || toYear === null || deadline === null || Object.keys(faults).length > 0)
    return { ok: false, faults };
  const { unit, severityOverrides, needsSignOff, previousRoundId } = typed;
  const terms: RoundTerms = {
    name,
    fromYear,
    toYear,
    formIds: [...typed.formIds],
    unit,
    deadline,
    expectedIds: [...typed.expectedIds].sort(),
    severityOverrides,
    explainedRuleIds: [...typed.explainedRuleIds].sort(),
    needsSignOff,
    previousRoundId,
  };
  return { ok: true, terms };
}

function yearsFault(fromYear: number | null, toYear: number | null): TermFaults {
  if (toYear === null) return { toYear: FAULTS.year };
  if (fromYear === null) return {};
  if (toYear < fromYear) return { toYear: FAULTS.order };
  return toYear - fromYear >= LONGEST_PLAN_YEARS ? { toYear: FAULTS.long } : {};
}
