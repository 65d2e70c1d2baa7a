/** The head of the tab for checking: what was found and when, whether the file is saved, and the two buttons. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { LiveState } from "../../live/state.ts";
import { button } from "../kit/button.ts";
import { icon, spinner, type IconName } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import type { PaneParts } from "../parts.ts";
import { countSeverities } from "../findings/filter.ts";
import { memo } from "../memo.ts";
import { isBusy, sayCounts, sayWhen } from "./head-line.ts";
import { CHECK_AGAIN, CHECK_AND_SAVE, SAVE } from "./words.ts";

const countOnce = memo((report: LiveState["report"]) => countSeverities(report?.findings ?? []));

/** The gravest of what was found. */
function gravest({ report }: LiveState): IconName {
  const counts = countOnce(report);
  if (counts.error > 0) return "error";
  if (counts.ask > 0) return "ask";
  if (counts.warning > 0) return "warning";
  return report?.appendices.length === 0 ? "sheet" : "done";
}

export function headLine({ live, doing, view }: PaneParts): TemplateResult {
  const { state } = live;
  const look = gravest(state);
  const isAtWork = isBusy(state);
  return html`<section class="head">
    <div class="head-line">
      <span class="head-icon ${look}">${state.report && !isAtWork ? icon(look) : isAtWork ? spinner() : nothing}</span>
      <div>
        <p class="counts" role="status" aria-live="polite">${sayCounts(state)}</p>
        <p class="quiet-text">
          <span class="when">${sayWhen(state)}</span>${
            state.report ? html` · <span class="save-state ${state.save}">${say(SAVE[state.save])}</span>` : nothing
          }
        </p>
      </div>
    </div>
    <div class="actions">
      ${button({
        label: say(CHECK_AND_SAVE),
        icon: "save",
        look: "primary",
        isBusy: doing.is("check-and-save"),
        does: () => {
          view.change({ notice: null });
          void doing.run("check-and-save", () => live.checkAndSave());
        },
      })}
      ${button({
        label: say(CHECK_AGAIN),
        icon: "refresh",
        isBusy: doing.is("check"),
        does: () => {
          void doing.run("check", () => live.checkNow());
        },
      })}
    </div>
  </section>`;
}
