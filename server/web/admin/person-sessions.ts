/** Where a person is signed in, and ending all of it. */
import { html, type TemplateResult } from "lit-html";
import type * as z from "zod";
import { button } from "../../../addin/pane/kit/button.ts";
import { disclosure } from "../../../addin/pane/kit/disclosure.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import type { PersonAnswer, sessionLineSchema } from "../../../shared/api/organisations.ts";
import { nameBrowser } from "../account/browser-name.ts";
import { ASKING, knownFrom, type Known, type Scope } from "../page.ts";
import { showKnown } from "../parts/known.ts";
import { paragraph, type Question } from "./question.ts";
import { SESSIONS } from "./words.ts";

type SessionLine = z.infer<typeof sessionLineSchema>;

interface SessionsOptions {
  readonly scope: Scope;
  readonly question: Question;
}

export class PersonSessions {
  readonly #options: SessionsOptions;
  readonly #person: PersonAnswer;
  /** Asked for only when it is looked at. */
  #sessions: Known<readonly SessionLine[]> | null = null;

  constructor(person: PersonAnswer, options: SessionsOptions) {
    this.#person = person;
    this.#options = options;
  }

  render(): TemplateResult {
    const sessions = this.#sessions;
    return disclosure({
      id: "person-sessions",
      title: say(SESSIONS.heading),
      isOpen: sessions !== null,
      toggle: () => {
        if (sessions) this.forget();
        else void this.#load();
      },
      body: () =>
        showKnown(
          sessions ?? ASKING,
          () => void this.#load(),
          (lines) => this.#table(lines),
        ),
    });
  }

  /** They may have ended meanwhile. */
  forget(): void {
    this.#sessions = null;
    this.#options.scope.redraw();
  }

  async #load(): Promise<void> {
    const { scope } = this.#options;
    this.#sessions = ASKING;
    scope.redraw();
    const params = { personId: this.#person.id };
    const reply = await scope.ask((client) => client.call("listSessions", { params }));
    this.#sessions = knownFrom(reply.ok ? { ok: true, value: reply.value.sessions } : reply);
    scope.redraw();
  }

  #table(lines: readonly SessionLine[]): TemplateResult {
    if (lines.length === 0) return html`<p class="quiet-text">${say(SESSIONS.none)}</p>`;
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say(SESSIONS.heading)}>
        <table class="table">
          <thead>
            <tr>
              ${SESSIONS.columns.map((column) => html`<th scope="col">${say(column)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              ({ userAgent, startedAt, lastUsedAt, expiresAt, isCurrent }) =>
                html`<tr>
                  <td>${say(nameBrowser(userAgent))}${isCurrent ? ` (${say(SESSIONS.current)})` : ""}</td>
                  <td>${say(tellMoment(startedAt))}</td>
                  <td>${say(tellMoment(lastUsedAt))}</td>
                  <td>${say(tellMoment(expiresAt))}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="actions">${button({ label: say(SESSIONS.end), does: () => this.#askToEnd() })}</div>`;
  }

  #askToEnd(): void {
    const { scope, question } = this.#options;
    const { id, name } = this.#person;
    question.ask({
      title: SESSIONS.endAsk(name),
      body: paragraph(SESSIONS.endSays),
      yes: SESSIONS.end,
      does: async () => {
        const reply = await scope.ask((client) => client.call("endSessions", { params: { personId: id } }));
        scope.tell(reply.ok ? { kind: "done", text: SESSIONS.ended(name) } : { kind: "error", text: reply.told });
        if (reply.ok) await this.#load();
      },
    });
  }
}
