/** What is asked before something is done that can't simply be undone. One question at a time. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { dialog } from "../../../addin/pane/kit/dialog.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { COMMON } from "../words.ts";

interface Asked {
  readonly title: Bilingual;
  readonly body: () => TemplateResult;
  /** On the button that does it. */
  readonly yes: Bilingual;
  readonly does: () => Promise<void>;
}

export class Question {
  readonly #redraw: () => void;
  #asked: Asked | null = null;
  #isBusy = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  ask(asked: Asked): void {
    if (this.#isBusy) return;
    this.#asked = asked;
    this.#redraw();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#asked) return nothing;
    const { title, body, yes } = this.#asked;
    return dialog({
      title: say(title),
      body: body(),
      actions: html`${button({ label: say(yes), look: "primary", isBusy: this.#isBusy, does: () => void this.#do() })}
      ${button({ label: say(COMMON.cancel), does: () => this.#close() })}`,
      close: () => this.#close(),
    });
  }

  #close(): void {
    if (this.#isBusy) return;
    this.#asked = null;
    this.#redraw();
  }

  async #do(): Promise<void> {
    const asked = this.#asked;
    if (!asked || this.#isBusy) return;
    this.#isBusy = true;
    this.#redraw();
    await asked.does();
    this.#isBusy = false;
    this.#asked = null;
    this.#redraw();
  }
}

/** A question's text where it is one paragraph. */
export const paragraph =
  (text: Bilingual): (() => TemplateResult) =>
  () =>
    html`<p>${say(text)}</p>`;
