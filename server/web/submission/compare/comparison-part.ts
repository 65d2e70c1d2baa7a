/** The differences between any two versions of a submission. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import type { VersionChanges } from "../../../../shared/compare-versions.ts";
import { UNIT_NAMES } from "../../../../shared/money.ts";
import type { Scope } from "../../page.ts";
import { choice, tick } from "../../parts/form.ts";
import { showKnown } from "../../parts/known.ts";
import { submissionPlace } from "../../places.ts";
import type { OpenSubmissionPart, ShownSubmission, SubmissionPart } from "../part.ts";
import { changeSummary } from "./change-summary.ts";
import { changeHeads, changeTables } from "./change-tables.ts";
import { countChanges, filterChanges, type ChangeFilter } from "./filtered-changes.ts";
import { KeptAnswer } from "./kept-answer.ts";
import { Paging } from "./paging.ts";
import { searchField } from "./search-field.ts";
import { totalsTable } from "./totals-table.ts";
import { versionPickers } from "./version-pickers.ts";
import { COMPARE, LINES } from "./words.ts";

const NO_FILTER: ChangeFilter = { isMoneyOnly: false, search: "", isLargestFirst: false };

class ComparisonPart implements SubmissionPart {
  readonly #scope: Scope;
  readonly #changes: KeptAnswer<VersionChanges>;
  readonly #paging: Paging;
  #shown: ShownSubmission;
  #filter = NO_FILTER;

  constructor(scope: Scope, shown: ShownSubmission) {
    this.#scope = scope;
    this.#changes = new KeptAnswer(scope);
    this.#paging = new Paging(scope.redraw);
    this.#shown = shown;
    this.show(shown);
  }

  show(shown: ShownSubmission): void {
    this.#shown = shown;
    const { version, place } = shown;
    const { roundId, organisationId } = place;
    const since = sinceOf(shown);
    if (since === null) return;
    const params = { roundId, organisationId, version };
    this.#changes.askAbout(`${String(since)}-${String(version)}`, (client) =>
      client.call("compareVersions", { params, query: { since } }),
    );
  }

  close(): void {
    this.#changes.close();
  }

  render(): TemplateResult {
    const since = sinceOf(this.#shown);
    return html`<section class="compare">
      <h2>${say(since === null ? COMPARE.heading : COMPARE.headingOf(this.#shown.version, since))}</h2>
      ${this.#content(since)}
    </section>`;
  }

  #content(since: number | null): TemplateResult {
    const { submission, version } = this.#shown;
    if (submission.versions.length < 2) return html`<p>${say(COMPARE.onlyOne)}</p>`;
    return html`${versionPickers(submission.versions, { version, since }, (chosen) => {
      const { roundId, organisationId } = this.#shown.place;
      this.#paging.reset();
      this.#scope.go(submissionPlace(roundId, organisationId, { ...chosen, view: "so-sanh" }));
    })}
    ${
      since === null
        ? html`<p>${say(COMPARE.firstVersion)}</p>`
        : showKnown(this.#changes.known, this.#changes.again, (changes) => this.#compared(changes, since))
    }`;
  }

  #compared(changes: VersionChanges, since: number): TemplateResult {
    const { version, round, place } = this.#shown;
    const all = countChanges(changes);
    if (all === 0)
      return html`${statusLine({ kind: "info", text: say(COMPARE.same) })}
        <p class="quiet-text">${say(COMPARE.unchanged(changes.unchanged))}</p>`;
    const { roundId, organisationId } = place;
    const { unit } = round;
    const lists = filterChanges(changes, this.#filter);
    const shown = countChanges(lists);
    return html`<p class="quiet-text">${say(LINES.unit(UNIT_NAMES[unit]))}</p>
      ${totalsTable(changes.totals, changeHeads({ version, since }), unit)} ${this.#tools()}
      <p class="quiet-text compare-count" role="status">${shown === all ? "" : say(COMPARE.shown(shown, all))}</p>
      ${changeSummary(lists, changes.unchanged)}
      ${
        shown === 0
          ? html`<p>${say(LINES.noneLeft)}</p>`
          : changeTables(lists, { roundId, organisationId, version, since, unit, paging: this.#paging })
      }`;
  }

  #tools(): TemplateResult {
    const { isMoneyOnly, search, isLargestFirst } = this.#filter;
    return html`<div class="compare-tools" role="search">
      ${choice({
        id: "compare-show",
        label: say(LINES.show),
        value: isMoneyOnly ? "money" : "all",
        options: [
          ["all", say(COMPARE.all)],
          ["money", say(COMPARE.moneyOnly)],
        ],
        choose: (value) => this.#set({ isMoneyOnly: value === "money" }),
      })}
      ${searchField({
        id: "compare-search",
        label: say(LINES.search),
        value: search,
        type: (text) => this.#set({ search: text }),
      })}
      ${tick({ label: say(LINES.largestFirst), isOn: isLargestFirst, set: (isOn) => this.#set({ isLargestFirst: isOn }) })}
    </div>`;
  }

  #set(change: Partial<ChangeFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#paging.reset();
    this.#scope.redraw();
  }
}

/** The earlier version: the address's, else the one before. Null where there is none. */
function sinceOf({ place, submission, version }: ShownSubmission): number | null {
  if (place.since !== null) return place.since;
  const earlier = submission.versions.map(({ number }) => number).filter((number) => number < version);
  return earlier.length === 0 ? null : Math.max(...earlier);
}

export const openComparisonPart: OpenSubmissionPart = (scope, shown) => new ComparisonPart(scope, shown);
