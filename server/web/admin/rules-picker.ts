/** The round's own severity for each rule, and which warnings have to be explained. */
import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type * as z from "zod";
import { say } from "../../../addin/pane/kit/language.ts";
import type { API } from "../../../shared/api.ts";
import type { Severity } from "../../../shared/finding.ts";
import { SEVERITY_NAMES } from "../../../shared/names.ts";
import { crashedRule } from "../../../shared/rules/crashed-rule.ts";
import { fold } from "../../../shared/text.ts";
import { tick } from "../parts/form.ts";
import { OFFERED, RULES } from "./round-words.ts";
import type { TypedTerms } from "./typed-terms.ts";

export type ListedRule = z.infer<(typeof API)["listRules"]["answer"]>["rules"][number];

interface PickerOptions {
  readonly redraw: () => void;
  readonly rules: readonly ListedRule[];
}

const isChanged = ({ id }: ListedRule, { severityOverrides, explainedRuleIds }: TypedTerms): boolean =>
  severityOverrides[id] !== undefined || explainedRuleIds.has(id);

export class RulesPicker {
  readonly #options: PickerOptions;
  #query = "";
  #isOnlyChanged = false;

  constructor(options: PickerOptions) {
    // Its severity is nobody's to choose.
    const rules = options.rules.filter(({ id }) => id !== crashedRule.id);
    this.#options = { ...options, rules };
  }

  /** @param change keeps what is chosen in these terms, and draws them anew */
  render(typed: TypedTerms, change: (changed: Partial<TypedTerms>) => void): TemplateResult {
    const { rules, redraw } = this.#options;
    const words = fold(this.#query.trim());
    const shown = rules.filter(
      (rule) =>
        (words === "" || fold(`${rule.id} ${say(rule.checks)}`).includes(words)) &&
        (!this.#isOnlyChanged || isChanged(rule, typed)),
    );
    const changed = rules.filter((rule) => isChanged(rule, typed)).length;
    return html`<p>${say(RULES.says)}</p>
      <div class="admin-tools">
        ${this.#search()}
        <p class="quiet-text" role="status">${say(RULES.changed(changed))}</p>
        ${tick({
          label: say(RULES.onlyChanged),
          isOn: this.#isOnlyChanged,
          set: (isOn) => {
            this.#isOnlyChanged = isOn;
            redraw();
          },
        })}
      </div>
      ${shown.length === 0 ? html`<p>${say(RULES.none)}</p>` : table(shown, typed, change)}`;
  }

  #search(): TemplateResult {
    return html`<div class="field">
      <label for="rules-search" class="sr-only">${say(RULES.search)}</label>
      <input
        id="rules-search"
        type="search"
        autocomplete="off"
        placeholder=${say(RULES.search)}
        .value=${this.#query}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#query = target.value;
          this.#options.redraw();
        }}
      />
    </div>`;
  }
}

type Change = (changed: Partial<TypedTerms>) => void;

const table = (rules: readonly ListedRule[], typed: TypedTerms, change: Change): TemplateResult =>
  html`<div class="table-frame severity-frame" tabindex="0" role="region" aria-label=${say(RULES.heading)}>
    <table class="table severity-table">
      <thead>
        <tr>
          ${RULES.columns.map((column) => html`<th scope="col">${say(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rules.map(
          (rule) =>
            html`<tr class=${isChanged(rule, typed) ? "is-changed" : ""}>
              <td>
                <div>${say(rule.checks)}</div>
                <code class="quiet-text">${rule.id}</code>
              </td>
              <td>${severityOf(rule, typed, change)}</td>
              <td>${explained(rule, typed, change)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

function severityOf({ id, severity }: ListedRule, { severityOverrides }: TypedTerms, change: Change): TemplateResult {
  const chosen = severityOverrides[id] ?? "";
  const choices: readonly (readonly [Severity | "off", string])[] = [
    ...OFFERED.map((one) => [one, say(SEVERITY_NAMES[one])] as const),
    ["off", say(RULES.off)],
  ];
  const choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const others = Object.fromEntries(Object.entries(severityOverrides).filter(([other]) => other !== id));
    const next = choices.find(([one]) => one === target.value);
    change({ severityOverrides: next ? { ...others, [id]: next[0] } : others });
  };
  return html`<select
    id="severity-${id}"
    aria-label=${say(RULES.severityOf(id))}
    .value=${live(chosen)}
    @change=${choose}
  >
    <option value="" ?selected=${chosen === ""}>${say(RULES.default(say(SEVERITY_NAMES[severity])))}</option>
    ${choices.map(([one, name]) => html`<option value=${one} ?selected=${one === chosen}>${name}</option>`)}
  </select>`;
}

const explained = ({ id }: ListedRule, { explainedRuleIds }: TypedTerms, change: Change): TemplateResult =>
  html`<input
    type="checkbox"
    aria-label=${say(RULES.explainOf(id))}
    .checked=${live(explainedRuleIds.has(id))}
    @change=${({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const next = new Set(explainedRuleIds);
      if (target.checked) next.add(id);
      else next.delete(id);
      change({ explainedRuleIds: next });
    }}
  />`;
