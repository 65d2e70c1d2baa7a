import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "./icons.ts";

export interface DisclosureOptions {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly title: string | TemplateResult;
  /** Made only when it is open. */
  readonly body: () => unknown;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

export const disclosure = ({ id, title, body, isOpen, toggle }: DisclosureOptions): TemplateResult =>
  html`<section class="disclosure">
    <h3>
      <button
        type="button"
        class="disclosure-head"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-controls=${id}
        @click=${toggle}
      >
        ${icon("chevron")}<span>${title}</span>
      </button>
    </h3>
    <div class="disclosure-body" id=${id} ?hidden=${!isOpen}>${isOpen ? body() : nothing}</div>
  </section>`;
