/** The fields of a round's form, beside the pickers of organisations and rules. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";
import { button } from "../../../addin/pane/kit/button.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import type { Round, RoundTerms } from "../../../shared/api/rounds.ts";
import { forms } from "../../../shared/forms/index.ts";
import { UNIT_NAMES, UNITS } from "../../../shared/money.ts";
import { choice, tick } from "../parts/form.ts";
import { EDITOR } from "./round-words.ts";
import { deadlineFrom, type TermFaults, type TypedTerms } from "./typed-terms.ts";

export interface RoundFields {
  readonly typed: TypedTerms;
  readonly faults: TermFaults;
  readonly change: (changed: Partial<TypedTerms>) => void;
}

/** The field's id, by which a fault is gone to. */
export const fieldId = (term: keyof RoundTerms): string => (term === "deadline" ? "round-day" : `round-${term}`);

export const faultLine = (term: keyof RoundTerms, faults: TermFaults): TemplateResult | typeof nothing => {
  const fault = faults[term];
  return fault ? html`<p class="fault" id="${fieldId(term)}-fault">${say(fault)}</p>` : nothing;
};

export const nameAndYears = ({ typed, faults, change }: RoundFields): TemplateResult => {
  const line = (term: "name" | "fromYear" | "toYear", maxLength: number): TemplateResult =>
    field({
      id: fieldId(term),
      label: say(EDITOR[term]),
      value: typed[term],
      maxLength,
      isRequired: true,
      fault: faults[term] ? say(faults[term]) : null,
      ...(term === "name" ? { hint: say(EDITOR.nameHint) } : {}),
      type: (text) => change({ [term]: text }),
    });
  return html`<div class="fields round-about">${line("name", 200)} ${line("fromYear", 4)} ${line("toYear", 4)}</div>`;
};

export const deadline = ({ typed, faults, change }: RoundFields): TemplateResult => {
  const moment = deadlineFrom(typed);
  const described = `round-zone${faults.deadline ? " round-day-fault" : ""}`;
  const clock = (name: "day" | "time", type: "date" | "time"): TemplateResult =>
    html`<div class="field">
      <label for="round-${name}">${say(EDITOR[name])}</label>
      <input
        id="round-${name}"
        type=${type}
        required
        aria-invalid=${faults.deadline ? "true" : "false"}
        aria-describedby=${described}
        .value=${live(typed[name])}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) change({ [name]: target.value });
        }}
      />
    </div>`;
  return html`<fieldset>
    <legend class="label">${say(EDITOR.deadline)}</legend>
    <div class="fields clock">${clock("day", "date")} ${clock("time", "time")}</div>
    ${faultLine("deadline", faults)}
    <p class="hint" id="round-zone">
      ${moment === null ? nothing : html`<strong>${say(tellMoment(moment))}.</strong>`} ${say(EDITOR.zone)}
    </p>
  </fieldset>`;
};

export const formsAndUnit = ({ typed, faults, change }: RoundFields): TemplateResult =>
  html`<fieldset aria-describedby=${ifDefined(faults.formIds ? "round-formIds-fault" : undefined)}>
      <legend class="label">${say(EDITOR.forms)}</legend>
      <p class="hint">${say(EDITOR.formsHint)}</p>
      <div class="ticks">
        ${forms.map(({ id, title }) =>
          tick({
            label: say(title),
            isOn: typed.formIds.includes(id),
            set: (isOn) =>
              change({ formIds: isOn ? [...typed.formIds, id] : typed.formIds.filter((other) => other !== id) }),
          }),
        )}
      </div>
      ${faultLine("formIds", faults)}
    </fieldset>
    ${choice({
      id: fieldId("unit"),
      label: say(EDITOR.unit),
      value: typed.unit,
      options: UNITS.map((unit) => [unit, say(UNIT_NAMES[unit])] as const),
      choose: (unit) => change({ unit }),
    })}`;

export const signOff = ({ typed, change }: RoundFields): TemplateResult =>
  html`<fieldset>
    <legend class="label">${say(EDITOR.signOff)}</legend>
    ${tick({
      label: say(EDITOR.needsSignOff),
      isOn: typed.needsSignOff,
      set: (needsSignOff) => change({ needsSignOff }),
    })}
  </fieldset>`;

interface PreviousOptions extends RoundFields {
  /** Those that may be it. */
  readonly rounds: readonly Round[];
  /** Copies what that round asked; null where the terms stand already. */
  readonly takeOver: ((round: Round) => void) | null;
}

export function previousRound({ typed, faults, change, rounds, takeOver }: PreviousOptions): TemplateResult {
  const chosen = rounds.find(({ id }) => id === typed.previousRoundId);
  return html`${choice({
    id: fieldId("previousRoundId"),
    label: say(EDITOR.previous),
    value: typed.previousRoundId ?? "",
    options: [["", say(EDITOR.noPrevious)], ...rounds.map(({ id, name }) => [id, name] as const)],
    choose: (id) => change({ previousRoundId: id === "" ? null : id }),
  })}
  ${faultLine("previousRoundId", faults)}
  ${
    takeOver && chosen
      ? html`<div class="actions">${button({ label: say(EDITOR.takeOver), does: () => takeOver(chosen) })}</div>`
      : nothing
  }`;
}
