/** What of a sheet is not drawn, and the button that shows it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { SHEET } from "./words.ts";

export function hiddenNotes(
  { hiddenRows, hiddenColumns, leftOut }: SheetLayout,
  { isShown, toggle }: { readonly isShown: boolean; readonly toggle: () => void },
): TemplateResult | typeof nothing {
  if (hiddenRows + hiddenColumns + leftOut === 0) return nothing;
  const hidden =
    hiddenRows + hiddenColumns > 0
      ? html`<span class="quiet-text">${say(SHEET.hiddenParts(hiddenRows, hiddenColumns))}</span>
          ${button({ label: say(isShown ? SHEET.hideHidden : SHEET.showHidden), look: "quiet", does: toggle })}`
      : nothing;
  return html`<div class="sheet-notes">
    ${hidden} ${leftOut > 0 ? html`<span class="quiet-text">${say(SHEET.leftOut(leftOut))}</span>` : nothing}
  </div>`;
}
