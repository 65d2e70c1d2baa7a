/** Beside the findings: what keeps the file from being submitted, what the service remarks, what it adds up to, and the buttons. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import { API } from "../../../shared/api.ts";
import { addressOf } from "../../../shared/api/client.ts";
import { sayStops } from "../../../shared/api/stops.ts";
import { formById } from "../../../shared/forms/index.ts";
import { downloadButton } from "../parts/download-button.ts";
import { stopsOf, type Stops } from "./explaining.ts";
import { outcomeView } from "./outcome-view.ts";
import type { SentFile } from "./sent-file.ts";
import { sumsView } from "./sums-view.ts";
import type { OwnRound, UploadDesk } from "./upload-desk.ts";
import { SUMMARY, UPLOAD } from "./words.ts";

export function summaryView(desk: UploadDesk, file: SentFile, { round, submission }: OwnRound): TemplateResult {
  const stops = stopsOf(file, desk.typed, round);
  const isLocked = submission?.isLocked ?? false;
  return html`<section class="card upload-summary" aria-labelledby="upload-summary-heading">
    <h2 id="upload-summary-heading" tabindex="-1">${say(SUMMARY.heading)}</h2>
    <p class="quiet-text">${say(SUMMARY.contents(file.appendices, file.lineItems))}</p>
    ${stopsView(stops)} ${remarksView(file)} ${copiesView(desk, file)}
    ${isLocked ? nothing : submitView(desk, stops, round.needsSignOff)} ${outcomeView(desk)}
    ${sumsView(file, round.unit)}
  </section>`;
}

function stopsView({ counts, noAppendix, isStopped }: Stops): TemplateResult {
  const text = noAppendix
    ? say(SUMMARY.noAppendix)
    : isStopped
      ? say(SUMMARY.stopped(sayStops(counts)))
      : say(SUMMARY.nothingStops);
  return html`<div id="upload-stops" class="upload-stops">
    ${statusLine({ kind: isStopped ? "warning" : "done", text })}
    ${isStopped && !noAppendix ? html`<p class="quiet-text">${say(SUMMARY.stoppedHint)}</p>` : nothing}
  </div>`;
}

function remarksView({ missingForms, sheetsOfOtherYears }: SentFile): TemplateResult | typeof nothing {
  const remarks = [
    [SUMMARY.missingForms, missingForms.map((form) => say(formById(form).title))],
    [SUMMARY.otherYears, sheetsOfOtherYears],
  ] as const;
  if (remarks.every(([, names]) => names.length === 0)) return nothing;
  return html`<div class="upload-remarks">
    ${remarks.map(([says, names]) =>
      names.length === 0
        ? nothing
        : html`<p>${say(says)}</p>
            <ul>
              ${names.map((name) => html`<li>${name}</li>`)}
            </ul>`,
    )}
    <p class="quiet-text">${say(SUMMARY.remarksHint)}</p>
  </div>`;
}

function copiesView({ scope, place }: UploadDesk, { fileId, findings }: SentFile): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const params = { roundId: place.roundId, organisationId: place.organisationId, fileId };
  const safe = findings.filter(({ fix }) => fix?.safe === true).length;
  return html`<div class="upload-copies">
    <div class="actions">
      ${downloadButton(scope, { path: addressOf(API.downloadAnnotated, { params }), label: say(SUMMARY.annotated) })}
      ${
        safe > 0
          ? downloadButton(scope, {
              path: addressOf(API.downloadFixed, { params }),
              label: say(SUMMARY.fixed(safe)),
              icon: "wand",
              describedBy: "upload-fixed-hint",
            })
          : nothing
      }
    </div>
    ${safe > 0 ? html`<p class="quiet-text" id="upload-fixed-hint">${say(SUMMARY.fixedHint)}</p>` : nothing}
  </div>`;
}

function submitView(desk: UploadDesk, { isStopped }: Stops, needsSignOff: boolean): TemplateResult {
  const next = desk.latestVersion + 1;
  const isBusy = desk.outcome.kind === "sending";
  const isPassedOver = desk.outcome.kind === "uncertain" || desk.outcome.kind === "conflict";
  return html`${needsSignOff ? html`<p class="quiet-text">${say(UPLOAD.needsSignOff)}</p>` : nothing}
    <div class="actions">
      ${button({
        label: say(needsSignOff ? SUMMARY.prepare(next) : SUMMARY.submit(next)),
        id: "upload-submit",
        icon: "submit",
        look: "primary",
        describedBy: "upload-stops",
        isDisabled: isStopped || isPassedOver || desk.step.kind === "sending",
        isBusy,
        does: () => void desk.submit(),
      })}
    </div>`;
}
