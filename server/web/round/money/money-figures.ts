/** The figures, their charts and their table, of one kind of money. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printAmount, printCount, printMoney } from "../../../../addin/pane/kit/printing.ts";
import { nameColumn } from "../../../../addin/pane/kit/field-names.ts";
import { statusLine } from "../../../../addin/pane/kit/status-line.ts";
import { facts } from "../../parts/facts.ts";
import {
  barsOf,
  chartHeightPx,
  MOST_BARS,
  organisationChart,
  printShare,
  sourceChart,
  TOP_BARS,
} from "./chart-specs.ts";
import { MoneyChart } from "./money-chart.ts";
import type { SumsAsked } from "./money-controls.ts";
import { addSplits, filledParts, moneyLines, type MoneyLine, type Part, type Sums } from "./money-split.ts";
import { MoneyTable, type ShownMoney } from "./money-table.ts";
import { MONEY, nameMeasure, PART_NAMES } from "./words.ts";

const MOST_NAMED = 5;

interface FiguresOptions {
  readonly roundId: string;
  readonly redraw: () => void;
  readonly press: (line: MoneyLine) => void;
}

interface Measured {
  readonly sums: Sums;
  readonly measure: string;
  readonly asked: SumsAsked;
  readonly nameOf: ShownMoney["nameOf"];
}

interface Lines {
  readonly sums: Sums;
  readonly measure: string;
  readonly lines: readonly MoneyLine[];
}

export class MoneyFigures {
  readonly #options: FiguresOptions;
  readonly #byOrganisation: MoneyChart;
  readonly #bySource: MoneyChart;
  readonly #table: MoneyTable;
  #isAll = false;
  #lines: Lines | null = null;

  constructor(options: FiguresOptions) {
    this.#options = options;
    this.#byOrganisation = new MoneyChart(options.redraw);
    this.#bySource = new MoneyChart(options.redraw);
    this.#table = new MoneyTable(options);
  }

  close(): void {
    this.#byOrganisation.close();
    this.#bySource.close();
    this.#table.close();
  }

  /** In the table, with the organisations whose money it is. */
  showLine(id: string): void {
    if (this.#lines) this.#table.show(id, this.#lines);
  }

  render({ sums, measure, asked, nameOf }: Measured): TemplateResult {
    const lines = this.#linesOf(sums, measure);
    const parts = filledParts(lines);
    const shown = { lines, parts, unit: sums.unit, level: asked.level, nameOf };
    return html`${figuresOf(sums, shown, measure)} ${notSaid(shown, measure)} ${notes(shown)}
      <div class="money-charts">${this.#sourceChart(shown, measure)} ${this.#organisationChart(shown, measure)}</div>
      ${this.#table.render(shown)}`;
  }

  /** Made once for an answer, however often it is drawn. */
  #linesOf(sums: Sums, measure: string): readonly MoneyLine[] {
    if (this.#lines?.sums !== sums || this.#lines.measure !== measure)
      this.#lines = { sums, measure, lines: moneyLines(sums, measure) };
    return this.#lines.lines;
  }

  #organisationChart(shown: ShownMoney, measure: string): TemplateResult {
    const { lines, parts, unit, level } = shown;
    const title = say(level === "province" ? MONEY.byProvince : MONEY.byOrganisation);
    const { drawn: bars, rest } = barsOf(lines, this.#isAll);
    const spec = organisationChart(bars, { parts, unit }, this.#options.press);
    const [first] = bars;
    const label = sayChart(
      `${title}, ${say(nameColumn(`${measure} total`))}`,
      first ? largest(first.name, first.split.totalDong, unit) : "",
    );
    return html`<figure class="money-figure">
      <figcaption>
        <h3>${title}</h3>
        ${legend(parts)}
      </figcaption>
      <div class="money-scroll" tabindex="0" role="region" aria-label=${say(MONEY.scrolled, { what: title })}>
        ${this.#byOrganisation.render(spec, { label, heightPx: chartHeightPx(bars.length) })}
      </div>
      <p class="hint">
        ${rest.length > 0 ? tellRest(lines, rest, unit) : nothing} ${say(MONEY.press)}
        ${this.#allSwitch(bars.length + rest.length)}
      </p>
    </figure>`;
  }

  #allSwitch(count: number): unknown {
    if (count <= TOP_BARS + 1) return nothing;
    if (count > MOST_BARS) return say(MONEY.tooMany, { count: TOP_BARS });
    return button({
      label: this.#isAll ? say(MONEY.showTop, { count: TOP_BARS }) : say(MONEY.showAll, { count: printCount(count) }),
      look: "quiet",
      does: () => {
        this.#isAll = !this.#isAll;
        this.#options.redraw();
      },
    });
  }

  #sourceChart({ lines, parts, unit }: ShownMoney, measure: string): TemplateResult {
    const split = addSplits(lines.map((line) => line.split));
    const drawn = parts.filter((part) => split.parts[part] > 0);
    const [first] = [...drawn].sort((a, b) => split.parts[b] - split.parts[a]);
    const title = say(MONEY.bySource);
    const gist = first ? largest(say(PART_NAMES[first]), split.parts[first], unit) : "";
    const label = sayChart(`${title}, ${say(nameColumn(`${measure} total`))}`, gist);
    return html`<figure class="money-figure">
      <figcaption><h3>${title}</h3></figcaption>
      ${this.#bySource.render(sourceChart(split, { parts: drawn, unit }), { label, heightPx: chartHeightPx(drawn.length) })}
    </figure>`;
  }
}

const largest = (name: string, dong: number | null, unit: Sums["unit"]): string =>
  `${name}, ${printMoney(dong ?? 0, unit)}`;

function tellRest(lines: readonly MoneyLine[], rest: readonly MoneyLine[], unit: Sums["unit"]): string {
  const sumDong = (some: readonly MoneyLine[]): number =>
    some.reduce((sum, { split }) => sum + (split.totalDong ?? 0), 0);
  return say(MONEY.others, {
    count: printCount(rest.length),
    amount: printMoney(sumDong(rest), unit),
    share: printShare(sumDong(rest), sumDong(lines)),
  });
}

const sayChart = (what: string, first: string): string => say(MONEY.chartSays, { what, first });

const legend = (parts: readonly Part[]): TemplateResult =>
  html`<ul class="money-legend">
    ${parts.map((part) => html`<li><span class="money-swatch ${part}" aria-hidden="true"></span>${say(PART_NAMES[part])}</li>`)}
  </ul>`;

function figuresOf({ versions, total, unit }: Sums, { lines, parts }: ShownMoney, measure: string): TemplateResult {
  const split = addSplits(lines.map((line) => line.split));
  const counted = versions - silentOf(lines).length;
  return facts([
    [
      say(MONEY.wholeOf(nameMeasure(measure))),
      html`<strong class="money-whole">${printMoney(split.totalDong ?? 0, unit)}</strong>`,
    ],
    ...parts.map((part) => [say(PART_NAMES[part]), printAmount(split.parts[part], unit)] as const),
    [say(MONEY.lineItems), printCount(total.lineItems)],
    [
      say(MONEY.versions),
      counted === versions
        ? printCount(versions)
        : say(MONEY.versionsOfAll, { count: printCount(counted), all: printCount(versions) }),
    ],
  ]);
}

/** Those whose submissions count, but say nothing of this money. */
const silentOf = (lines: readonly MoneyLine[]): readonly { readonly id: string; readonly line: MoneyLine }[] =>
  lines.flatMap((line) =>
    line.organisations.flatMap(({ id, split }) => (split.totalDong === null ? [{ id, line }] : [])),
  );

/** Who is missing from these figures, by name. */
function notSaid({ lines, level, nameOf }: ShownMoney, measure: string): unknown {
  const silent = silentOf(lines);
  if (silent.length === 0) return nothing;
  const names = silent.slice(0, MOST_NAMED).map(({ id, line }) => {
    const isOwnLine = level === "organisation" && line.organisations.length === 1;
    return isOwnLine ? line.name : (nameOf(id) ?? "…");
  });
  const text = MONEY.notSaid(names, { others: silent.length - names.length, money: nameMeasure(measure) });
  return statusLine({ kind: "info", text: say(text) });
}

/** What the bars don't show. */
function notes({ lines, unit }: ShownMoney): TemplateResult | typeof nothing {
  const exceeding = lines.filter(({ split }) => split.parts.unsourced < 0);
  const excess = exceeding.reduce((sum, { split }) => sum - split.parts.unsourced, 0);
  if (exceeding.length === 0) return nothing;
  return html`<p class="hint">
    ${say(MONEY.exceeded, { count: printCount(exceeding.length), amount: printMoney(excess, unit) })}
  </p>`;
}
