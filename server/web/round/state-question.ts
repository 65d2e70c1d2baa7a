/** Opening and closing a round, asked about before it is done. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { dialog } from "../../../addin/pane/kit/dialog.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { addressOf } from "../places.ts";
import { COMMON } from "../words.ts";
import { ACT } from "./words.ts";

interface StateQuestionOptions {
  readonly what: "open" | "close";
  readonly round: Round;
  /** Who still has to submit, as far as is known. */
  readonly yetToSubmit: number;
  readonly close: () => void;
  readonly done: () => void;
}

export class StateQuestion {
  readonly #scope: Scope;
  readonly #options: StateQuestionOptions;
  /** Organisations that would wait in vain: nobody there can submit. Null until it is known. */
  #withoutAccount: number | null = null;
  #isBusy = false;
  #fault: Bilingual | null = null;

  constructor(scope: Scope, options: StateQuestionOptions) {
    this.#scope = scope;
    this.#options = options;
    if (options.what === "open") void this.#askAccounts();
  }

  render(): TemplateResult {
    const { what, round } = this.#options;
    const close = (): void => {
      if (!this.#isBusy) this.#options.close();
    };
    const isOpening = what === "open";
    const label = isOpening ? (round.state === "closed" ? ACT.openAgain : ACT.open) : ACT.close;
    return dialog({
      title: say((isOpening ? ACT.openAsk : ACT.closeAsk)(round.name)),
      body: html`<div class="form">
        ${this.#fault ? statusLine({ kind: "error", text: say(this.#fault), isAlert: true }) : ""}
        ${this.#says().map((text) => html`<p>${say(text)}</p>`)} ${this.#accounts()}
      </div>`,
      actions: html`${button({
        label: say(label),
        look: "primary",
        isBusy: this.#isBusy,
        does: () => void this.#send(),
      })}
      ${button({ label: say(COMMON.cancel), does: close })}`,
      close,
    });
  }

  #says(): readonly Bilingual[] {
    const { what, round, yetToSubmit } = this.#options;
    if (what === "close") return [ACT.yetToSubmit(yetToSubmit), ACT.closeSays];
    return round.state === "closed" ? [ACT.openAgainSays] : [ACT.openSays(round.expectedIds.length)];
  }

  async #askAccounts(): Promise<void> {
    const params = { roundId: this.#options.round.id };
    const reply = await this.#scope.ask((client) => client.call("listReminders", { params }));
    // Where it can't be known, nothing is said of it: the round is opened all the same.
    if (!reply.ok) return;
    this.#withoutAccount = reply.value.lines.filter(({ people }) => people.length === 0).length;
    this.#scope.redraw();
  }

  #accounts(): TemplateResult | typeof nothing {
    if (this.#withoutAccount === null || this.#withoutAccount === 0) return nothing;
    const isAdministrator = this.#scope.me.role === "administrator";
    return statusLine({
      kind: "warning",
      text: html`${say(ACT.withoutAccount(this.#withoutAccount))}
      ${
        isAdministrator
          ? html`<a href=${addressOf({ page: "admin", part: "don-vi", id: null })}>${say(ACT.addAccounts)}</a>`
          : nothing
      }`,
    });
  }

  async #send(): Promise<void> {
    const { what, round, close, done } = this.#options;
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#scope.redraw();
    const params = { roundId: round.id };
    const reply = await this.#scope.ask((client) =>
      what === "open" ? client.call("openRound", { params }) : client.call("closeRound", { params }),
    );
    // What is done is not done twice, however soon the button is pressed again.
    this.#isBusy = reply.ok;
    this.#fault = reply.ok ? null : reply.told;
    if (reply.ok) {
      close();
      this.#scope.tell({ kind: "done", text: what === "open" ? ACT.opened : ACT.closed });
      done();
    }
    this.#scope.redraw();
  }
}
