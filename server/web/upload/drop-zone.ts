/** Where the file is dropped, or chosen with a button; and how far it is on its way. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { icon } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { UploadDesk } from "./upload-desk.ts";
import { FILE } from "./words.ts";

const INPUT = "upload-file";

/** @param isOver a file is held over the page */
export function dropZone(desk: UploadDesk, isOver: boolean): TemplateResult {
  const { step, file } = desk;
  return html`<section
    class="upload-drop ${isOver ? "over" : ""} ${file ? "small" : ""}"
    aria-labelledby="upload-drop-heading"
  >
    <h2 id="upload-drop-heading" class="sr-only">${say(FILE.heading)}</h2>
    <input
      id=${INPUT}
      type="file"
      hidden
      accept=".xlsx,.xlsm"
      @change=${({ target }: Event) => {
        if (!(target instanceof HTMLInputElement)) return;
        desk.take([...(target.files ?? [])]);
        // The same file, mended, may be chosen again.
        target.value = "";
      }}
    />
    ${step.kind === "sending" ? sending(step.name, step.part, desk.stopSending) : invitation(desk)}
    ${
      step.kind === "refused"
        ? statusLine({
            kind: "error",
            text: say(step.told),
            isAlert: true,
            actions: step.again ? button({ label: say(FILE.again), icon: "refresh", does: step.again }) : undefined,
          })
        : nothing
    }
    ${step.kind === "sending" || !file ? nothing : html`<p class="quiet-text">${say(FILE.replaces)}</p>`}
  </section>`;
}

function invitation({ file }: UploadDesk): TemplateResult {
  return html`<p class="upload-drop-name">
      ${icon("sheet")}<span>${file ? html`<strong>${file.name}</strong>` : say(FILE.drop)}</span>
    </p>
    <div class="actions">
      ${button({
        label: say(file ? FILE.chooseOther : FILE.choose),
        id: "upload-choose",
        ...(file ? {} : { look: "primary" as const }),
        does: () => document.getElementById(INPUT)?.click(),
      })}
    </div>
    ${file ? nothing : html`<p class="quiet-text">${say(FILE.says)}</p>`}`;
}

function sending(name: string, part: number, stop: () => void): TemplateResult {
  const percent = Math.floor(part * 100);
  return html`<p class="upload-drop-name" id="upload-sending">
      ${icon("sheet")}<span>${say(FILE.sending(name))}</span>
    </p>
    <progress class="upload-progress" max="100" .value=${percent} aria-labelledby="upload-sending"></progress>
    <p>${part < 1 ? say(FILE.sentPart(percent)) : html`<span role="status">${say(FILE.judging)}</span>`}</p>
    <div class="actions">${button({ label: say(FILE.cancel), does: stop })}</div>`;
}
