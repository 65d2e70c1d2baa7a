/** What a round is, in the words of its page and of the list of rounds. */
import { html, nothing, type TemplateResult } from "lit-html";
import { language, say } from "../../../addin/pane/kit/language.ts";
import { tellMoment, tellTimeLeft } from "../../../addin/pane/kit/moments.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import { formById } from "../../../shared/forms/index.ts";
import { UNIT_NAMES } from "../../../shared/money.ts";
import { facts } from "../parts/facts.ts";
import { ROUND } from "./words.ts";

/** "2021–2025". */
const yearsOf = ({ fromYear, toYear }: Round): string =>
  fromYear === toYear ? String(fromYear) : `${String(fromYear)}–${String(toYear)}`;

/** When, and how long that is from now while it matters. */
function deadline({ deadline: at, state }: Round, now: number): TemplateResult {
  const { told, urgency } = tellTimeLeft(at, now);
  return html`${say(tellMoment(at))}${
    state === "open" ? html` · <span class="round-left is-${urgency}">${say(told)}</span>` : nothing
  }`;
}

interface FactOptions {
  readonly round: Round;
  /** Null while it is not known. */
  readonly ownerName: string | null;
  readonly now: number;
}

/** Enough to know it by. */
export const shortFacts = ({ round, ownerName, now }: FactOptions): TemplateResult =>
  facts([
    [say(ROUND.deadline), deadline(round, now)],
    [say(ROUND.years), yearsOf(round)],
    ownerName === null ? null : [say(ROUND.owner), ownerName],
  ]);

export const roundFacts = ({ round, ownerName, now }: FactOptions): TemplateResult =>
  facts([
    [say(ROUND.deadline), deadline(round, now)],
    [say(ROUND.years), yearsOf(round)],
    [say(ROUND.unit), UNIT_NAMES[round.unit][language()]],
    ownerName === null ? null : [say(ROUND.owner), ownerName],
    round.needsSignOff ? [say(ROUND.needsSignOff), say(ROUND.twoPeople)] : null,
    [say(ROUND.forms), formTitles(round)],
  ]);

const formTitles = ({ formIds }: Round): string =>
  formIds.length === 0 ? say(ROUND.anyForm) : formIds.map((id) => say(formById(id).title)).join("; ");
