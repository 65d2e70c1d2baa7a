/** The tab “Nộp”: signing in, the round, submitting and what came of it, history, and the consolidated workbook. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Me } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { icon, spinner } from "../kit/icons.ts";
import { say } from "../kit/language.ts";
import { statusLine } from "../kit/status-line.ts";
import type { SubmitParts } from "../parts.ts";
import { accountView } from "./account-view.ts";
import { historyView } from "./history-view.ts";
import { mergedView } from "./merged-view.ts";
import { outboxView } from "./outbox-view.ts";
import { progress, reviewView } from "./review-view.ts";
import { roundView } from "./round-view.ts";
import { scopeOf, type SubmitScope } from "./scope.ts";
import { settleView } from "./settle-view.ts";
import { passwordView, signInView } from "./sign-in-view.ts";
import { BUSY, GENERAL, MERGED, ROUND } from "./words.ts";

export function submitTab(parts: SubmitParts): TemplateResult {
  const scope = scopeOf(parts, Date.now());
  return html`<div class="submit">
    ${liveLine(scope)} ${unreachableView(scope)} ${problemView(scope)} ${body(scope)}
  </div>`;
}

/** Always there, so that what is put into it is read out. */
function liveLine({ sync, own }: SubmitScope): TemplateResult {
  const { busy, account } = sync.state;
  const { note } = own.state;
  const told = busy && account.kind === "signed-in" ? html`${spinner()}<span>${say(BUSY[busy])}</span>` : null;
  const noted = note ? html`${icon("done")}<span>${say(note)}</span>` : nothing;
  return html`<p class="submit-live" role="status">${told ?? noted}</p>`;
}

const unreachableView = ({ sync }: SubmitScope): TemplateResult | typeof nothing =>
  sync.state.isReachable ? nothing : statusLine({ kind: "warning", text: say(GENERAL.unreachable) });

/** What is about what was typed is told at its field. */
function problemView({ sync, own }: SubmitScope): TemplateResult | typeof nothing {
  const { problem, account } = sync.state;
  const { step, hasTried } = own.state;
  const isAtField =
    account.kind === "signed-out"
      ? hasTried
      : account.kind === "must-change-password" || (account.kind === "signed-in" && step === "password");
  if (!problem || isAtField) return nothing;
  return statusLine({
    kind: "error",
    text: say(problem),
    isAlert: true,
    dismiss: () => {
      sync.dismissProblem();
    },
  });
}

function body(scope: SubmitScope): TemplateResult {
  const { account } = scope.sync.state;
  switch (account.kind) {
    case "looking":
      return html`<section class="submit-section">${progress(say(GENERAL.looking))}</section>`;
    case "signed-out":
      return signInView(scope, account.oidcName);
    case "must-change-password":
      return passwordView(scope, account.me.email, true);
    case "signed-in":
      return signedIn(scope, account.me);
  }
}

function signedIn(scope: SubmitScope, me: Me): TemplateResult {
  switch (scope.own.state.step) {
    case "home":
      return home(scope, me);
    case "password":
      return passwordView(scope, me.email, false);
    case "review":
      return reviewView(scope);
    case "settle":
      return settleView(scope);
    case "history":
      return historyView(scope);
    case "merged":
      return mergedView(scope);
  }
}

const home = (scope: SubmitScope, me: Me): TemplateResult =>
  html`${outboxView(scope, me.id)} ${roundView(scope, me)} ${ways(scope)} ${accountView(scope, me)}`;

/** To the other pages of the tab. */
function ways({ sync, own }: SubmitScope): TemplateResult | typeof nothing {
  const { submission, mayMerge, roundId } = sync.state;
  if (roundId === null || (!submission && !mayMerge)) return nothing;
  const way = (label: string, step: "history" | "merged"): TemplateResult =>
    button({
      label,
      icon: step === "history" ? "clock" : "sheet",
      look: "quiet",
      does: () => {
        own.goTo(step);
      },
    });
  return html`<nav class="submit-ways" aria-label=${say(GENERAL.ways)}>
    ${submission && submission.history.length > 0 ? way(say(ROUND.history(submission.versions.length)), "history") : nothing}
    ${mayMerge ? way(say(MERGED.heading), "merged") : nothing}
  </nav>`;
}
