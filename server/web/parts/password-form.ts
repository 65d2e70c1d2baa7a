/** Asks for the old password and twice for the new. */
import { html, type TemplateResult } from "lit-html";
import { ACCOUNT } from "../../../addin/pane/kit/account-words.ts";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { findPasswordFault } from "../../../addin/pane/kit/password-fault.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { sendButton, sent } from "./form.ts";

interface PasswordFormOptions {
  readonly redraw: () => void;
  /** @returns what is wrong; null when it is changed */
  readonly change: (current: string, next: string) => Promise<Bilingual | null>;
}

const FIELDS = { current: "password-current", next: "password-next", again: "password-again" } as const;
type FieldName = keyof typeof FIELDS;

export class PasswordForm {
  readonly #options: PasswordFormOptions;
  #typed: Readonly<Record<FieldName, string>> = { current: "", next: "", again: "" };
  #fault: Bilingual | null = null;
  #isBusy = false;

  constructor(options: PasswordFormOptions) {
    this.#options = options;
  }

  /** @param email whose password it is: for what the browser remembers */
  render(email: string): TemplateResult {
    const isAgain = this.#fault === ACCOUNT.notTheSame;
    return html`<form
      class="form"
      novalidate
      @submit=${sent(() => {
        if (!this.#isBusy) void this.#send();
      })}
    >
      <input type="email" autocomplete="username" .value=${email} readonly hidden />
      ${this.#field("current", ACCOUNT.current, {})}
      ${this.#field("next", ACCOUNT.next, {
        hint: say(ACCOUNT.rules),
        fault: this.#fault && !isAgain ? say(this.#fault) : null,
      })}
      ${this.#field("again", ACCOUNT.again, { fault: isAgain ? say(ACCOUNT.notTheSame) : null })}
      <div class="actions">${sendButton(say(ACCOUNT.change), this.#isBusy)}</div>
    </form>`;
  }

  #field(name: FieldName, label: Bilingual, more: { hint?: string; fault?: string | null }): TemplateResult {
    return field({
      ...more,
      id: FIELDS[name],
      label: say(label),
      kind: "password",
      autocomplete: name === "current" ? "current-password" : "new-password",
      isRequired: true,
      maxLength: 200,
      value: this.#typed[name],
      type: (text) => {
        this.#typed = { ...this.#typed, [name]: text };
      },
    });
  }

  async #send(): Promise<void> {
    const { current, next, again } = this.#typed;
    this.#fault = findPasswordFault(current, next, again);
    if (!this.#fault) {
      this.#isBusy = true;
      this.#options.redraw();
      this.#fault = await this.#options.change(current, next);
      this.#isBusy = false;
    }
    if (this.#fault) focusWhenDrawn(this.#fault === ACCOUNT.notTheSame ? FIELDS.again : FIELDS.next);
    else this.#typed = { current: "", next: "", again: "" };
    this.#options.redraw();
  }
}
