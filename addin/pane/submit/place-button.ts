/** A sentence that leads to the cell it speaks of. */
import { html, type TemplateResult } from "lit-html";
import type { Severity } from "../../../shared/finding.ts";
import { SEVERITY_NAMES } from "../../../shared/names.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import type { SubmitScope } from "./scope.ts";

export interface Placed {
  readonly severity: Severity;
  readonly sheet: string;
  readonly cells: readonly string[];
  readonly message: string;
}

/** Without a cell it only says. */
export function findingButton({ live }: SubmitScope, { severity, sheet, cells, message }: Placed): TemplateResult {
  const place = [sheet, cells[0]].filter((part) => part).join("!");
  const inside = html`<span class="submit-sign ${severity}">${icon(severity)}</span
    ><span class="sr-only">${say(SEVERITY_NAMES[severity])}:</span>
    <span class="submit-finding-text">${message} <span class="submit-cell">${place}</span></span>`;
  if (sheet === "" || cells.length === 0) return html`<div class="submit-finding">${inside}</div>`;
  return html`<button
    type="button"
    class="submit-finding"
    @click=${() => {
      void live.goTo(sheet, cells);
    }}
  >
    ${inside}
  </button>`;
}
