/** “Chèn mẫu biểu”: an official blank form, put into the workbook or opened beside it. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { FormId } from "../../../shared/appendix.ts";
import type { Host } from "../../host/port.ts";
import type { Trouble } from "../../host/troubles.ts";
import type { Sync } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import { statusLine } from "../kit/status-line.ts";
import type { PaneParts } from "../parts.ts";
import { sayTrouble } from "../bars.ts";
import type { Notice } from "../view-state.ts";
import type { FormTitle } from "./form-titles.ts";
import {
  CHOOSE_FORM,
  GO_SIGN_IN,
  INSERT,
  INSERTED,
  LOADING_FORMS,
  NO_TEMPLATE,
  OPEN_FORM,
  OPENED,
  TEMPLATES,
  TEMPLATES_INTRO,
  TEMPLATES_OPEN,
  TEMPLATES_SIGN_IN,
  TEMPLATES_UNDO,
} from "./words.ts";

export class Templates {
  #titles: readonly FormTitle[] | null = null;
  #isLoading = false;
  #form: FormId = "project-list-by-origin";
  /** What the last attempt came to. */
  #result: Notice | null = null;

  render(parts: PaneParts): TemplateResult {
    const { facts } = parts.live.state;
    return html`<section class="more-part">
      <h2>${say(TEMPLATES)}</h2>
      <p>${say(facts.insertsSheets ? TEMPLATES_INTRO : TEMPLATES_OPEN)}</p>
      ${parts.sync?.state.account.kind === "signed-in" ? this.#choice(parts, parts.sync) : signInFirst(parts)}
      ${
        this.#result
          ? statusLine({
              ...this.#result,
              dismiss: () => {
                this.#result = null;
                parts.redraw();
              },
            })
          : nothing
      }
    </section>`;
  }

  #choice(parts: PaneParts, sync: Sync): TemplateResult {
    const { facts } = parts.live.state;
    const titles = this.#titles;
    if (!titles) {
      void this.#load(parts);
      return html`<p class="quiet-text">${say(LOADING_FORMS)}</p>`;
    }
    return html`<div class="field">
        <label for="form">${say(CHOOSE_FORM)}</label>
        <select
          id="form"
          @change=${({ target }: Event) => {
            const chosen = titles.find(({ id }) => target instanceof HTMLSelectElement && id === target.value);
            if (chosen) this.#form = chosen.id;
          }}
        >
          ${titles.map(
            ({ id, title }) => html`<option value=${id} ?selected=${id === this.#form}>${say(title)}</option>`,
          )}
        </select>
      </div>
      ${facts.insertsSheets && !facts.keepsUndo ? html`<p class="hint">${say(TEMPLATES_UNDO)}</p>` : nothing}
      <div class="actions">
        ${button({
          label: say(facts.insertsSheets ? INSERT : OPEN_FORM),
          icon: "sheet",
          isBusy: parts.doing.is("template"),
          does: () => {
            void parts.doing.run("template", () => this.#put(parts, sync));
          },
        })}
      </div>`;
  }

  async #load({ redraw }: PaneParts): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#titles = (await import("./form-titles.ts")).formTitles;
      redraw();
    } catch {
      // Offline: tried again when the tab is drawn next.
    } finally {
      this.#isLoading = false;
    }
  }

  async #put({ host, live }: PaneParts, sync: Sync): Promise<void> {
    this.#result = null;
    const bytes = await sync.readTemplate(this.#form);
    if (!bytes) {
      this.#result = { kind: "error", text: say(NO_TEMPLATE) };
      return;
    }
    this.#result = live.state.facts.insertsSheets ? await insert(host, bytes) : await open(host, bytes);
  }
}

async function insert(host: Host, bytes: Uint8Array): Promise<Notice> {
  const inserted = await host.insertSheets(bytes);
  if (!inserted.ok) return refusal(inserted.trouble);
  const [first] = inserted.value;
  // Where Excel does not go there, the officer finds it by what is said.
  if (first !== undefined) await host.select(first, "A1");
  return { kind: "done", text: say(INSERTED) };
}

async function open(host: Host, bytes: Uint8Array): Promise<Notice> {
  const opened = await host.openWorkbook(bytes);
  return opened.ok ? { kind: "done", text: say(OPENED) } : refusal(opened.trouble);
}

const refusal = (trouble: Trouble): Notice => ({ kind: "error", text: sayTrouble(trouble) });

const signInFirst = ({ view }: PaneParts): TemplateResult =>
  html`<p class="hint">${say(TEMPLATES_SIGN_IN)}</p>
    <div class="actions">
      ${button({
        label: say(GO_SIGN_IN),
        does: () => {
          view.change({ tab: "submit" });
        },
      })}
    </div>`;
