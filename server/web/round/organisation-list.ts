/** The organisations of a round as a table: sorted by any of its columns, searched, filtered; of thousands only those in sight are in the page. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";
import { UNIT_NAMES } from "../../../shared/money.ts";
import { VirtualRows, type RowsInSight } from "../parts/virtual-rows.ts";
import { AS_GIVEN, arrange, SORT_KEYS, type Arrangement, type SortKey } from "./arrange.ts";
import type { Filter } from "./counts.ts";
import { rowCells, type RowContext } from "./organisation-row.ts";
import { LIST, ROUND } from "./words.ts";

const ROW_PX = 41;
/** Beyond, the list scrolls within itself, so that what stands below it is not far away. */
const LONG_LIST = 24;
const COLUMNS = SORT_KEYS.length + 1;

const COLUMN_CLASSES: Readonly<Record<SortKey, string>> = {
  name: "at-name",
  state: "at-state",
  version: "at-version figure",
  submittedAt: "at-time",
  lineItems: "at-lines figure",
  errors: "at-errors figure",
  warnings: "at-warnings figure",
  totalDong: "at-total figure",
};
/** What is looked for first: the most, the latest. */
const DOWN_FIRST: ReadonlySet<SortKey> = new Set(["submittedAt", "lineItems", "errors", "warnings", "totalDong"]);

interface ShownList {
  readonly round: Round;
  readonly lines: readonly ProgressLine[];
  readonly now: number;
  readonly isFresh: (organisationId: string) => boolean;
  readonly reopen: ((line: ProgressLine) => void) | null;
  /** Every row is to be in the page. */
  readonly isPrinting: boolean;
}

export class OrganisationList {
  readonly #redraw: () => void;
  readonly #rows: VirtualRows;
  #asked: Arrangement = AS_GIVEN;
  #lines: readonly ProgressLine[] = [];
  #byId: ReadonlyMap<string, ProgressLine> = new Map();
  #largestDong = 0;
  #order: readonly string[] = [];
  #isPointedAt = false;
  #isOutOfOrder = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#rows = new VirtualRows({ estimate: () => ROW_PX, redraw });
  }

  get filter(): Filter {
    return this.#asked.filter;
  }

  readonly choose = (filter: Filter): void => {
    this.#ask({ filter });
  };

  close(): void {
    this.#rows.close();
  }

  render(shown: ShownList): TemplateResult {
    this.#take(shown.lines);
    const context: RowContext = { ...shown, largestDong: this.#largestDong };
    return html`<div class="round-tools">
        ${this.#searchField()}
        <p class="quiet-text" role="status">${say(LIST.shown(this.#order.length, shown.lines.length))}</p>
      </div>
      ${this.#order.length === 0 ? this.#nothingFound() : this.#table(context, shown.isPrinting)}`;
  }

  #ask(change: Partial<Arrangement>): void {
    this.#asked = { ...this.#asked, ...change };
    this.#order = arrange(this.#lines, this.#asked);
    this.#isOutOfOrder = false;
    this.#redraw();
  }

  /** Under the pointer nothing moves: the rows are put in order again when it is gone. */
  #take(lines: readonly ProgressLine[]): void {
    if (lines === this.#lines) return;
    const isSameSet =
      lines.length === this.#lines.length && lines.every(({ organisationId }) => this.#byId.has(organisationId));
    this.#lines = lines;
    this.#byId = new Map(lines.map((line) => [line.organisationId, line]));
    this.#largestDong = lines.reduce((most, { totalDong }) => Math.max(most, totalDong ?? 0), 0);
    if (this.#isPointedAt && isSameSet) this.#isOutOfOrder = true;
    else this.#order = arrange(lines, this.#asked);
  }

  readonly #point = (isPointedAt: boolean): void => {
    this.#isPointedAt = isPointedAt;
    if (!isPointedAt && this.#isOutOfOrder) this.#ask({});
  };

  #searchField(): TemplateResult {
    return html`<div class="field round-search">
      <label for="round-search">${say(LIST.search)}</label>
      <input
        id="round-search"
        type="search"
        autocomplete="off"
        placeholder=${say(LIST.searchHint)}
        .value=${live(this.#asked.search)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#ask({ search: target.value });
        }}
      />
    </div>`;
  }

  #nothingFound(): TemplateResult {
    this.#isPointedAt = false;
    return html`<p class="round-none">
      ${say(LIST.none)}
      ${button({
        label: say(LIST.showAll),
        look: "quiet",
        does: () => {
          this.#ask({ search: "", filter: "all" });
        },
      })}
    </p>`;
  }

  #table(context: RowContext, isPrinting: boolean): TemplateResult {
    const count = this.#order.length;
    const inSight: RowsInSight = isPrinting ? { first: 0, last: count, above: 0, below: 0 } : this.#rows.inSight(count);
    const ids = this.#order.slice(inSight.first, inSight.last);
    const isWhole = inSight.first === 0 && inSight.last === count;
    return html`${isWhole ? nothing : html`<p class="round-printed">${say(ROUND.printedPart(count))}</p>`}
      <div
        class="table-frame round-list ${count > LONG_LIST ? "is-long" : ""}"
        tabindex="0"
        role="region"
        aria-label=${say(LIST.label)}
        ${this.#rows.scroller()}
        @pointerenter=${() => {
          this.#point(true);
        }}
        @pointerleave=${() => {
          this.#point(false);
        }}
      >
        <table class="table" aria-rowcount=${count + 1}>
          <thead>
            <tr aria-rowindex="1">
              ${SORT_KEYS.map((key) => this.#header(key, context.round))}
              <th scope="col" class="at-notes">${say(LIST.notes)}</th>
            </tr>
          </thead>
          <tbody>
            ${spacer(inSight.above)}
            ${repeat(
              ids,
              (id) => id,
              (id, place) => this.#row(id, inSight.first + place, context),
            )}
            ${spacer(inSight.below)}
          </tbody>
        </table>
      </div>`;
  }

  #row(id: string, index: number, context: RowContext): TemplateResult | typeof nothing {
    const line = this.#byId.get(id);
    if (!line) return nothing;
    return html`<tr
      class=${context.isFresh(id) ? "is-fresh" : ""}
      data-index=${index}
      data-organisation=${id}
      aria-rowindex=${index + 2}
      ${this.#rows.row()}
    >
      ${rowCells(line, context)}
    </tr>`;
  }

  #header(key: SortKey, { unit }: Round): TemplateResult {
    const isChosen = this.#asked.by === key;
    const isDown = isChosen ? this.#asked.isDown : false;
    const name = key === "totalDong" ? say(LIST.total(UNIT_NAMES[unit])) : say(LIST[key]);
    return html`<th
      scope="col"
      class=${COLUMN_CLASSES[key]}
      aria-sort=${isChosen ? (isDown ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        class="round-sort"
        @click=${() => {
          this.#ask({ by: key, isDown: isChosen ? !isDown : DOWN_FIRST.has(key) });
        }}
      >
        ${name}<span class="round-arrow" aria-hidden="true">${isChosen ? (isDown ? "▼" : "▲") : ""}</span>
      </button>
    </th>`;
  }
}

const spacer = (px: number): TemplateResult | typeof nothing =>
  px === 0
    ? nothing
    : html`<tr class="spacer" aria-hidden="true">
        <td colspan=${COLUMNS} .style=${`height:${String(px)}px`}></td>
      </tr>`;
