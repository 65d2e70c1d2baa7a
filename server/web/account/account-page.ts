/** Who one is here, one's password, and where one is signed in. */
import { html, type TemplateResult } from "lit-html";
import { ACCOUNT } from "../../../addin/pane/kit/account-words.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { capitalised, ROLE_NAMES } from "../../../shared/names.ts";
import type { Me } from "../../../addin/sync/state.ts";
import type { OpenPage, Page, Scope } from "../page.ts";
import { facts } from "../parts/facts.ts";
import { PasswordForm } from "../parts/password-form.ts";
import { SessionsView } from "./sessions-view.ts";
import { OWN, ROLE_SAYS } from "./words.ts";

export const openAccountPage: OpenPage<"account"> = (scope) => new AccountPage(scope);

class AccountPage implements Page<"account"> {
  readonly #scope: Scope;
  readonly #password: PasswordForm;
  readonly #sessions: SessionsView;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#sessions = new SessionsView(scope);
    this.#password = new PasswordForm({
      redraw: scope.redraw,
      change: async (current, next) => {
        const reply = await scope.ask((client) => client.call("changePassword", { body: { current, next } }));
        if (!reply.ok) return reply.told;
        scope.tell({ kind: "done", text: ACCOUNT.changed });
        void this.#sessions.load();
        return null;
      },
    });
  }

  title(): string {
    return say(OWN.title);
  }

  render(): TemplateResult {
    const { me } = this.#scope;
    return html`<h1>${say(OWN.title)}</h1>
      <div class="account">
        ${who(me)} ${this.#sessions.render()}
        <section class="card" aria-labelledby="account-password">
          <h2 id="account-password">${say(ACCOUNT.changeHeading)}</h2>
          <p class="quiet-text">${say(ACCOUNT.otherSessionsEnd)}</p>
          ${this.#password.render(me.email)}
        </section>
      </div>`;
  }

  visit(): boolean {
    return true;
  }

  close(): void {
    // Nothing goes on by itself.
  }
}

const who = (me: Me): TemplateResult =>
  html`<section class="card" aria-labelledby="account-who">
    <h2 id="account-who">${say(OWN.who)}</h2>
    ${facts([
      [say(OWN.name), me.name],
      [say(ACCOUNT.email), me.email],
      [say(OWN.organisation), me.organisation.name],
      [say(OWN.role), capitalised(say(ROLE_NAMES[me.role]))],
    ])}
    <p>${say(ROLE_SAYS[me.role])}</p>
    <p class="quiet-text">${say(OWN.wrong)}</p>
  </section>`;
