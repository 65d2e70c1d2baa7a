import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { icon, spinner, type IconName } from "./icons.ts";

export interface ButtonOptions {
  /** Already said in the pane's language. */
  readonly label: string;
  readonly does: () => void;
  readonly icon?: IconName;
  /** primary: the one thing to do here. quiet: without a frame. Left out: framed. */
  readonly look?: "primary" | "quiet";
  /** The label is for screen readers and the pointer only. */
  readonly isIconOnly?: boolean;
  readonly isDisabled?: boolean;
  /** Under way: it turns, and can't be pressed again. */
  readonly isBusy?: boolean;
  readonly id?: string;
  /** The id of what says more about it. */
  readonly describedBy?: string;
}

export function button(options: ButtonOptions): TemplateResult {
  const { label, does, look, isIconOnly = false, isDisabled = false, isBusy = false } = options;
  const press = (): void => {
    if (!isBusy && !isDisabled) does();
  };
  // aria-disabled keeps the focus where it is, so that nobody is thrown out while something runs.
  return html`<button
    type="button"
    class="button ${look ?? "plain"} ${isIconOnly ? "icon-only" : ""}"
    id=${ifDefined(options.id)}
    aria-describedby=${ifDefined(options.describedBy)}
    aria-disabled=${isDisabled || isBusy ? "true" : "false"}
    aria-label=${ifDefined(isIconOnly ? label : undefined)}
    title=${ifDefined(isIconOnly ? label : undefined)}
    @click=${press}
  >
    ${isBusy ? spinner() : options.icon ? icon(options.icon) : nothing}${
      isIconOnly ? nothing : html`<span>${label}</span>`
    }
  </button>`;
}
