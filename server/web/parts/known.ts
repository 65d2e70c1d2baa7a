/** What was asked for: on its way, there, or in trouble, with a way to ask again. */
import { html, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { spinner } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Known } from "../page.ts";
import { COMMON, FRAME } from "../words.ts";

/** @param again asks once more */
export function showKnown<T>(known: Known<T>, again: () => void, show: (value: T) => TemplateResult): TemplateResult {
  switch (known.kind) {
    case "asking":
      return html`<p class="page-loading" role="status">${spinner()} ${say(FRAME.loading)}</p>`;
    case "trouble":
      return statusLine({
        kind: "error",
        text: say(known.told),
        isAlert: true,
        actions: button({ label: say(COMMON.again), icon: "refresh", does: again }),
      });
    case "known":
      return show(known.value);
  }
}
