/** What came of pressing “Nộp”, where it was not a receipt. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { ToldFinding } from "../../../shared/api/findings.ts";
import { addressOf, submissionPlace } from "../places.ts";
import { COMMON } from "../words.ts";
import { cellsOf } from "./findings-view.ts";
import { receiptFacts } from "./receipt-view.ts";
import type { Outcome } from "./outcome.ts";
import type { UploadDesk } from "./upload-desk.ts";
import { OUTCOME } from "./words.ts";

export function outcomeView(desk: UploadDesk): TemplateResult | typeof nothing {
  const { outcome, own } = desk;
  switch (outcome.kind) {
    case "none":
    case "received":
      return nothing;
    case "sending":
      return statusLine({ kind: "busy", text: say(outcome.isRecalled ? OUTCOME.recalling : OUTCOME.sending) });
    case "uncertain":
      return statusLine({
        kind: "warning",
        text: say(OUTCOME.uncertain),
        isAlert: true,
        actions: button({ label: say(COMMON.again), icon: "refresh", does: () => void desk.submit() }),
      });
    case "unchanged":
      return html`${statusLine({ kind: "info", text: say(outcome.told), isAlert: true })}
      ${
        outcome.receipt && own.kind === "known"
          ? html`<p>${say(OUTCOME.sameReceipt)}</p>
              ${receiptFacts(outcome.receipt, own.value)}`
          : nothing
      }`;
    case "stopped":
      return html`${statusLine({ kind: "error", text: say(outcome.told), isAlert: true })}
      ${stopsList(outcome.findings)}`;
    case "conflict":
      return conflictView(desk, outcome);
    case "refused":
      return statusLine({ kind: "error", text: say(outcome.told), isAlert: true });
  }
}

const stopsList = (findings: readonly ToldFinding[]): TemplateResult | typeof nothing =>
  findings.length === 0
    ? nothing
    : html`<p>${say(OUTCOME.stopsList)}</p>
        <ul class="upload-stop-list">
          ${findings.map((finding) => html`<li>${finding.sheet} ${cellsOf(finding)} ${say(finding.message)}</li>`)}
        </ul>`;

function conflictView(desk: UploadDesk, outcome: Extract<Outcome, { kind: "conflict" }>): TemplateResult {
  const { latestVersion: version, name } = outcome;
  const { own, place } = desk;
  const versions = own.kind === "known" ? (own.value.submission?.versions ?? []) : [];
  const theirs = versions.find(({ number }) => number === version);
  const look = submissionPlace(place.roundId, place.organisationId, {
    version,
    view: version > 1 ? "so-sanh" : "bang",
  });
  const told = OUTCOME.conflict(theirs?.by.name ?? name, version, theirs ? tellMoment(theirs.at) : null);
  return statusLine({
    kind: "warning",
    isAlert: true,
    // In a window of its own: this one keeps the file.
    text: html`${say(told)}
      <a href=${addressOf(look)} target="_blank"
        >${say(version > 1 ? OUTCOME.compare(version) : OUTCOME.look(version))}</a
      >`,
    actions: button({ label: say(OUTCOME.instead(version)), does: () => void desk.submit(version) }),
  });
}
