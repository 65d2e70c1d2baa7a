/** Signing in, and changing one's password: the forms. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../kit/button.ts";
import { field } from "../kit/field.ts";
import { say } from "../kit/language.ts";
import { changePassword, FIELDS, signIn } from "./account-actions.ts";
import { sendButton, sent, stepHead, stepHeading } from "./parts-of-page.ts";
import type { SubmitScope } from "./scope.ts";
import { ACCOUNT } from "../kit/account-words.ts";
import { BUSY, SIGN_IN } from "./words.ts";

const SHOWN = "submit-password-shown";

/** By e-mail address and password, and by single sign-on where the service has it. */
export function signInView(scope: SubmitScope, oidcName: string | null): TemplateResult {
  const { sync, view, own } = scope;
  const isBusy = sync.state.busy === "signing-in";
  const { problem } = sync.state;
  return html`<form
    class="submit-form"
    novalidate
    @submit=${sent(() => {
      if (!isBusy) void signIn(scope);
    })}
  >
    ${stepHeading(scope, "sign-in", say(SIGN_IN.heading))}
    <p class="hint">${say(SIGN_IN.why)}</p>
    ${field({
      id: FIELDS.email,
      label: say(ACCOUNT.email),
      kind: "email",
      autocomplete: "username",
      isRequired: true,
      maxLength: 200,
      value: view.draft(FIELDS.email),
      type: (text) => {
        view.type(FIELDS.email, text);
      },
    })}
    ${passwordField(scope, {
      id: FIELDS.password,
      label: say(ACCOUNT.password),
      autocomplete: "current-password",
      fault: problem && own.state.hasTried ? say(problem) : null,
    })}
    ${showPassword(scope)}
    <div class="actions">${sendButton(isBusy ? say(BUSY["signing-in"]) : say(ACCOUNT.signIn), isBusy)}</div>
    ${oidcName === null ? nothing : singleSignOn(scope, oidcName)}
  </form>`;
}

const singleSignOn = ({ sync }: SubmitScope, name: string): TemplateResult =>
  html`<div class="submit-or"><span>${say(ACCOUNT.or)}</span></div>
    <div class="actions">
      ${button({
        label: say(ACCOUNT.oidc(name)),
        icon: "link",
        describedBy: "oidc-hint",
        does: () => {
          void sync.signInWithOidc();
        },
      })}
    </div>
    <p class="hint" id="oidc-hint">${say(ACCOUNT.oidcHint)}</p>`;

/** Asks for the old password and twice for the new. @param isForced the first password must be changed before anything else */
export function passwordView(scope: SubmitScope, email: string, isForced: boolean): TemplateResult {
  const { sync, own } = scope;
  const isBusy = sync.state.busy !== null;
  const { fault } = own.state;
  const wrong = fault ?? sync.state.problem;
  const isAgain = fault === ACCOUNT.notTheSame;
  const heading = say(ACCOUNT.changeHeading);
  return html`<form
    class="submit-form"
    novalidate
    @submit=${sent(() => {
      if (!isBusy) void changePassword(scope);
    })}
  >
    ${isForced ? stepHeading(scope, "password", heading) : stepHead(scope, heading)}
    <p>${say(isForced ? ACCOUNT.changeForced : ACCOUNT.otherSessionsEnd)}</p>
    <input type="email" autocomplete="username" .value=${email} readonly hidden />
    ${passwordField(scope, {
      id: FIELDS.current,
      label: say(ACCOUNT.current),
      autocomplete: "current-password",
    })}
    ${passwordField(scope, {
      id: FIELDS.next,
      label: say(ACCOUNT.next),
      autocomplete: "new-password",
      hint: say(ACCOUNT.rules),
      fault: wrong && !isAgain ? say(wrong) : null,
    })}
    ${passwordField(scope, {
      id: FIELDS.again,
      label: say(ACCOUNT.again),
      autocomplete: "new-password",
      fault: isAgain ? say(ACCOUNT.notTheSame) : null,
    })}
    ${showPassword(scope)}
    <div class="actions">${sendButton(say(ACCOUNT.change), isBusy)}</div>
  </form>`;
}

interface PasswordOptions {
  readonly id: string;
  readonly label: string;
  readonly autocomplete: "current-password" | "new-password";
  readonly hint?: string;
  readonly fault?: string | null;
}

const passwordField = ({ view }: SubmitScope, options: PasswordOptions): TemplateResult =>
  field({
    ...options,
    kind: view.isOpen(SHOWN) ? "text" : "password",
    isRequired: true,
    maxLength: 200,
    value: view.draft(options.id),
    type: (text) => {
      view.type(options.id, text);
    },
  });

const showPassword = ({ view }: SubmitScope): TemplateResult =>
  html`<label class="choice">
    <input
      type="checkbox"
      .checked=${view.isOpen(SHOWN)}
      @change=${() => {
        view.toggle(SHOWN);
      }}
    />
    <span>${say(ACCOUNT.showPassword)}</span>
  </label>`;
