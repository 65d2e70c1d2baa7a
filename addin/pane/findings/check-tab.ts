/** The tab for checking: bars, list, card and sums under each other. */
import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { headLine } from "../head/head.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import type { PaneParts } from "../parts.ts";
import { card } from "./card.ts";
import { clean, noAppendix } from "./clean.ts";
import type { FindingList } from "./finding-list.ts";
import { losses } from "./losses.ts";
import { mendAllButton } from "./mend-all.ts";
import type { Shown, ShownFindings } from "./shown.ts";
import { sums } from "./sums.ts";
import { toolbar } from "./toolbar.ts";
import { undoLine } from "./undo-line.ts";
import { CLEAR_FILTER, LIST, NOTHING_MATCHES } from "./words.ts";

export interface CheckTab {
  readonly list: FindingList;
  readonly shown: ShownFindings;
}

export function checkTab(parts: PaneParts, tab: CheckTab): TemplateResult {
  const { selected } = parts.view.state;
  const shown = tab.shown.of(parts);
  const chosen = shown.items.find(({ key }) => key === selected);
  const mendAll = mendAllButton(parts);
  return html`<div class="check-tab">
    <h2 class="sr-only">${say(LIST)}</h2>
    ${losses(parts)}${headLine(parts)} ${mendAll === nothing ? nothing : html`<div class="mend-all">${mendAll}</div>`}
    ${undoLine(parts)} ${middle(parts, tab, shown)} ${chosen ? keyed(chosen.key, card(chosen, parts, shown)) : nothing}
    ${sums(parts)}
  </div>`;
}

function middle(parts: PaneParts, { list }: CheckTab, shown: Shown): TemplateResult | typeof nothing {
  const { report } = parts.live.state;
  if (!report) return nothing;
  if (shown.items.length === 0)
    return html`<div class="list-place">
      ${report.appendices.length === 0 ? noAppendix(parts) : clean(report, parts)}
    </div>`;
  return html`${toolbar(parts, shown)}
    <div class="list-place">${shown.rows.length === 0 ? noMatch(parts) : list.render(parts, shown)}</div>`;
}

const noMatch = ({ view }: PaneParts): TemplateResult =>
  html`<div class="empty">
    <p>${say(NOTHING_MATCHES)}</p>
    ${button({
      label: say(CLEAR_FILTER),
      does: () => {
        view.change({ severities: [], search: "" });
      },
    })}
  </div>`;
