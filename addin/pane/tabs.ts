/** The tabs at the top; the corner at their right is Excel's own menu's. */
import { html, type TemplateResult } from "lit-html";
import { icon, type IconName } from "./kit/icons.ts";
import { say } from "./kit/language.ts";
import { TABS, type Tab, type View } from "./view-state.ts";
import { TAB_NAMES, TABS_LABEL } from "./words.ts";

const ICONS: Readonly<Record<Tab, IconName>> = { check: "done", submit: "submit", more: "more" };

const KEYS: Readonly<Partial<Record<string, number>>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -TABS.length,
  End: TABS.length,
};

export const tabBar = (view: View): TemplateResult =>
  html`<div
    class="tabs"
    role="tablist"
    aria-label=${say(TABS_LABEL)}
    @keydown=${(event: KeyboardEvent) => {
      press(event, view);
    }}
  >
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          class="tab"
          role="tab"
          id="tab-${tab}"
          aria-controls="panel"
          aria-selected=${view.state.tab === tab ? "true" : "false"}
          tabindex=${view.state.tab === tab ? "0" : "-1"}
          @click=${() => {
            view.change({ tab });
          }}
        >
          ${icon(ICONS[tab])}<span>${say(TAB_NAMES[tab])}</span>
        </button>`,
    )}
  </div>`;

function press(event: KeyboardEvent, view: View): void {
  const step = KEYS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = Math.min(TABS.length - 1, Math.max(0, TABS.indexOf(view.state.tab) + step));
  const tab = TABS[at] ?? "check";
  view.change({ tab });
  document.getElementById(`tab-${tab}`)?.focus();
}
