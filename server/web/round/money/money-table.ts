/** The very figures of the charts: whose money, and from which source. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { copyText } from "../../../../addin/pane/kit/copy-text.ts";
import { icon } from "../../../../addin/pane/kit/icons.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printAmount, printCount, printSigned } from "../../../../addin/pane/kit/printing.ts";
import type { Unit } from "../../../../shared/money.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import { VirtualRows, type RowsInSight } from "../../parts/virtual-rows.ts";
import { addressOf, submissionPlace } from "../../places.ts";
import { moneySheet } from "./money-sheet.ts";
import { addSplits, type MoneyLine, type Part, type Split } from "./money-split.ts";
import { sorted, type Sorting, type SortKey } from "./sorting.ts";
import { MONEY, PART_NAMES } from "./words.ts";

interface MoneyTableOptions {
  readonly roundId: string;
  readonly redraw: () => void;
}

export interface ShownMoney {
  readonly lines: readonly MoneyLine[];
  readonly parts: readonly Part[];
  readonly unit: Unit;
  readonly level: "organisation" | "province";
  /** Of an organisation that submits; null until the names are there. */
  readonly nameOf: (organisationId: string) => string | null;
}

/** A line, or one of the organisations that its money is of. */
interface TableRow {
  readonly line: MoneyLine;
  readonly organisation: MoneyLine["organisations"][number] | null;
}

const ROW_PX = 33;
/** Of longer tables only what is in sight is in the page. */
const MOST_PRINTED = 400;

export class MoneyTable {
  readonly #options: MoneyTableOptions;
  readonly #rows: VirtualRows;
  #isOpen = false;
  #sorting: Sorting = { key: "total", isDescending: true };
  #opened: ReadonlySet<string> = new Set();
  #said: Bilingual | null = null;

  constructor(options: MoneyTableOptions) {
    this.#options = options;
    this.#rows = new VirtualRows({ estimate: () => ROW_PX, redraw: options.redraw });
  }

  close(): void {
    this.#rows.close();
  }

  /** Opens the table at a line, with the organisations it is made of. */
  show(id: string, { lines }: Pick<ShownMoney, "lines">): void {
    this.#isOpen = true;
    this.#opened = new Set([...this.#opened, id]);
    this.#options.redraw();
    const index = rowsOf(sorted(lines, this.#sorting), this.#opened).findIndex(({ line }) => line.id === id);
    requestAnimationFrame(() => this.#rows.show(index));
  }

  render(shown: ShownMoney): TemplateResult {
    const { lines } = shown;
    const isLong = lines.length > MOST_PRINTED;
    const title = say(MONEY.table, { count: printCount(lines.length) });
    return html`<section class="disclosure money-figures">
      <h3>
        <button
          type="button"
          class="disclosure-head"
          aria-expanded=${this.#isOpen ? "true" : "false"}
          aria-controls="money-table"
          @click=${() => {
            this.#isOpen = !this.#isOpen;
            this.#options.redraw();
          }}
        >
          ${icon("chevron")}<span>${title}</span>
        </button>
      </h3>
      <div id="money-table" class="disclosure-body ${this.#isOpen ? "" : "only-on-paper"}">
        ${isLong ? html`<p class="only-on-paper">${say(MONEY.notPrinted, { count: printCount(lines.length) })}</p>` : nothing}
        ${this.#isOpen || !isLong ? [this.#tools(shown), this.#table(shown, title)] : nothing}
      </div>
    </section>`;
  }

  #tools({ lines, parts }: ShownMoney): TemplateResult {
    const copy = async (): Promise<void> => {
      const isCopied = await copyText(moneySheet(sorted(lines, this.#sorting), parts));
      this.#said = isCopied ? MONEY.copied : MONEY.notCopied;
      this.#options.redraw();
    };
    return html`<div class="actions money-tools">
      ${button({ label: say(MONEY.copy), icon: "paste", describedBy: "money-copy-hint", does: () => void copy() })}
      <span class="hint" id="money-copy-hint">${say(MONEY.copyHint)}</span>
      <span role="status">${this.#said ? say(this.#said) : nothing}</span>
    </div>`;
  }

  #table(shown: ShownMoney, title: string): TemplateResult {
    const { lines, parts, level, unit } = shown;
    const rows = rowsOf(sorted(lines, this.#sorting), this.#opened);
    const inSight = this.#rows.inSight(rows.length);
    const name = say(level === "province" ? MONEY.provinceName : MONEY.name);
    return html`<div
      class="table-frame money-table"
      tabindex="0"
      role="region"
      aria-label=${title}
      ${this.#rows.scroller()}
    >
      <table class="table">
        <thead>
          <tr>
            ${this.#head("name", name)}${this.#head("lineItems", say(MONEY.lineItems))}
            ${this.#head("total", say(MONEY.total))} ${parts.map((part) => this.#head(part, say(PART_NAMES[part])))}
          </tr>
        </thead>
        <tbody>
          ${this.#spacer(inSight.above, parts)}
          ${rows.slice(inSight.first, inSight.last).map((row, index) => this.#row(row, inSight.first + index, shown))}
          ${this.#spacer(inSight.below, parts)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${say(MONEY.sum)}</th>
            ${figures(addSplits(lines.map(({ split }) => split)), parts, unit)}
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  #head(key: SortKey, name: string): TemplateResult {
    const isOwn = this.#sorting.key === key;
    const { isDescending } = this.#sorting;
    const sort = (): void => {
      this.#sorting = { key, isDescending: isOwn ? !isDescending : key !== "name" };
      this.#options.redraw();
    };
    const order = isOwn ? (isDescending ? "descending" : "ascending") : "none";
    return html`<th scope="col" class=${key === "name" ? "" : "figure"} aria-sort=${order}>
      <button type="button" class="money-sort" @click=${sort}>
        ${name}<span aria-hidden="true">${isOwn ? (isDescending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>`;
  }

  #spacer(heightPx: RowsInSight["above"], parts: readonly Part[]): unknown {
    if (heightPx <= 0) return nothing;
    return html`<tr class="spacer" aria-hidden="true">
      <td colspan=${parts.length + 3} .style=${`height:${String(heightPx)}px`}></td>
    </tr>`;
  }

  #row({ line, organisation }: TableRow, index: number, { parts, unit, nameOf }: ShownMoney): TemplateResult {
    const split = organisation?.split ?? line.split;
    const name = organisation ? this.#link(organisation.id, nameOf(organisation.id) ?? "…") : this.#lineName(line);
    return html`<tr data-index=${index} class=${organisation ? "money-part-row" : ""} ${this.#rows.row()}>
      <th scope="row">${name}</th>
      ${figures(split, parts, unit)}
    </tr>`;
  }

  #lineName({ id, name, organisations }: MoneyLine): unknown {
    const [only, ...others] = organisations;
    if (only && others.length === 0) return this.#link(only.id, name);
    const isOpen = this.#opened.has(id);
    const count = printCount(organisations.length);
    const toggle = (): void => {
      this.#opened = new Set(isOpen ? [...this.#opened].filter((one) => one !== id) : [...this.#opened, id]);
      this.#options.redraw();
    };
    return html`${name}
      <button
        type="button"
        class="money-open"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-label=${say(MONEY.openVersions, { name, count })}
        @click=${toggle}
      >
        ${icon("chevron")}<span>${say(MONEY.versionsOf, { count })}</span>
      </button>`;
  }

  #link(organisationId: string, name: string): TemplateResult {
    return html`<a href=${addressOf(submissionPlace(this.#options.roundId, organisationId))}>${name}</a>`;
  }
}

const rowsOf = (lines: readonly MoneyLine[], opened: ReadonlySet<string>): readonly TableRow[] =>
  lines.flatMap((line): TableRow[] => [
    { line, organisation: null },
    ...(opened.has(line.id) && line.organisations.length > 1
      ? line.organisations.map((organisation) => ({ line, organisation }))
      : []),
  ]);

const figures = ({ lineItems, totalDong, parts: amounts }: Split, parts: readonly Part[], unit: Unit): unknown[] => [
  html`<td class="figure">${printCount(lineItems)}</td>`,
  html`<td class="figure money-total">${totalDong === null ? "–" : printAmount(totalDong, unit)}</td>`,
  ...parts.map((part) => html`<td class="figure">${totalDong === null ? "–" : printPart(amounts[part], unit)}</td>`),
];

const printPart = (dong: number, unit: Unit): string =>
  dong < 0 ? printSigned(dong, (size) => printAmount(size, unit)) : printAmount(dong, unit);
