/** The head of a round's page: which round, by when, and what can be done with all of it. */
import { html, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { icon } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import { roundBadge } from "../parts/badge.ts";
import { addressOf } from "../places.ts";
import { roundFacts } from "./round-facts.ts";
import { ACT, ROUND } from "./words.ts";

export type HeadAction =
  | {
      readonly kind: "toggle";
      readonly panel: "reminders" | "downloads";
      readonly isOpen: boolean;
      readonly does: () => void;
    }
  | { readonly kind: "print" | "open" | "close"; readonly does: () => void }
  /** On the page of the administration. */
  | { readonly kind: "change" };

interface HeadOptions {
  readonly round: Round;
  readonly ownerName: string | null;
  readonly now: number;
  readonly actions: readonly HeadAction[];
}

export const pageHead = ({ round, ownerName, now, actions }: HeadOptions): TemplateResult =>
  html`<div class="page-head round-head">
      <div>
        <nav class="crumbs" aria-label=${say(ROUND.where)}>
          <a href=${addressOf({ page: "rounds" })}>${say(ROUND.rounds)}</a> ›
        </nav>
        <h1>${round.name} <span class="round-state">${roundBadge(round.state)}</span></h1>
      </div>
      <div class="actions" role="group" aria-label=${say(ROUND.actions)}>
        ${actions.map((action) => actionButton(action, round))}
      </div>
    </div>
    ${roundFacts({ round, ownerName, now })}`;

function actionButton(action: HeadAction, round: Round): TemplateResult {
  switch (action.kind) {
    case "toggle":
      return html`<button
        type="button"
        class="button plain"
        aria-expanded=${action.isOpen ? "true" : "false"}
        aria-controls="round-${action.panel}"
        @click=${action.does}
      >
        ${icon(action.panel === "reminders" ? "comment" : "download")}<span
          >${say(action.panel === "reminders" ? ROUND.remind : ROUND.downloads)}</span
        >
      </button>`;
    case "print":
      return button({ label: say(ROUND.print), does: action.does });
    case "open":
      return button({
        label: say(round.state === "closed" ? ACT.openAgain : ACT.open),
        ...(round.state === "preparing" ? { look: "primary" as const } : {}),
        does: action.does,
      });
    case "close":
      return button({ label: say(ACT.close), icon: "lock", does: action.does });
    case "change":
      return html`<a class="button plain" href=${addressOf({ page: "admin", part: "dot", id: round.id })}
        ><span>${say(ROUND.change)}</span></a
      >`;
  }
}

/** A long page has several parts; each has its place in the address. */
export const jumpLinks = (): TemplateResult =>
  html`<nav class="round-jump" aria-label=${say(ROUND.jump)}>
    <a href="#tien-do">${say(ROUND.progress)}</a>
    <a href="#so-lieu">${say(ROUND.money)}</a>
    <a href="#tong-hop">${say(ROUND.merged)}</a>
  </nav>`;
