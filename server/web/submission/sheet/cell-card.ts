/** What is said of the cell that is chosen, and where more is written of it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { parseCellName, type GridCell } from "../../../../shared/grid.ts";
import type { CellPlace } from "./cell-place.ts";
import { commentField, commentItem } from "./comment-item.ts";
import { findingCard } from "./finding-item.ts";
import type { Mark } from "./marks.ts";
import type { PanelScope } from "./panel-scope.ts";
import { CELL } from "./words.ts";

export const CARD_HEADING = "cell-card-heading";

interface Chosen {
  readonly at: CellPlace;
  readonly mark: Mark | undefined;
  readonly cell: GridCell | undefined;
  /** As the sheet shows it. */
  readonly text: string;
}

export function cellCard(scope: PanelScope, { at, mark, cell, text }: Chosen): TemplateResult {
  const { findings = [], comments = [] } = mark ?? {};
  const isNothing = findings.length === 0 && comments.length === 0;
  return html`<section
    class="cell-card"
    aria-labelledby=${CARD_HEADING}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Escape") scope.backToSheet();
    }}
  >
    <header>
      <h2 id=${CARD_HEADING} tabindex="-1">
        ${at.cell === "" ? say(CELL.wholeSheet, { sheet: at.sheet }) : say(CELL.heading, { cell: at.cell })}
      </h2>
      ${button({ label: say(CELL.back), look: "quiet", does: scope.backToSheet })}
    </header>
    ${at.cell === "" ? nothing : holds(scope, { at, cell, text })}
    ${
      isNothing
        ? html`<p class="quiet-text">${say(CELL.nothing)}</p>`
        : html`<ul class="said">
            ${findings.map((finding) => findingCard(scope, finding))}
            ${comments.map((comment) => commentItem(scope, comment, false))}
          </ul>`
    }
    ${commentField(scope, at)}
  </section>`;
}

function holds(scope: PanelScope, { at, cell, text }: Omit<Chosen, "mark">): TemplateResult {
  const line = lineName(scope, at);
  return html`<dl class="holds">
    ${
      line === null
        ? nothing
        : html`<dt>${say(CELL.line)}</dt>
            <dd>${line}</dd>`
    }
    <dt>${say(CELL.value)}</dt>
    <dd class="held">${text === "" ? say(CELL.blank) : text}</dd>
    ${
      cell?.formula === undefined
        ? nothing
        : html`<dt>${say(CELL.formula)}</dt>
            <dd class="held">=${cell.formula}</dd>`
    }
  </dl>`;
}

/** Of the appendix's row, so that a figure is not read without what it is for. */
function lineName({ version }: PanelScope, { sheet, cell }: CellPlace): string | null {
  const row = parseCellName(cell)?.row;
  const found = version.appendices.find((appendix) => appendix.sheet === sheet)?.rows.find((one) => one.row === row);
  if (!found || found.name === "") return null;
  return found.number === "" ? found.name : `${found.number}. ${found.name}`;
}
