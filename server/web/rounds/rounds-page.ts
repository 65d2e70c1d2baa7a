/** The rounds that one takes part in or watches: what is open first, with what to do in it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { OpenPage, Page, Scope } from "../page.ts";
import { showKnown } from "../parts/known.ts";
import { Latest } from "../parts/latest.ts";
import { addressOf } from "../places.ts";
import { OwnerNames } from "../round/owner-names.ts";
import { COMMON } from "../words.ts";
import { roundCard } from "./round-card.ts";
import { RoundProgresses } from "./round-progresses.ts";
import { ROUNDS } from "./words.ts";

/** Closed rounds are looked up now and then: the latest are shown, others when they are asked for. */
const CLOSED_AT_ONCE = 3;
const MORE_AT_ONCE = 20;
const TICK_MS = 30_000;

class RoundsPage implements Page<"rounds"> {
  readonly #scope: Scope;
  readonly #latest: Latest<{ readonly rounds: readonly Round[] }>;
  readonly #progresses: RoundProgresses;
  readonly #owners: OwnerNames;
  readonly #clock: ReturnType<typeof setInterval>;
  #closedShown = CLOSED_AT_ONCE;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#progresses = new RoundProgresses(scope);
    this.#owners = new OwnerNames(scope);
    this.#latest = new Latest({
      ask: () => scope.ask((client) => client.call("listRounds", {})),
      redraw: scope.redraw,
    });
    this.#latest.refresh();
    this.#clock = setInterval(scope.redraw, TICK_MS);
  }

  title(): string {
    return say(ROUNDS.heading);
  }

  visit(): boolean {
    return true;
  }

  close(): void {
    clearInterval(this.#clock);
    this.#latest.close();
  }

  render(): TemplateResult {
    const isAdministrator = this.#scope.me.role === "administrator";
    return html`<div class="page-head">
        <h1>${say(ROUNDS.heading)}</h1>
        ${
          isAdministrator
            ? html`<a class="button plain" href=${addressOf({ page: "admin", part: "dot", id: "moi" })}
                ><span>${say(ROUNDS.add)}</span></a
              >`
            : nothing
        }
      </div>
      ${showKnown(
        this.#latest.known,
        () => {
          this.#latest.retry();
        },
        ({ rounds }) => (rounds.length === 0 ? this.#none() : this.#lists(rounds)),
      )}`;
  }

  #none(): TemplateResult {
    const { role } = this.#scope.me;
    const says: Bilingual =
      role === "submitter"
        ? ROUNDS.noneSubmitter
        : role === "administrator"
          ? ROUNDS.noneAdministrator
          : ROUNDS.noneOther;
    return html`<section class="card rounds-none">
      <h2>${say(ROUNDS.none)}</h2>
      <p>${say(says)}</p>
    </section>`;
  }

  #lists(rounds: readonly Round[]): TemplateResult {
    const inState = (state: Round["state"]): readonly Round[] => rounds.filter((round) => round.state === state);
    // What ends first comes first.
    const open = [...inState("open")].sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
    const closed = inState("closed");
    const left = closed.length - this.#closedShown;
    return html`${
      open.length === 0 ? html`<p class="quiet-text">${say(ROUNDS.noneOpen)}</p>` : this.#group(ROUNDS.open, open)
    }
    ${this.#group(ROUNDS.preparing, inState("preparing"))}
    ${this.#group(ROUNDS.closed, closed.slice(0, this.#closedShown))}
    ${
      left > 0
        ? html`<div class="actions">
            ${button({
              label: say(COMMON.more(left)),
              does: () => {
                this.#closedShown += MORE_AT_ONCE;
                this.#scope.redraw();
              },
            })}
          </div>`
        : nothing
    }`;
  }

  #group(name: Bilingual, rounds: readonly Round[]): TemplateResult | typeof nothing {
    if (rounds.length === 0) return nothing;
    const now = Date.now();
    return html`<section class="rounds-group">
      <h2>${say(name)}</h2>
      ${repeat(
        rounds,
        ({ id }) => id,
        (round) =>
          roundCard({
            round,
            progress: this.#progresses.of(round),
            me: this.#scope.me,
            ownerName: this.#owners.of(round),
            now,
            again: () => {
              this.#progresses.again();
            },
          }),
      )}
    </section>`;
  }
}

export const openRoundsPage: OpenPage<"rounds"> = (scope) => new RoundsPage(scope);
