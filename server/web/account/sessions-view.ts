/** One's own open sessions: where one is signed in, and how to end it there. */
import { html, type TemplateResult } from "lit-html";
import type * as z from "zod";
import { ACCOUNT } from "../../../addin/pane/kit/account-words.ts";
import { button } from "../../../addin/pane/kit/button.ts";
import { dialog } from "../../../addin/pane/kit/dialog.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import type { sessionLineSchema } from "../../../shared/api/organisations.ts";
import { ASKING, knownFrom, type Known, type Scope } from "../page.ts";
import { badge } from "../parts/badge.ts";
import { showKnown } from "../parts/known.ts";
import { COMMON } from "../words.ts";
import { nameBrowser } from "./browser-name.ts";
import { OWN } from "./words.ts";

type SessionLine = Readonly<z.infer<typeof sessionLineSchema>>;

export class SessionsView {
  readonly #scope: Scope;
  #sessions: Known<readonly SessionLine[]> = ASKING;
  /** Of the session being ended. */
  #ending: string | null = null;
  #isAsking = false;
  #isLeaving = false;

  constructor(scope: Scope) {
    this.#scope = scope;
    void this.load();
  }

  readonly load = async (): Promise<void> => {
    const known = knownFrom(await this.#scope.ask((client) => client.call("listOwnSessions", {})));
    this.#sessions = known.kind === "known" ? { kind: "known", value: known.value.sessions } : known;
    this.#scope.redraw();
  };

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="account-sessions">
        <h2 id="account-sessions">${say(OWN.sessions)}</h2>
        <p class="quiet-text">${say(OWN.sessionsSay)}</p>
        ${showKnown(
          this.#sessions,
          () => void this.load(),
          (sessions) => this.#table(sessions),
        )}
        <div class="actions">
          ${button({
            label: say(ACCOUNT.signOutEverywhere),
            does: () => this.#askToLeave(true),
          })}
        </div>
      </section>
      ${this.#isAsking ? this.#question() : ""}`;
  }

  #table(sessions: readonly SessionLine[]): TemplateResult {
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${say(OWN.sessionsTable)}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${say(OWN.browser)}</th>
            <th scope="col">${say(OWN.lastUsedAt)}</th>
            <th scope="col">${say(OWN.startedAt)}</th>
            <th scope="col"><span class="sr-only">${say(OWN.action)}</span></th>
          </tr>
        </thead>
        <tbody>
          ${[...sessions]
            .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || (a.lastUsedAt < b.lastUsedAt ? 1 : -1))
            .map((session) => this.#row(session))}
        </tbody>
      </table>
    </div>`;
  }

  #row({ id, userAgent, lastUsedAt, startedAt, isCurrent }: SessionLine): TemplateResult {
    const browser = nameBrowser(userAgent);
    const started = tellMoment(startedAt);
    return html`<tr>
      <th scope="row" title=${userAgent}>${say(browser)}</th>
      <td>${say(tellMoment(lastUsedAt))}</td>
      <td>${say(started)}</td>
      <td>
        ${
          isCurrent
            ? badge("info", say(OWN.isThis))
            : html`<button
                type="button"
                class="button plain"
                aria-label=${say(OWN.endOf(browser, started))}
                aria-disabled=${this.#ending === id ? "true" : "false"}
                @click=${() => void this.#end(id)}
              >
                ${say(OWN.end)}
              </button>`
        }
      </td>
    </tr>`;
  }

  async #end(sessionId: string): Promise<void> {
    if (this.#ending !== null) return;
    this.#ending = sessionId;
    this.#scope.redraw();
    const reply = await this.#scope.ask((client) => client.call("endOwnSession", { params: { sessionId } }));
    this.#ending = null;
    // One that has ended meanwhile is what was asked for.
    const isEnded = reply.ok || reply.status === 404;
    this.#scope.tell(isEnded ? { kind: "done", text: OWN.ended } : { kind: "error", text: reply.told });
    await this.load();
  }

  #askToLeave(isAsking: boolean): void {
    this.#isAsking = isAsking;
    this.#scope.redraw();
  }

  #question(): TemplateResult {
    const close = (): void => {
      if (!this.#isLeaving) this.#askToLeave(false);
    };
    return dialog({
      title: say(ACCOUNT.signOutEverywhere),
      body: html`<p>${say(ACCOUNT.signOutAsk)}</p>`,
      actions: html`${button({
        label: say(ACCOUNT.signOutEverywhere),
        look: "primary",
        isBusy: this.#isLeaving,
        does: () => void this.#leave(),
      })}
      ${button({ label: say(COMMON.cancel), does: close })}`,
      close,
    });
  }

  async #leave(): Promise<void> {
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    this.#scope.redraw();
    const told = await this.#scope.signOutEverywhere();
    this.#isLeaving = false;
    this.#askToLeave(false);
    if (told) this.#scope.tell({ kind: "error", text: told });
  }
}
