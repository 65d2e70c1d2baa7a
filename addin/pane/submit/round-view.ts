/** The round that is submitted to, and how the own submission stands in it. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import { capitalised, ROUND_STATE_NAMES, STATE_NAMES } from "../../../shared/names.ts";
import type { Me } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import { commentsView } from "./comments-view.ts";
import { tellMoment, tellTimeLeft } from "../kit/moments.ts";
import { badge, facts, remark, stepHeading } from "./parts-of-page.ts";
import { startReview } from "./review.ts";
import { roundOf, type SubmitScope } from "./scope.ts";
import { findStanding, nextVersion, type Situation } from "./standing.ts";
import { unlockForm } from "./unlock-view.ts";
import { GENERAL, REVIEW, ROUND } from "./words.ts";

export function roundView(scope: SubmitScope, me: Me): TemplateResult {
  const round = roundOf(scope);
  return html`<section class="submit-section" aria-labelledby="submit-round">
      <div class="submit-row">
        ${stepHeading(scope, "round", say(ROUND.heading))}
        ${button({
          label: say(GENERAL.refresh),
          icon: "refresh",
          look: "quiet",
          isIconOnly: true,
          isBusy: scope.sync.state.busy === "loading",
          does: () => {
            void scope.sync.refresh();
          },
        })}
      </div>
      ${chooserOrNone(scope)} ${round ? roundName(scope, round) : nothing}
      ${round ? roundFacts(round, scope.now) : nothing}
    </section>
    ${round && isAsked(me, round) ? standingView(scope, me, round) : nothing}`;
}

/** Who only reviews or merges has nothing to submit. */
const isAsked = ({ organisation }: Me, { expectedIds }: Round): boolean => expectedIds.includes(organisation.id);

const ORDER: readonly Round["state"][] = ["open", "preparing", "closed"];

/** Those that take something first; among them, what ends first. */
const inOrder = (rounds: readonly Round[]): readonly Round[] =>
  [...rounds].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.deadline < b.deadline ? -1 : 1));

/** A list of one needs no choosing. */
function chooserOrNone(scope: SubmitScope): TemplateResult | typeof nothing {
  const { rounds, roundId } = scope.sync.state;
  if (rounds.length === 0) return html`<p class="hint">${say(ROUND.none)}</p>`;
  return rounds.length === 1 && roundId !== null ? nothing : chooser(scope);
}

/** What fits into the list of rounds in the narrowest pane. */
const SHORT_NAME = 34;

/** In full, where the list of rounds does not show it so. */
const roundName = ({ sync }: SubmitScope, { name }: Round): TemplateResult | typeof nothing =>
  sync.state.rounds.length === 1 || name.length > SHORT_NAME ? html`<p class="submit-line-name">${name}</p>` : nothing;

const chooser = ({ sync }: SubmitScope): TemplateResult => {
  const { rounds, roundId } = sync.state;
  return html`<select
    aria-label=${say(ROUND.choose)}
    @change=${({ target }: Event) => {
      if (target instanceof HTMLSelectElement && target.value !== "") void sync.chooseRound(target.value);
    }}
  >
    ${roundId === null ? html`<option value="" selected>${say(ROUND.choose)}</option>` : nothing}
    ${inOrder(rounds).map(
      ({ id, name, state }) =>
        html`<option value=${id} ?selected=${id === roundId}>
          ${state === "open" ? name : `${name} (${say(ROUND_STATE_NAMES[state])})`}
        </option>`,
    )}
  </select>`;
};

function roundFacts({ deadline, state, fromYear, toYear }: Round, now: number): TemplateResult {
  const { told, urgency } = tellTimeLeft(deadline, now);
  const looks = { far: "quiet", near: "warning", past: "error" } as const;
  return facts([
    [
      say(ROUND.deadline),
      html`${say(tellMoment(deadline))} ${state === "open" ? badge(looks[urgency], say(told)) : nothing}`,
    ],
    [say(ROUND.state), capitalised(say(ROUND_STATE_NAMES[state]))],
    [say(ROUND.years), fromYear === toYear ? String(fromYear) : `${String(fromYear)}–${String(toYear)}`],
  ]);
}

const LOOKS: Readonly<Record<SubmissionState, "error" | "warning" | "info" | "done" | "quiet">> = {
  missing: "quiet",
  draft: "quiet",
  prepared: "warning",
  submitted: "info",
  returned: "error",
  accepted: "done",
};

function standingView(scope: SubmitScope, me: Me, round: Round): TemplateResult {
  const { submission, reopenedUntil, outbox } = scope.sync.state;
  const situation = { me, round, submission, reopenedUntil, outbox, now: scope.now };
  const standing = findStanding(situation);
  return html`<section class="submit-section" aria-labelledby="submit-own">
    <h3 id="submit-own">${say(ROUND.own)}</h3>
    ${submission ? stateView(submission) : nothing} ${submission ? reasonView(submission) : nothing}
    ${commentsView(scope, me)}
    ${standing.told.map((told) => remark(standing.maySubmit ? "info" : "warning", say(told), standing.maySubmit ? "info" : "lock"))}
    ${standing.mayAskUnlock ? unlockForm(scope) : nothing}
    ${standing.maySubmit ? openButton(scope, situation) : nothing}
  </section>`;
}

const stateView = ({ state, latestVersion, isLocked, versions }: SubmissionAnswer): TemplateResult => {
  const isLate = versions.find(({ number }) => number === latestVersion)?.isLate ?? false;
  return html`<p class="submit-badges">
    ${badge(LOOKS[state], capitalised(say(STATE_NAMES[state])))}
    ${latestVersion > 0 ? html`<span>${say(ROUND.version(latestVersion))}</span>` : nothing}
    ${isLocked ? badge("quiet", say(ROUND.locked)) : nothing} ${isLate ? badge("warning", say(ROUND.late)) : nothing}
  </p>`;
};

const REASONS = {
  returned: { action: "return", title: ROUND.whyReturned, look: "error" },
  draft: { action: "withdraw", title: ROUND.whyWithdrawn, look: "warning" },
  accepted: { action: "accept", title: ROUND.whyAccepted, look: "done" },
} as const;

/** Why it is where it is, in the words of who put it there. */
function reasonView({ state, history }: SubmissionAnswer): TemplateResult | typeof nothing {
  if (state !== "returned" && state !== "draft" && state !== "accepted") return nothing;
  const { action, title, look } = REASONS[state];
  const last = history
    .filter((change) => change.action === action && change.to === state && change.why !== "")
    .reduce<SubmissionAnswer["history"][number] | null>(
      (found, one) => (found && found.at > one.at ? found : one),
      null,
    );
  if (!last) return nothing;
  return html`<blockquote class="submit-quote ${look}">
    <p class="label">${say(title)}</p>
    <p>${last.why}</p>
    <footer class="quiet-text">${say(ROUND.said(last.by.name, tellMoment(last.at)))}</footer>
  </blockquote>`;
}

function openButton(scope: SubmitScope, situation: Situation): TemplateResult {
  const next = nextVersion(situation);
  const { needsSignOff } = situation.round;
  return html`<div class="actions">
    ${button({
      label: say(needsSignOff ? REVIEW.openPrepared(next) : REVIEW.open(next)),
      icon: "submit",
      look: "primary",
      does: () => {
        void startReview(scope);
      },
    })}
  </div>`;
}
