/** One round in the list: how far it is, and what the reader does next in it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { spinner } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Me } from "../../../addin/sync/state.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Known } from "../page.ts";
import { roundBadge, stateBadge } from "../parts/badge.ts";
import { addressOf } from "../places.ts";
import { countLines } from "../round/counts.ts";
import type { Progress } from "../round/live-progress.ts";
import { nextLinks, tellNext } from "../round/next-step.ts";
import { oversees } from "../round/rights.ts";
import { shortFacts } from "../round/round-facts.ts";
import { progressBar, progressSentence } from "../round/summary-view.ts";
import { COMMON, FRAME } from "../words.ts";
import { ROUNDS } from "./words.ts";

interface CardOptions {
  readonly round: Round;
  readonly progress: Known<Progress>;
  readonly me: Me;
  readonly ownerName: string | null;
  readonly now: number;
  readonly again: () => void;
}

export function roundCard(options: CardOptions): TemplateResult {
  const { round, ownerName, now } = options;
  return html`<article class="card rounds-card is-${round.state}">
    <div class="rounds-name">
      <h3><a href=${addressOf({ page: "round", roundId: round.id })}>${round.name}</a></h3>
      ${roundBadge(round.state)}
    </div>
    ${shortFacts({ round, ownerName, now })}
    <div class="rounds-progress">${progressOf(options)}</div>
  </article>`;
}

function progressOf({ progress, me, round, now, again }: CardOptions): TemplateResult {
  switch (progress.kind) {
    case "asking":
      return html`<p class="rounds-asking quiet-text">${spinner()} ${say(FRAME.loading)}</p>`;
    case "trouble":
      return html`<p class="fault">${say(progress.told)}</p>
        ${button({ label: say(COMMON.again), icon: "refresh", does: again })}`;
    case "known": {
      const { lines } = progress.value;
      const own = lines.find(({ organisationId }) => organisationId === me.organisation.id);
      const others = oversees(me) && lines.length > 0 ? countLines(lines) : null;
      return html`${
        others === null
          ? nothing
          : html`${progressSentence(others)} ${progressBar(others)}
            ${
              round.state === "closed"
                ? nothing
                : html`<div class="actions">
                    <a
                      class="button ${round.state === "open" && !own ? "primary" : "plain"}"
                      href=${addressOf({ page: "round", roundId: round.id })}
                      ><span>${say(ROUNDS.look)}</span></a
                    >
                  </div>`
            }`
      }${
        own
          ? html`<p class="rounds-own">
                ${stateBadge(own.state, own.isLate)} <span>${say(tellNext({ me, round, line: own, now }))}</span>
              </p>
              ${nextLinks({ me, round, line: own, now })}`
          : nothing
      }`;
    }
  }
}
