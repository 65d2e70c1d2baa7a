/** The frame: tabs, bars, the tab that is open, and the dialog over it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { noticeBar, troubleBar } from "./bars.ts";
import { checkTab, type CheckTab } from "./findings/check-tab.ts";
import { mendAllDialog } from "./findings/mend-all.ts";
import { button } from "./kit/button.ts";
import { spinner } from "./kit/icons.ts";
import { say } from "./kit/language.ts";
import { statusLine } from "./kit/status-line.ts";
import { moreTab, type MoreTab } from "./more/more-tab.ts";
import type { PaneParts } from "./parts.ts";
import type { ServiceSide } from "./service-side.ts";
import { tabBar } from "./tabs.ts";
import { LOADING_SUBMIT, SUBMIT_FAILED, TRY_AGAIN } from "./words.ts";

export interface Tabs {
  readonly check: CheckTab;
  readonly more: MoreTab;
  readonly service: ServiceSide;
}

export const frame = (parts: PaneParts, tabs: Tabs): TemplateResult => {
  const { tab } = parts.view.state;
  return html`<div class="frame" ?inert=${parts.view.state.dialog !== null}>
      <header class="top">
        <h1 class="sr-only">Phụ Lục</h1>
        ${tabBar(parts.view)}
      </header>
      <div class="bars">${troubleBar(parts)}${noticeBar(parts)}</div>
      <main class="panel">
        <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="-1">
          ${tab === "check" ? checkTab(parts, tabs.check) : tab === "submit" ? submit(parts, tabs.service) : nothing}
          ${tab === "more" ? moreTab(parts, tabs.more) : nothing}
        </div>
      </main>
    </div>
    ${mendAllDialog(parts)}`;
};

function submit(parts: PaneParts, service: ServiceSide): TemplateResult {
  const { loaded } = service;
  if (loaded) return html`<div class="submit-tab">${loaded.part.submitTab({ ...parts, sync: loaded.sync })}</div>`;
  const again = button({
    label: say(TRY_AGAIN),
    icon: "refresh",
    does: () => {
      void service.load();
    },
  });
  return service.hasFailed
    ? statusLine({ kind: "error", text: say(SUBMIT_FAILED), actions: again })
    : html`<p class="waiting">${spinner()}${say(LOADING_SUBMIT)}</p>`;
}
