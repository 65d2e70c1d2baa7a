/** Before it is submitted: what stops it, what is missing, and what has changed since the version before. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Round } from "../../../shared/api/rounds.ts";
import { sayStops } from "../../../shared/api/stops.ts";
import { formById } from "../../../shared/forms/index.ts";
import type { TellableFinding } from "../../checking/report.ts";
import { button } from "../kit/button.ts";
import { spinner } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { changesView } from "./changes-view.ts";
import { longList, remark, stepHead } from "./parts-of-page.ts";
import { findingButton } from "./place-button.ts";
import { readAnew, send, stopsOf } from "./review.ts";
import { nextNumber, roundOf, unitOfRound, type SubmitScope } from "./scope.ts";
import type { Stops } from "./stops.ts";
import type { Review } from "./submit-view.ts";
import { REVIEW } from "./words.ts";

export function reviewView(scope: SubmitScope): TemplateResult {
  const latest = scope.sync.state.submission?.latestVersion ?? 0;
  const { review } = scope.own.state;
  const round = roundOf(scope);
  return html`<section class="submit-section">
    ${stepHead(scope, say(REVIEW.heading(nextNumber(scope))))}
    ${round ? html`<p class="quiet-text">${round.name}</p>` : nothing}
    ${review && round ? reviewBody(scope, { review, round, latest }) : nothing}
  </section>`;
}

interface Reviewed {
  readonly review: Review;
  readonly round: Round;
  readonly latest: number;
}

function reviewBody(scope: SubmitScope, reviewed: Reviewed): TemplateResult {
  const { review, latest } = reviewed;
  switch (review.phase) {
    case "reading":
      return progress(say(REVIEW.reading));
    case "comparing":
      return progress(say(REVIEW.comparing(latest)));
    case "sending":
      return progress(say(REVIEW.keeping));
    case "unread":
      return unreadView(scope);
    case "ready":
      return readyView(scope, reviewed);
  }
}

export const progress = (text: string): TemplateResult =>
  html`<p class="submit-progress">${spinner()}<span>${text}</span></p>`;

/** Why is told above, where all is told that Excel refuses. */
const unreadView = (scope: SubmitScope): TemplateResult =>
  html`${remark("error", say(REVIEW.unread))}
    <div class="actions">${againButton(scope)}</div>`;

const againButton = (scope: SubmitScope): TemplateResult =>
  button({
    label: say(REVIEW.again),
    icon: "refresh",
    does: () => {
      void readAnew(scope);
    },
  });

function readyView(scope: SubmitScope, reviewed: Reviewed): TemplateResult {
  const stops = stopsOf(scope);
  if (!stops) return unreadView(scope);
  return html`${contentsView(scope)} ${stopsView(scope, stops)} ${missingView(stops)}
  ${stops.isStopped ? nothing : differencesView(scope, reviewed.latest)}
  ${reviewed.review.isOutdated ? outdatedView(scope) : nothing}
  ${stops.isStopped && !reviewed.review.isOutdated ? html`<div class="actions">${againButton(scope)}</div>` : nothing}
  ${stops.isStopped || reviewed.review.isOutdated ? nothing : sendView(scope, reviewed)}`;
}

function contentsView({ live }: SubmitScope): TemplateResult {
  const appendices = live.state.report?.appendices ?? [];
  const lines = appendices.reduce((sum, { lineItems }) => sum + lineItems, 0);
  return html`<p class="quiet-text">${say(REVIEW.contents(appendices.length, lines))}</p>`;
}

function stopsView(scope: SubmitScope, { counts, findings, noAppendix, isStopped, eased }: Stops): TemplateResult {
  if (!isStopped)
    return html`${remark("done", say(REVIEW.nothingStops))}
    ${eased > 0 ? remark("warning", say(REVIEW.eased(eased))) : nothing}`;
  if (noAppendix) return remark("error", say(REVIEW.noAppendix));
  return html`${remark(
    "error",
    html`<p class="label">${say(REVIEW.stopped(sayStops(counts)))}</p>
      <p>${say(REVIEW.stoppedHint)}</p>`,
  )}
  ${longList(scope, { id: "stops", items: findings, item: (finding: TellableFinding) => findingButton(scope, finding) })}`;
}

const missingView = ({ missingForms }: Stops): TemplateResult | typeof nothing =>
  missingForms.length === 0
    ? nothing
    : remark(
        "warning",
        html`<p class="label">${say(REVIEW.missingForms)}</p>
          <ul class="submit-bullets">
            ${missingForms.map((form) => html`<li>${say(formById(form).title)}</li>`)}
          </ul>
          <p>${say(REVIEW.missingHint)}</p>`,
      );

function differencesView(scope: SubmitScope, latest: number): TemplateResult {
  if (latest === 0) return remark("info", say(REVIEW.first));
  const { changes } = scope.sync.state;
  return html`<h3>${say(REVIEW.changes(latest))}</h3>
    ${changes ? changesView(scope, changes, unitOfRound(scope)) : remark("warning", say(REVIEW.uncompared))}`;
}

const outdatedView = (scope: SubmitScope): TemplateResult =>
  html`${remark("warning", say(REVIEW.outdated))}
    <div class="actions">${againButton(scope)}</div>`;

function sendView(scope: SubmitScope, { round }: Reviewed): TemplateResult {
  const next = nextNumber(scope);
  const { needsSignOff, deadline } = round;
  return html`${Date.parse(deadline) < scope.now ? remark("warning", say(REVIEW.late), "clock") : nothing}
    ${needsSignOff ? html`<p class="hint" id="submit-send-hint">${say(REVIEW.prepareHint)}</p>` : nothing}
    <div class="submit-send">
      ${button({
        label: say(needsSignOff ? REVIEW.prepare(next) : REVIEW.submit(next)),
        icon: "submit",
        look: "primary",
        ...(needsSignOff ? { describedBy: "submit-send-hint" } : {}),
        does: () => {
          void send(scope);
        },
      })}
    </div>`;
}
