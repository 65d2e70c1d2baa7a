/** All findings of the version, gravest first, of one severity or with certain words only. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { icon } from "../../../../addin/pane/kit/icons.ts";
import { language, say } from "../../../../addin/pane/kit/language.ts";
import type { ToldFinding } from "../../../../shared/api/findings.ts";
import type { Severity } from "../../../../shared/finding.ts";
import { capitalised, SEVERITY_NAMES } from "../../../../shared/names.ts";
import { fold } from "../../../../shared/text.ts";
import { COMMON } from "../../words.ts";
import { findingLine } from "./finding-item.ts";
import { GRAVITY } from "./marks.ts";
import type { PanelScope } from "./panel-scope.ts";
import { PANEL } from "./words.ts";

const PAGE = 60;
/** Fewer are found at a glance. */
const WORTH_SEARCHING = 8;

export class FindingList {
  /** Null: all. */
  #severity: Severity | null = null;
  #search = "";
  #limit = PAGE;

  render(scope: PanelScope): TemplateResult {
    const { findings } = scope.version;
    if (findings.length === 0) return html`<p class="quiet-text">${say(PANEL.noFindings)}</p>`;
    const found = this.#found(findings);
    const shown = found.slice(0, this.#limit);
    return html`${this.#filters(scope, findings)}
    ${found.length === 0 ? html`<p class="quiet-text">${say(PANEL.noMatch)}</p>` : nothing}
    ${GRAVITY.map((severity) => {
      const own = shown.filter((finding) => finding.severity === severity);
      return own.length === 0
        ? nothing
        : html`<h3>${capitalised(say(SEVERITY_NAMES[severity]))}</h3>
            <ul class="said">
              ${own.map((finding) => findingLine(scope, finding))}
            </ul>`;
    })}
    ${
      found.length > shown.length
        ? button({
            label: say(COMMON.more(found.length - shown.length)),
            does: () => {
              this.#limit += PAGE;
              scope.redraw();
            },
          })
        : nothing
    }`;
  }

  #found(findings: readonly ToldFinding[]): readonly ToldFinding[] {
    const words = fold(this.#search).split(" ");
    return GRAVITY.flatMap((severity) =>
      this.#severity !== null && this.#severity !== severity
        ? []
        : findings.filter((finding) => finding.severity === severity && hasWords(finding, words)),
    );
  }

  #filters(scope: PanelScope, findings: readonly ToldFinding[]): TemplateResult {
    const given = GRAVITY.filter((severity) => findings.some((finding) => finding.severity === severity));
    return html`${
      given.length < 2
        ? nothing
        : html`<div class="severities" role="group" aria-label=${say(PANEL.severities)}>
            ${given.map((severity) => this.#severityButton(scope, severity, findings))}
          </div>`
    }${findings.length < WORTH_SEARCHING ? nothing : this.#searchField(scope)}`;
  }

  #severityButton(scope: PanelScope, severity: Severity, findings: readonly ToldFinding[]): TemplateResult {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return html`<button
      type="button"
      class="severity ${severity}"
      aria-pressed=${this.#severity === severity ? "true" : "false"}
      @click=${() => {
        this.#severity = this.#severity === severity ? null : severity;
        this.#limit = PAGE;
        scope.redraw();
      }}
    >
      ${icon(severity)} ${count} ${say(SEVERITY_NAMES[severity])}
    </button>`;
  }

  #searchField(scope: PanelScope): TemplateResult {
    return html`<input
      type="search"
      aria-label=${say(PANEL.search)}
      placeholder=${say(PANEL.search)}
      .value=${this.#search}
      @input=${({ target }: Event) => {
        if (!(target instanceof HTMLInputElement)) return;
        this.#search = target.value;
        this.#limit = PAGE;
        scope.redraw();
      }}
    />`;
  }
}

/** Words are found without their marks: "tong" in "tổng". */
function hasWords({ message, sheet, cells, rule }: ToldFinding, words: readonly string[]): boolean {
  const text = fold(`${message[language()]} ${sheet} ${cells.join(" ")} ${rule}`);
  return words.every((word) => text.includes(word));
}
