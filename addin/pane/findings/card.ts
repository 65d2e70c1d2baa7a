/** The card of the finding or comment that was chosen, or whose cell is selected. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Facts } from "../../../shared/finding.ts";
import { UNIT_NAMES, UNITS, type Unit } from "../../../shared/money.ts";
import { button } from "../kit/button.ts";
import { icon } from "../kit/icons.ts";
import { language, say } from "../kit/language.ts";
import { tellMoment } from "../kit/moments.ts";
import { printAmount, printCount } from "../kit/printing.ts";
import type { PaneParts } from "../parts.ts";
import { explanation } from "./card-explanation.ts";
import { mending } from "./card-mending.ts";
import { why } from "./card-why.ts";
import { labelOf, lookOf } from "./item-row.ts";
import type { CommentItem, FindingItem, Item } from "./items.ts";
import type { Shown } from "./shown.ts";
import { AMOUNTS, CARD, CELLS, CLOSE_CARD, COMMENT_BY, GO_TO, MORE_CELLS, RESOLVE, UNIT } from "./words.ts";

/** Of a finding with thousands of cells, the first lead there; the marks show all. */
const MOST_CELLS = 12;

export const card = (item: Item, parts: PaneParts, shown: Shown): TemplateResult =>
  html`<section class="card ${lookOf(item)}" aria-label=${say(CARD)}>
    <header class="card-head">
      <h2 class="item-label ${lookOf(item)}">${icon(lookOf(item))}${labelOf(item)}</h2>
      <span class="card-sheet">${item.sheet}</span>
      ${button({
        label: say(CLOSE_CARD),
        icon: "close",
        look: "quiet",
        isIconOnly: true,
        does: () => {
          parts.view.change({ selected: null });
        },
      })}
    </header>
    <div class="card-body" tabindex="0" role="group" aria-label=${say(CARD)}>
      <p class="card-text">${item.text}</p>
      ${cells(item, parts)} ${item.kind === "finding" ? findingBody(item, parts, shown) : commentBody(item, parts)}
    </div>
  </section>`;

const findingBody = ({ finding }: FindingItem, parts: PaneParts, shown: Shown): TemplateResult =>
  html`${amounts(finding.facts)} ${mending(finding, parts)} ${explanation(finding, parts, shown.explanationOf(finding))}
  ${why(finding.rule, parts)}`;

const commentBody = ({ comment }: CommentItem, { doing, sync }: PaneParts): TemplateResult =>
  html`<p class="quiet-text">
      ${say(COMMENT_BY, { name: comment.by.name, time: say(tellMoment(comment.at)), version: comment.version })}
    </p>
    <div class="actions">
      ${button({
        label: say(RESOLVE),
        icon: "tick",
        isBusy: doing.is(`resolve ${comment.id}`),
        does: () => {
          void doing.run(`resolve ${comment.id}`, async () => sync?.resolveComment(comment.id));
        },
      })}
    </div>`;

/** Cells lead to themselves; so does the plan's cell that a figure is held against. */
function cells(item: Item, { live }: PaneParts): TemplateResult | typeof nothing {
  const planCell = item.kind === "finding" ? item.finding.facts["planCell"] : null;
  const beside = typeof planCell === "string" ? splitAddress(planCell) : null;
  if (item.cells.length === 0 && !beside) return nothing;
  const lead = (sheet: string, cell: string, label: string): TemplateResult =>
    html`<button
      type="button"
      class="cell"
      aria-label=${say(GO_TO, { cell: label })}
      @click=${() => {
        void live.goTo(sheet, [cell]);
      }}
    >
      ${label}
    </button>`;
  const rest = item.cells.length - MOST_CELLS;
  return html`<div class="cells" role="group" aria-label=${say(CELLS)}>
    ${item.cells.slice(0, MOST_CELLS).map((cell) => lead(item.sheet, cell, cell))}${
      rest > 0 ? html`<span class="quiet-text">${say(MORE_CELLS, { count: printCount(rest) })}</span>` : nothing
    }${beside ? lead(beside.sheet, beside.cell, `${beside.sheet}!${beside.cell}`) : nothing}
  </div>`;
}

/** "Kế hoạch!B7" → its sheet and its cell. */
function splitAddress(address: string): { readonly sheet: string; readonly cell: string } | null {
  const at = address.lastIndexOf("!");
  if (at <= 0) return null;
  return { sheet: address.slice(0, at).replace(/^'|'$/g, "").replace(/''/g, "'"), cell: address.slice(at + 1) };
}

const AMOUNT_NAMES = ["printed", "sum", "plan", "difference"] as const;

const isUnit = (value: unknown): value is Unit => UNITS.some((unit) => unit === value);

/** The figures of the sentence under each other, where there are several to hold against each other. */
function amounts(facts: Facts): TemplateResult | typeof nothing {
  const unit = isUnit(facts["unit"]) ? facts["unit"] : null;
  const lines = AMOUNT_NAMES.flatMap((name) => {
    const dong = facts[`${name}Dong`];
    const figure = facts[name];
    if (typeof dong === "number" && unit) return [{ name, told: printAmount(dong, unit) }];
    return typeof figure === "number" ? [{ name, told: printCount(figure) }] : [];
  });
  if (lines.length < 2) return nothing;
  return html`<dl class="amounts">
    ${lines.map(
      ({ name, told }) =>
        html`<div class=${name}>
          <dt>${say(AMOUNTS[name])}</dt>
          <dd>${told}</dd>
        </div>`,
    )}${
      unit
        ? html`<div>
            <dt>${say(UNIT)}</dt>
            <dd>${UNIT_NAMES[unit][language()]}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}
