/** Above the list: how much of what, what is searched for, and by what it is grouped. */
import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Severity } from "../../../shared/finding.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { printCount } from "../kit/printing.ts";
import type { PaneParts } from "../parts.ts";
import { foldAhead } from "./filter.ts";
import { BY_GRAVITY } from "./gravity.ts";
import type { Shown } from "./shown.ts";
import { BY_RULE, BY_SHEET, FILTER, GROUPING, SEARCH, SEVERITY_MANY } from "./words.ts";

export const toolbar = (parts: PaneParts, shown: Shown): TemplateResult =>
  html`<div class="toolbar">
    ${chips(parts, shown)}
    <div class="toolbar-line">
      <label class="search">
        <span class="sr-only">${say(SEARCH)}</span>${icon("search")}
        <input
          type="search"
          placeholder=${say(SEARCH)}
          autocomplete="off"
          spellcheck="false"
          .value=${live(parts.view.state.search)}
          @focus=${() => {
            void foldAhead(shown.items, nextTask);
          }}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) parts.view.change({ search: target.value });
          }}
        />
      </label>
      <select
        aria-label=${say(GROUPING)}
        .value=${live(parts.view.state.grouping)}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement)
            parts.view.change({ grouping: target.value === "rule" ? "rule" : "sheet" });
        }}
      >
        <option value="sheet">${say(BY_SHEET)}</option>
        <option value="rule">${say(BY_RULE)}</option>
      </select>
    </div>
  </div>`;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const chips = ({ view }: PaneParts, { counts }: Shown): TemplateResult =>
  html`<div class="chips" role="group" aria-label=${say(FILTER)}>
    ${BY_GRAVITY.filter((severity) => counts[severity] > 0 || view.state.severities.includes(severity)).map(
      (severity) =>
        html`<button
          type="button"
          class="chip ${severity}"
          aria-pressed=${view.state.severities.includes(severity) ? "true" : "false"}
          @click=${() => {
            view.change({ severities: toggle(view.state.severities, severity) });
          }}
        >
          ${icon(severity)}${say(SEVERITY_MANY[severity])} <b>${printCount(counts[severity])}</b>
        </button>`,
    )}
  </div>`;

const toggle = (chosen: readonly Severity[], severity: Severity): readonly Severity[] =>
  chosen.includes(severity) ? chosen.filter((one) => one !== severity) : [...chosen, severity];
