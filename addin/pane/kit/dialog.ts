/** A question over the pane. Excel's webviews have no confirm, alert or prompt, and older ones no <dialog>. */
import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { button } from "./button.ts";
import { say } from "./language.ts";
import { CLOSE } from "./words.ts";

export interface DialogOptions {
  readonly title: string;
  readonly body: unknown;
  /** Buttons, the one to be pressed most likely first. */
  readonly actions: unknown;
  readonly close: () => void;
}

/** One at a time: it takes the focus when it opens and gives it back when it closes. */
export const dialog = ({ title, body, actions, close }: DialogOptions): TemplateResult =>
  html`<div class="dialog-backdrop">
    <section
      class="dialog"
      role="dialog"
      aria-modal="true"
      aria-labelledby="dialog-title"
      tabindex="-1"
      ${ref(holdFocus)}
      @keydown=${(event: KeyboardEvent) => {
        keepInside(event, close);
      }}
    >
      <header class="dialog-head">
        <h2 id="dialog-title">${title}</h2>
        ${button({ label: say(CLOSE), icon: "close", look: "quiet", isIconOnly: true, does: close })}
      </header>
      <div class="dialog-body" tabindex="0" role="group" aria-labelledby="dialog-title">${body}</div>
      <footer class="dialog-actions">${actions}</footer>
    </section>
  </div>`;

let cameFrom: Element | null = null;

function holdFocus(shown: Element | undefined): void {
  if (shown instanceof HTMLElement) {
    cameFrom = document.activeElement;
    // Its inside is put into the page after this is called.
    queueMicrotask(() => {
      shown.focus();
    });
    return;
  }
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
  cameFrom = null;
}

const FOCUSABLE = "button, input, textarea, select, a[href], [tabindex='0']";

function keepInside(event: KeyboardEvent, close: () => void): void {
  if (event.key === "Escape") {
    event.stopPropagation();
    close();
    return;
  }
  const { currentTarget } = event;
  if (event.key !== "Tab" || !(currentTarget instanceof HTMLElement)) return;
  const inside = [...currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first] = inside;
  const last = inside[inside.length - 1];
  const { activeElement } = document;
  const isAtStart = activeElement === first || activeElement === currentTarget;
  if (event.shiftKey ? !isAtStart : activeElement !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
