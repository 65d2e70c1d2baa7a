/** What differs between a round's terms and those it is to get, in words. */
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import type { RoundTerms } from "../../../shared/api/rounds.ts";
import { formById } from "../../../shared/forms/index.ts";
import { UNIT_NAMES } from "../../../shared/money.ts";
import { SEVERITY_NAMES } from "../../../shared/names.ts";
import { CHANGES, EDITOR, RULES, TERM_NAMES } from "./round-words.ts";

/** Ids of organisations and rounds → what people call them. */
type NameOf = (id: string) => string;

interface TermChange {
  readonly term: keyof RoundTerms;
  /** "hạn nộp: 17:00 ngày 30/11/2026 → 17:00 ngày 05/12/2026". */
  readonly told: string;
}

const MOST_NAMED = 5;

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/** In the order of the form. */
export function changesOf(before: RoundTerms, after: RoundTerms, nameOf: NameOf): readonly TermChange[] {
  const terms = Object.keys(TERM_NAMES) as (keyof RoundTerms)[];
  return terms.flatMap((term): TermChange[] => {
    const told = tell(term, { before, after, nameOf });
    return told === null ? [] : [{ term, told: `${say(TERM_NAMES[term])}: ${told}` }];
  });
}

interface Compared {
  readonly before: RoundTerms;
  readonly after: RoundTerms;
  readonly nameOf: NameOf;
}

function tell(term: keyof RoundTerms, { before, after, nameOf }: Compared): string | null {
  switch (term) {
    case "expectedIds":
    case "explainedRuleIds":
      return tellLists(before[term], after[term], term === "expectedIds" ? nameOf : (id) => id);
    case "severityOverrides":
      return tellSeverities(before.severityOverrides, after.severityOverrides);
    case "formIds":
      return sameList(before.formIds, after.formIds) ? null : arrow(forms(before), forms(after));
    default:
      return before[term] === after[term] ? null : arrow(one(term, before, nameOf), one(term, after, nameOf));
  }
}

const arrow = (from: string, to: string): string => `${from} → ${to}`;

const forms = ({ formIds }: RoundTerms): string =>
  formIds.length === 0 ? say(EDITOR.anyForm) : formIds.map((id) => say(formById(id).title)).join(", ");

function one(term: keyof RoundTerms, terms: RoundTerms, nameOf: NameOf): string {
  switch (term) {
    case "deadline":
      return say(tellMoment(terms.deadline));
    case "unit":
      return say(UNIT_NAMES[terms.unit]);
    case "needsSignOff":
      return say(terms.needsSignOff ? EDITOR.yes : EDITOR.no);
    case "previousRoundId":
      return terms.previousRoundId === null ? say(EDITOR.none) : nameOf(terms.previousRoundId);
    default:
      return String(terms[term]);
  }
}

function tellLists(before: readonly string[], after: readonly string[], nameOf: NameOf): string | null {
  const [old, next] = [new Set(before), new Set(after)];
  const added = after.filter((id) => !old.has(id));
  const dropped = before.filter((id) => !next.has(id));
  if (added.length + dropped.length === 0) return null;
  const parts = [
    ...(added.length > 0 ? [say(CHANGES.added(names(added, nameOf)))] : []),
    ...(dropped.length > 0 ? [say(CHANGES.dropped(names(dropped, nameOf)))] : []),
  ];
  return `${parts.join("; ")} (${printCount(before.length)} → ${printCount(after.length)})`;
}

function names(ids: readonly string[], nameOf: NameOf): string {
  const told = ids.slice(0, MOST_NAMED).map(nameOf).join(", ");
  return ids.length > MOST_NAMED ? `${told} ${say(CHANGES.andMore(ids.length - MOST_NAMED))}` : told;
}

type Overrides = RoundTerms["severityOverrides"];

function tellSeverities(before: Overrides, after: Overrides): string | null {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = ids.filter((id) => before[id] !== after[id]);
  const told = changed.map((id) => `${id} ${arrow(severity(before[id]), severity(after[id]))}`);
  return told.length === 0 ? null : told.join("; ");
}

const severity = (chosen: Overrides[string] | undefined): string => {
  if (chosen === undefined) return say(RULES.plainDefault);
  return say(chosen === "off" ? RULES.off : SEVERITY_NAMES[chosen]);
};
