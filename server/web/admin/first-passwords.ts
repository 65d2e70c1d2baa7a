/**
 * First passwords as they are given: shown here until they are hidden, to be copied, and known to nobody afterwards.
 * Kept in the memory of this tab for the person who gave them: another page may be looked at meanwhile.
 */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { copyText } from "../../../addin/pane/kit/copy-text.ts";
import { icon } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Scope } from "../page.ts";
import { sheetText } from "../parts/sheet-text.ts";
import { COMMON } from "../words.ts";
import { PASSWORDS } from "./words.ts";

interface FirstPassword {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly password: string;
}

/** The browser asks in its own words. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

export class FirstPasswords {
  readonly giverId: string;
  #redraw: () => void = () => undefined;
  #given: readonly FirstPassword[] = [];
  #isCopied = false;
  /** How many askings are under way of which some may come. */
  #awaited = 0;

  constructor(giverId: string) {
    this.giverId = giverId;
  }

  showOn(redraw: () => void): void {
    this.#redraw = redraw;
    this.#isCopied = false;
  }

  give(one: FirstPassword): void {
    this.#given = [...this.#given.filter(({ email }) => email !== one.email), one];
    this.#isCopied = false;
    this.#keepWindow();
    this.#redraw();
  }

  /** While it is asked for what may give some, the window isn't closed without a question either. */
  async awaitFrom<T>(asking: () => Promise<T>): Promise<T> {
    this.#awaited++;
    this.#keepWindow();
    try {
      return await asking();
    } finally {
      this.#awaited--;
      this.#keepWindow();
    }
  }

  forget(): void {
    this.#given = [];
    this.#keepWindow();
    this.#redraw();
  }

  #keepWindow(): void {
    if (this.#given.length > 0 || this.#awaited > 0) addEventListener("beforeunload", askBeforeLeaving);
    else removeEventListener("beforeunload", askBeforeLeaving);
  }

  render(): TemplateResult | typeof nothing {
    if (this.#given.length === 0) return nothing;
    return html`<section class="card first-passwords" aria-labelledby="first-passwords">
      <h2 id="first-passwords" tabindex="-1">${icon("lock")} ${say(PASSWORDS.heading)}</h2>
      <p>${say(PASSWORDS.once)}</p>
      ${this.#table()}
      <div class="actions">
        ${button({
          label: say(this.#isCopied ? COMMON.copied : PASSWORDS.copy),
          icon: this.#isCopied ? "tick" : "paste",
          look: "primary",
          does: () => void this.#copy(),
        })}
        ${button({ label: say(PASSWORDS.hide), does: () => this.forget() })}
      </div>
      <p class="sr-only" role="status">${this.#isCopied ? say(COMMON.copied) : ""}</p>
    </section>`;
  }

  #table(): TemplateResult {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say(PASSWORDS.heading)}>
      <table class="table">
        <thead>
          <tr>
            ${PASSWORDS.columns.map((column) => html`<th scope="col">${say(column)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.#given.map(
            ({ name, email, organisation, password }) =>
              html`<tr>
                <td>${name}</td>
                <td>${email}</td>
                <td>${organisation}</td>
                <td><code class="password">${password}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  async #copy(): Promise<void> {
    const rows = this.#given.map(({ name, email, organisation, password }) => [name, email, organisation, password]);
    this.#isCopied = await copyText(sheetText([PASSWORDS.columns.map((column) => say(column)), ...rows]));
    this.#redraw();
  }
}

/** Of this tab. */
let kept: FirstPasswords | null = null;

/** Those that this person has given and not hidden; another's are forgotten. */
export function firstPasswordsOf({ me, redraw }: Scope): FirstPasswords {
  if (kept?.giverId !== me.id) {
    kept?.forget();
    kept = new FirstPasswords(me.id);
  }
  kept.showOn(redraw);
  return kept;
}
