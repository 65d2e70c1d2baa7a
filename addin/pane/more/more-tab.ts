/** The tab for all else: forms, marks, language, when checks run, help. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Language } from "../../../shared/money.ts";
import { CORE_VERSION } from "../../../shared/version.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import type { PaneParts } from "../parts.ts";
import type { Templates } from "./templates.ts";
import {
  ABOUT,
  HELP,
  LANGUAGE,
  LAYERS,
  LAYERS_AUTOSAVE,
  LAYERS_LIVE,
  LAYERS_SAVING,
  LAYERS_SERVICE,
  MARKS,
  MARKS_SWITCH,
  MARKS_TRACE,
  MARKS_UNDO,
  VERSION,
} from "./words.ts";

export interface MoreTab {
  readonly templates: Templates;
  readonly help: string;
  readonly choose: (language: Language) => void;
}

export const moreTab = (parts: PaneParts, { templates, help, choose }: MoreTab): TemplateResult =>
  html`<div class="more-tab">
    ${templates.render(parts)} ${marks(parts)}
    <section class="more-part">
      <h2 id="language">${say(LANGUAGE)}</h2>
      <div class="segments" role="group" aria-labelledby="language">
        ${LANGUAGES.map(
          ({ id, name }) =>
            html`<button
              type="button"
              class="segment"
              lang=${id}
              aria-pressed=${parts.view.state.language === id ? "true" : "false"}
              @click=${() => {
                choose(id);
              }}
            >
              ${name}
            </button>`,
        )}
      </div>
    </section>
    <section class="more-part">
      <h2>${say(LAYERS)}</h2>
      <ul class="plain-list">
        ${[LAYERS_SAVING, LAYERS_LIVE, LAYERS_AUTOSAVE, LAYERS_SERVICE].map((text) => html`<li>${say(text)}</li>`)}
      </ul>
    </section>
    <section class="more-part">
      <h2>${say(ABOUT)}</h2>
      <div class="actions">
        ${button({
          label: say(HELP),
          icon: "link",
          does: () => {
            parts.host.openLink(help);
          },
        })}
      </div>
      <p class="quiet-text">${say(VERSION, { version: CORE_VERSION })}</p>
    </section>
  </div>`;

const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "vi", name: "Tiếng Việt" },
  { id: "en", name: "English" },
];

const marks = ({ live, doing }: PaneParts): TemplateResult =>
  html`<section class="more-part">
    <h2>${say(MARKS)}</h2>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${live.state.marksShown}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) {
            const { checked } = target;
            void doing.run("marks", () => live.showMarks(checked));
          }
        }}
      /><span>${say(MARKS_SWITCH)}</span>
    </label>
    <p class="hint">${say(MARKS_TRACE)}</p>
    ${live.state.facts.keepsUndo ? nothing : html`<p class="hint">${say(MARKS_UNDO)}</p>`}
  </section>`;
