/** What is on its way to the service, and what came of it. Nothing leaves this list by itself but what was received long ago. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Conflict, OutboxEntry } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { icon, spinner, type IconName } from "../kit/icons.ts";
import { language, say } from "../kit/language.ts";
import { dismissButton } from "./dismiss-button.ts";
import { tellMoment, tellTime } from "../kit/moments.ts";
import { longList, question, stepHeading } from "./parts-of-page.ts";
import { findingButton } from "./place-button.ts";
import { receiptView } from "./receipt-view.ts";
import type { SubmitScope } from "./scope.ts";
import { startSettling, submitSettled } from "./settling.ts";
import { OUTBOX } from "./words.ts";

type Status = OutboxEntry["status"];
type StatusOf<Kind extends Status["kind"]> = Extract<Status, { kind: Kind }>;

/** Its heading takes the focus after the officer has submitted. */
export function outboxView(scope: SubmitScope, personId: string): TemplateResult | typeof nothing {
  const own = scope.sync.state.outbox.filter((entry) => entry.personId === personId);
  if (own.length === 0) return nothing;
  const newestFirst = [...own].sort((a, b) => b.madeAt - a.madeAt);
  return html`<section class="submit-section submit-outbox">
    ${stepHeading(scope, "outbox", say(OUTBOX.heading))}
    <p class="sr-only" role="status">${titleOf(newestFirst)}</p>
    ${longList(scope, { id: "outbox", items: newestFirst, item: (entry) => entryView(scope, entry) })}
  </section>`;
}

/** What came of the newest is read out when it comes. */
function titleOf([newest]: readonly OutboxEntry[]): string {
  if (!newest) return "";
  const { status } = newest;
  if (status.kind !== "received") return say(OUTBOX[status.kind]);
  const { version, state } = status.receipt;
  return say(state === "prepared" ? OUTBOX.prepared(version) : OUTBOX.received(version));
}

function entryView(scope: SubmitScope, entry: OutboxEntry): TemplateResult {
  const { status } = entry;
  const title = titleOf([entry]);
  switch (status.kind) {
    case "waiting":
      return card({ look: "warning", sign: "clock", title, body: waitingBody(scope, entry, status) });
    case "sending":
      return card({ look: "info", sign: null, title, body: aboutView(entry) });
    case "refused":
      return card({ look: "error", sign: "error", title, body: refusedBody(scope, entry, status) });
    case "conflict":
      return card({ look: "warning", sign: "warning", title, body: conflictBody(scope, entry, status.conflict) });
    case "received":
      return card({
        look: "done",
        sign: "done",
        title,
        body: html`${aboutView(entry)} ${receiptView(scope, entry, status.receipt)}`,
      });
  }
}

interface Card {
  readonly look: "error" | "warning" | "info" | "done";
  /** Null while it is on its way. */
  readonly sign: IconName | null;
  readonly title: string;
  readonly body: unknown;
}

const card = ({ look, sign, title, body }: Card): TemplateResult =>
  html`<article class="submit-card ${look}">
    <h3>${sign ? icon(sign) : spinner()}<span>${title}</span></h3>
    ${body}
  </article>`;

const aboutView = ({ roundName, lineItems, workbook, madeAt }: OutboxEntry): TemplateResult =>
  html`<p>${say(OUTBOX.what(roundName, lineItems))}</p>
    <p class="quiet-text">
      ${workbook === "" ? nothing : html`${workbook} · `}${say(OUTBOX.made(tellMoment(madeAt)))}
    </p>`;

function waitingBody(
  scope: SubmitScope,
  entry: OutboxEntry,
  { tries, nextTryAt }: StatusOf<"waiting">,
): TemplateResult {
  const told = [
    ...(nextTryAt === null ? [] : [say(OUTBOX.nextTry(tellTime(nextTryAt, scope.now)))]),
    ...(tries === 0 ? [] : [say(OUTBOX.tries(tries))]),
  ];
  return html`${aboutView(entry)} ${told.length === 0 ? nothing : html`<p class="label">${told.join(" · ")}</p>`}
    <p class="quiet-text">${say(OUTBOX.waitingHint)}</p>
    <div class="actions">
      ${button({
        label: say(OUTBOX.sendNow),
        icon: "submit",
        does: () => {
          void scope.sync.sendNow();
        },
      })}
      ${question(scope, {
        id: `take-back-${entry.idempotencyKey}`,
        opens: say(OUTBOX.takeBack),
        asks: say(OUTBOX.takeBackAsk),
        yes: say(OUTBOX.takeBackYes),
        does: () => {
          void scope.sync.discard(entry.idempotencyKey);
        },
      })}
    </div>`;
}

const refusedBody = (
  scope: SubmitScope,
  entry: OutboxEntry,
  { problem, findings }: StatusOf<"refused">,
): TemplateResult =>
  html`<p class="label">${say(problem)}</p>
    ${
      findings.length === 0
        ? nothing
        : longList(scope, {
            id: `refused ${entry.idempotencyKey}`,
            items: findings,
            item: (finding) => findingButton(scope, { ...finding, message: finding.message[language()] }),
          })
    }
    ${aboutView(entry)}
    <div class="actions">${dismissButton(scope, entry)}</div>`;

function conflictBody(scope: SubmitScope, entry: OutboxEntry, { told, threeWays }: Conflict): TemplateResult {
  const { idempotencyKey } = entry;
  const settle = button({
    label: say(OUTBOX.settle),
    look: "primary",
    does: () => {
      startSettling(scope, idempotencyKey);
    },
  });
  const reviewAgain = button({
    label: say(OUTBOX.reviewAgain),
    look: threeWays ? "quiet" : "primary",
    does: () => {
      void submitSettled(scope);
    },
  });
  return html`<p class="label">${say(told)}</p>
    ${aboutView(entry)}
    <div class="actions">${threeWays ? settle : nothing} ${reviewAgain}</div>`;
}
