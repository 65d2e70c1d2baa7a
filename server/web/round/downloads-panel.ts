/** What of a round can be saved as files. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { API } from "../../../shared/api.ts";
import { addressOf as routeAddress } from "../../../shared/api/client.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import { FORM_IDS } from "../../../shared/appendix.ts";
import { formById } from "../../../shared/forms/index.ts";
import type { Scope } from "../page.ts";
import { downloadButton } from "../parts/download-button.ts";
import { oversees, ownsRound } from "./rights.ts";
import { DOWNLOADS } from "./words.ts";

export class DownloadsPanel {
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  render(round: Round): TemplateResult {
    const { me } = this.#scope;
    const params = { roundId: round.id };
    const formIds = round.formIds.length > 0 ? round.formIds : FORM_IDS;
    return html`<section class="card round-panel" id="round-downloads" aria-labelledby="downloads-heading">
      <h2 id="downloads-heading">${say(DOWNLOADS.heading)}</h2>
      ${
        oversees(me)
          ? html`<div class="round-download">
                ${this.#button(say(DOWNLOADS.findings), routeAddress(API.downloadFindings, { params }))}
                <span class="quiet-text">${say(DOWNLOADS.findingsSays)}</span>
              </div>
              ${
                ownsRound(me, round)
                  ? html`<div class="round-download">
                      ${this.#button(say(DOWNLOADS.archive), routeAddress(API.downloadArchive, { params }))}
                      <span class="quiet-text">${say(DOWNLOADS.archiveSays)}</span>
                    </div>`
                  : nothing
              }`
          : nothing
      }
      <h3>${say(DOWNLOADS.templates)}</h3>
      <div class="actions">
        ${formIds.map((formId) =>
          this.#button(
            say(formById(formId).title),
            routeAddress(API.downloadTemplate, { params: { formId }, query: params }),
          ),
        )}
      </div>
      ${oversees(me) ? html`<p class="hint">${say(DOWNLOADS.each)}</p>` : nothing}
    </section>`;
  }

  #button(label: string, path: string): TemplateResult {
    return downloadButton(this.#scope, { label, path });
  }
}
