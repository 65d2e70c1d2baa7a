/** One finding: in the list with its place, in the cell's card with all that belongs to it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "../../../../addin/pane/kit/icons.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { printCount } from "../../../../addin/pane/kit/printing.ts";
import type { ToldFinding } from "../../../../shared/api/findings.ts";
import { capitalised, SEVERITY_NAMES } from "../../../../shared/names.ts";
import { addressOf } from "../../places.ts";
import { explanationOf } from "./marks.ts";
import type { PanelScope } from "./panel-scope.ts";
import { placeButton } from "./place-button.ts";
import { PANEL } from "./words.ts";

/** In the list: choosing it shows its cell. */
export function findingLine(scope: PanelScope, finding: ToldFinding): TemplateResult {
  const { severity, sheet, cells, message } = finding;
  const isExplained = explanationOf(finding, scope.version.explanations) !== null;
  return html`<li class="said-line ${severity}">
    ${icon(severity)}
    <div>
      ${placeButton(scope, { sheet, cell: cells[0] ?? "" })}${
        cells.length > 1
          ? html` <span class="quiet-text">${say(PANEL.others(printCount(cells.length - 1)))}</span>`
          : nothing
      }${isExplained ? html` <span class="badge quiet">${say(PANEL.hasExplanation)}</span>` : nothing}
      <p>${say(message)}</p>
    </div>
  </li>`;
}

/** In the card of a cell. */
export function findingCard(scope: PanelScope, finding: ToldFinding): TemplateResult {
  const { severity, rule, message } = finding;
  const explanation = explanationOf(finding, scope.version.explanations);
  return html`<li class="said-line ${severity}">
    ${icon(severity)}
    <div>
      <p class="label">${capitalised(say(SEVERITY_NAMES[severity]))}</p>
      <p>${say(message)}</p>
      ${
        explanation
          ? html`<p class="explanation"><span class="label">${say(PANEL.explained)}:</span> ${explanation.text}</p>`
          : nothing
      }
      <p class="quiet-text">${say(PANEL.rule)}: <a href=${addressOf({ page: "rules", ruleId: rule })}>${rule}</a></p>
    </div>
  </li>`;
}
