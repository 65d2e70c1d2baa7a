/** What we last mended, with the way back. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { DoneFix } from "../../live/state.ts";
import { button } from "../kit/button.ts";
import { icon } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { printCount } from "../kit/printing.ts";
import type { PaneParts } from "../parts.ts";
import { LAST_FIX, LAST_FIXES, LAST_PUT_BACK, UNDO } from "./words.ts";

export function undoLine({ live, doing, view }: PaneParts): TemplateResult | typeof nothing {
  const { done } = live.state;
  const last = done[done.length - 1];
  if (!last) return nothing;
  const told = sayDone(last);
  return html`<div class="undo-line">
    ${icon("done")}<span class="undo-text" title=${told}>${told}</span>
    ${button({
      label: say(UNDO),
      icon: "undo",
      look: "quiet",
      isBusy: doing.is("undo"),
      does: () => {
        view.change({ notice: null });
        void doing.run("undo", () => live.undo());
      },
    })}
  </div>`;
}

/** @returns nothing longer than the sentence of one finding */
export function sayDone({ messages, sheet }: DoneFix): string {
  const [only] = messages;
  if (only === undefined) return say(LAST_PUT_BACK, { sheet });
  return messages.length === 1
    ? say(LAST_FIX, { what: only })
    : say(LAST_FIXES, { count: printCount(messages.length), sheet });
}
