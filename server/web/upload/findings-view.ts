/** What was found, sheet by sheet, the gravest first; each warning with a field for its explanation. */
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { printCount } from "../../../addin/pane/kit/printing.ts";
import type { ToldFinding } from "../../../shared/api/findings.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Severity } from "../../../shared/finding.ts";
import { groupBy } from "../../../shared/group-by.ts";
import { capitalised, SEVERITY_NAMES } from "../../../shared/names.ts";
import { badge, type BadgeLook } from "../parts/badge.ts";
import { addressOf } from "../places.ts";
import { COMMON } from "../words.ts";
import { canExplain, isTooShort, LONGEST_TEXT, mustExplain, placeOf } from "./explaining.ts";
import type { UploadDesk } from "./upload-desk.ts";
import { FOUND } from "./words.ts";

/** The gravest first. */
const ORDER: readonly Severity[] = ["error", "ask", "warning", "info"];
const LOOKS: Readonly<Record<Severity, BadgeLook>> = { error: "error", ask: "ask", warning: "warning", info: "info" };
/** Of one sheet, before more is asked for: an officer mends from the top. */
const PORTION = 100;

export class FindingsView {
  readonly #desk: UploadDesk;
  #severity: Severity | null = null;
  readonly #portions = new Map<string, number>();
  /** Explanations being written, besides those that must be. */
  readonly #opened = new Set<string>();

  constructor(desk: UploadDesk) {
    this.#desk = desk;
  }

  render(findings: readonly ToldFinding[], round: Round): TemplateResult {
    const shown = this.#severity === null ? findings : findings.filter(({ severity }) => severity === this.#severity);
    return html`<section class="upload-found" aria-labelledby="upload-found-heading">
      <h2 id="upload-found-heading">${say(FOUND.heading)}</h2>
      ${findings.length === 0 ? html`<p>${say(FOUND.clean)}</p>` : this.#filter(findings)}
      ${[...groupBy(shown, ({ sheet }) => sheet)].map(([sheet, of]) => this.#sheet(sheet, of, round))}
    </section>`;
  }

  #filter(findings: readonly ToldFinding[]): TemplateResult {
    const ways = [null, ...ORDER.filter((severity) => findings.some((finding) => finding.severity === severity))];
    return html`<div class="upload-filter" role="group" aria-label=${say(FOUND.show)}>
      ${ways.map((severity) => {
        const count =
          severity === null ? findings.length : findings.filter((finding) => finding.severity === severity).length;
        const name = severity === null ? say(FOUND.all) : capitalised(say(SEVERITY_NAMES[severity]));
        return html`<button
          type="button"
          class="button plain"
          aria-pressed=${severity === this.#severity ? "true" : "false"}
          @click=${() => {
            this.#severity = severity;
            this.#desk.scope.redraw();
          }}
        >
          ${name} <span class="upload-count">${printCount(count)}</span>
        </button>`;
      })}
    </div>`;
  }

  #sheet(sheet: string, findings: readonly ToldFinding[], round: Round): TemplateResult {
    const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const portion = this.#portions.get(sheet) ?? PORTION;
    const left = sorted.length - portion;
    return html`<section class="upload-sheet">
      <h3>
        ${say(sheet === "" ? FOUND.workbook : FOUND.sheet(sheet))}
        <span class="quiet-text">${say(FOUND.count(findings.length))}</span>
      </h3>
      <ul>
        ${repeat(
          sorted.slice(0, portion),
          (finding) => placeOf(finding) + finding.message.vi,
          (finding) => this.#finding(finding, round),
        )}
      </ul>
      ${
        left > 0
          ? button({
              label: say(COMMON.more(left)),
              does: () => {
                this.#portions.set(sheet, portion + PORTION);
                this.#desk.scope.redraw();
              },
            })
          : nothing
      }
    </section>`;
  }

  #finding(finding: ToldFinding, round: Round): TemplateResult {
    return html`<li class="upload-finding ${finding.severity}">
      <p class="upload-finding-head">
        ${badge(LOOKS[finding.severity], capitalised(say(SEVERITY_NAMES[finding.severity])))} ${cellsOf(finding)}
        ${mustExplain(finding, round) ? badge("warning", say(FOUND.mustExplain)) : nothing}
        ${finding.fix?.safe ? badge("quiet", say(FOUND.isSafe)) : nothing}
        <a
          class="upload-why"
          href=${addressOf({ page: "rules", ruleId: finding.rule })}
          target="_blank"
          aria-label=${say(FOUND.whyOf(finding.rule))}
          >${say(FOUND.why)}</a
        >
      </p>
      <p>${say(finding.message)}</p>
      ${canExplain(finding) ? this.#explanation(finding, round) : nothing}
    </li>`;
  }

  #explanation(finding: ToldFinding, round: Round): TemplateResult {
    const { typed, scope } = this.#desk;
    const place = placeOf(finding);
    const text = typed[place] ?? "";
    const id = `explain-${encodeURIComponent(place)}`;
    const isOpen = text !== "" || this.#desk.isTyped(place) || this.#opened.has(place);
    if (!isOpen && !mustExplain(finding, round))
      return html`<div class="actions">
        ${button({
          label: say(FOUND.explain),
          icon: "comment",
          look: "quiet",
          does: () => {
            this.#opened.add(place);
            scope.redraw();
            focusWhenDrawn(id);
          },
        })}
      </div>`;
    const from = this.#desk.takenFrom(place);
    return field({
      id,
      label: say(FOUND.explain),
      kind: "area",
      value: text,
      hint: say(from === null ? FOUND.explainHint : FOUND.takenFrom(from)),
      fault: isTooShort(text) ? say(FOUND.tooShort) : null,
      maxLength: LONGEST_TEXT,
      type: (next) => this.#desk.type(place, next),
    });
  }
}

/** "PL1!G7, H7": the most likely cause first. */
export const cellsOf = ({ cells }: Pick<ToldFinding, "cells">): TemplateResult | typeof nothing =>
  cells.length === 0 ? nothing : html`<code>${shortCells(cells)}</code>`;

const MOST_CELLS = 8;
const shortCells = (cells: readonly string[]): string =>
  cells.length <= MOST_CELLS
    ? cells.join(", ")
    : `${cells.slice(0, MOST_CELLS).join(", ")}, … (${String(cells.length)})`;
