/** What is shown in a page's place to who is not signed in, or still has their first password. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ACCOUNT } from "../../addin/pane/kit/account-words.ts";
import { focusWhenDrawn } from "../../addin/pane/kit/after-drawing.ts";
import { button } from "../../addin/pane/kit/button.ts";
import { field } from "../../addin/pane/kit/field.ts";
import { spinner } from "../../addin/pane/kit/icons.ts";
import { say } from "../../addin/pane/kit/language.ts";
import type { Entrance } from "./entrance.ts";
import { sendButton, sent } from "./parts/form.ts";
import { PasswordForm } from "./parts/password-form.ts";
import { FRAME } from "./words.ts";

const EMAIL = "sign-in-email";
const PASSWORD = "sign-in-password";

export class SignIn {
  readonly #entrance: Entrance;
  readonly #redraw: () => void;
  readonly #passwordForm: PasswordForm;
  #email = "";
  #password = "";

  constructor(entrance: Entrance, redraw: () => void) {
    this.#entrance = entrance;
    this.#redraw = redraw;
    this.#passwordForm = new PasswordForm({
      redraw,
      change: async (current, next) => {
        await entrance.account.changePassword(current, next);
        return entrance.state.state.problem;
      },
    });
  }

  render(): TemplateResult {
    const { account } = this.#entrance.state.state;
    switch (account.kind) {
      case "looking":
        return html`<p class="page-loading" role="status">${spinner()} ${say(FRAME.looking)}</p>`;
      case "must-change-password":
        return html`<section class="card narrow">
          <h1>${say(ACCOUNT.changeHeading)}</h1>
          <p>${say(ACCOUNT.changeForced)}</p>
          ${this.#passwordForm.render(account.me.email)}
        </section>`;
      default:
        return this.#form(account.kind === "signed-out" ? account.oidcName : null);
    }
  }

  #form(oidcName: string | null): TemplateResult {
    const { busy, problem } = this.#entrance.state.state;
    const isBusy = busy === "signing-in";
    return html`<section class="card narrow">
      <h1>${say(FRAME.signIn)}</h1>
      <form
        class="form"
        novalidate
        @submit=${sent(() => {
          if (!isBusy) void this.#send();
        })}
      >
        ${field({
          id: EMAIL,
          label: say(ACCOUNT.email),
          kind: "email",
          autocomplete: "username",
          isRequired: true,
          maxLength: 200,
          value: this.#email,
          type: (text) => {
            this.#email = text;
          },
        })}
        ${field({
          id: PASSWORD,
          label: say(ACCOUNT.password),
          kind: "password",
          autocomplete: "current-password",
          isRequired: true,
          maxLength: 200,
          value: this.#password,
          type: (text) => {
            this.#password = text;
          },
          fault: problem ? say(problem) : null,
        })}
        <div class="actions">${sendButton(say(ACCOUNT.signIn), isBusy)}</div>
      </form>
      ${oidcName === null ? nothing : this.#singleSignOn(oidcName)}
    </section>`;
  }

  #singleSignOn(name: string): TemplateResult {
    return html`<p class="or"><span>${say(ACCOUNT.or)}</span></p>
      ${button({
        label: say(ACCOUNT.oidc(name)),
        icon: "link",
        describedBy: "oidc-hint",
        does: () => void this.#entrance.account.signInWithOidc(),
      })}
      <p class="hint" id="oidc-hint">${say(ACCOUNT.oidcHint)}</p>`;
  }

  async #send(): Promise<void> {
    const email = this.#email.trim();
    if (email === "" || this.#password === "") {
      focusWhenDrawn(email === "" ? EMAIL : PASSWORD);
      this.#redraw();
      return;
    }
    await this.#entrance.account.signIn(email, this.#password);
    if (this.#entrance.state.state.account.kind === "signed-out") focusWhenDrawn(PASSWORD);
    else this.#password = "";
  }
}
