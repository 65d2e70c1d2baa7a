/** "PL1!G12": leads to the cell in the sheet. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { CellPlace } from "./cell-place.ts";
import type { PanelScope } from "./panel-scope.ts";
import { CELL, PANEL } from "./words.ts";

export function tellPlace({ sheet, cell }: CellPlace, hasSheets: boolean): string {
  if (sheet === "") return say(CELL.whole);
  if (cell === "") return say(CELL.wholeSheet, { sheet });
  return hasSheets ? `${sheet}!${cell}` : cell;
}

/** A sheet as a whole is gone to as well; the submission as a whole is no place in it. */
export function placeButton({ version, choose }: PanelScope, at: CellPlace): TemplateResult {
  const told = tellPlace(at, version.sheets.length > 1);
  if (at.sheet === "") return html`<span class="label">${told}</span>`;
  return html`<button
    type="button"
    class="place-button"
    aria-label=${say(PANEL.at, { place: told })}
    @click=${() => choose(at)}
  >
    ${told}
  </button>`;
}
