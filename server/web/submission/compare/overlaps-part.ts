/** Line items that look the same as another organisation's, side by side. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printAmount } from "../../../../addin/pane/kit/printing.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import type { API, Answer } from "../../../../shared/api.ts";
import { UNIT_NAMES } from "../../../../shared/money.ts";
import type { Scope } from "../../page.ts";
import { badge } from "../../parts/badge.ts";
import { showKnown } from "../../parts/known.ts";
import type { OpenSubmissionPart, ShownSubmission, SubmissionPart } from "../part.ts";
import { KeptAnswer } from "./kept-answer.ts";
import { cellAddress } from "./line-name.ts";
import { headRow, type TableHead } from "./list-table.ts";
import { Paging } from "./paging.ts";
import { LINES, OVERLAPS } from "./words.ts";

type Overlaps = Answer<(typeof API)["listOverlaps"]>;
type Group = Overlaps["overlaps"][number];
type Line = Group["lines"][number];

const HEADS: readonly TableHead[] = [
  { text: OVERLAPS.organisation },
  { text: LINES.name },
  { text: LINES.leadAgency },
  { text: LINES.period },
  { text: LINES.amount, isFigure: true },
];
const GROUPS = "overlaps";

class OverlapsPart implements SubmissionPart {
  readonly #overlaps: KeptAnswer<Overlaps>;
  readonly #paging: Paging;
  #shown: ShownSubmission;

  constructor(scope: Scope, shown: ShownSubmission) {
    this.#overlaps = new KeptAnswer(scope);
    this.#paging = new Paging(scope.redraw);
    this.#shown = shown;
    this.show(shown);
  }

  show(shown: ShownSubmission): void {
    this.#shown = shown;
    const { version, place } = shown;
    const params = { roundId: place.roundId, organisationId: place.organisationId, version };
    this.#overlaps.askAbout(String(version), (client) => client.call("listOverlaps", { params }));
  }

  close(): void {
    this.#overlaps.close();
  }

  render(): TemplateResult {
    return html`<section class="compare">
      <h2>${say(OVERLAPS.heading)}</h2>
      <p class="compare-says">${say(OVERLAPS.hint)}</p>
      ${showKnown(this.#overlaps.known, this.#overlaps.again, (found) => this.#found(found))}
    </section>`;
  }

  #found({ isComplete, overlaps }: Overlaps): TemplateResult {
    const { unit } = this.#shown.round;
    const groups = this.#paging.first(GROUPS, overlaps);
    return html`${isComplete ? nothing : statusLine({ kind: "warning", text: say(OVERLAPS.incomplete) })}
    ${
      overlaps.length === 0
        ? isComplete
          ? html`<p>${say(OVERLAPS.none)}</p>`
          : nothing
        : html`<p class="quiet-text">${say(OVERLAPS.count(overlaps.length))}. ${say(LINES.unit(UNIT_NAMES[unit]))}</p>
            <div class="compare-groups" id="overlap-groups" tabindex="-1">
              ${groups.map((group, index) => this.#group(group, index + 1))}
            </div>
            ${this.#paging.more(GROUPS, overlaps.length, "overlap-groups")}`
    }`;
  }

  #group({ likeness, lines }: Group, number: number): TemplateResult {
    const own = lines.filter(({ isOwn }) => isOwn);
    const others = lines.filter(({ isOwn }) => !isOwn);
    const name = (own[0] ?? others[0])?.name ?? "";
    return html`<section class="compare-list">
      <h3>${name} ${badge("ask", say(OVERLAPS[likeness]))}</h3>
      <div class="table-frame" tabindex="0" role="region" aria-label=${say(OVERLAPS.group(number, name))}>
        <table class="table compare-table of-overlaps">
          <thead>
            ${headRow(HEADS)}
          </thead>
          <tbody>
            ${[...own, ...others].map((line) => this.#line(line))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #line(line: Line): TemplateResult {
    const { place, round } = this.#shown;
    const { roundId } = place;
    const { organisationId, organisation, version, sheet, cell, isOwn, amountDong } = line;
    return html`<tr class=${isOwn ? "compare-own" : ""}>
      <th scope="row">
        <a href=${cellAddress({ roundId, organisationId, version }, `${sheet}!${cell}`)}>${organisation}</a>
        ${isOwn ? badge("info", say(OVERLAPS.own)) : nothing}
        <div class="quiet-text compare-section">${sheet}!${cell}</div>
      </th>
      <td class="compare-wide">${line.name}</td>
      <td class="compare-wide">${line.leadAgency}</td>
      <td>${line.period}</td>
      <td class="figure">${amountDong === null ? nothing : printAmount(amountDong, round.unit)}</td>
    </tr>`;
  }
}

export const openOverlapsPart: OpenSubmissionPart = (scope, shown) => new OverlapsPart(scope, shown);
