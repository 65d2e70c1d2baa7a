/** What forms are made of, beside the kit's fields. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { spinner } from "../../../addin/pane/kit/icons.ts";

/** The button that a form is sent by, also with Enter in one of its fields. */
export const sendButton = (label: string, isBusy: boolean): TemplateResult =>
  html`<button type="submit" class="button primary" aria-disabled=${isBusy ? "true" : "false"}>
    ${isBusy ? spinner() : nothing}<span>${label}</span>
  </button>`;

/** A form that sends itself nowhere. */
export const sent =
  (does: () => void) =>
  (event: Event): void => {
    event.preventDefault();
    does();
  };

export interface ChoiceOptions<T extends string> {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly label: string;
  readonly value: T;
  /** Value → what is read. */
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly choose: (value: T) => void;
  /** The label is for screen readers only. */
  readonly isLabelHidden?: boolean;
}

/** One of a few, in a list that opens. */
export const choice = <T extends string>({
  id,
  label,
  value,
  options,
  choose,
  isLabelHidden = false,
}: ChoiceOptions<T>): TemplateResult =>
  html`<div class="field">
    <label for=${id} class=${isLabelHidden ? "sr-only" : ""}>${label}</label>
    <select
      id=${id}
      .value=${live(value)}
      @change=${({ target }: Event) => {
        const chosen = options.find(([one]) => target instanceof HTMLSelectElement && one === target.value);
        if (chosen) choose(chosen[0]);
      }}
    >
      ${options.map(([one, name]) => html`<option value=${one} ?selected=${one === value}>${name}</option>`)}
    </select>
  </div>`;

export interface TickOptions {
  readonly label: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

export const tick = ({ label, isOn, set }: TickOptions): TemplateResult =>
  html`<label class="choice">
    <input
      type="checkbox"
      .checked=${live(isOn)}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) set(target.checked);
      }}
    />
    <span>${label}</span>
  </label>`;
