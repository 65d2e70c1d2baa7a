import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";

export interface FieldOptions {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly type?: (text: string) => void;
  readonly kind?: "text" | "email" | "password" | "area";
  readonly autocomplete?: "username" | "current-password" | "new-password" | "off";
  readonly hint?: string;
  /** What is wrong with it. */
  readonly fault?: string | null;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
}

/** A label, what is typed, and what is to be said of it. */
export function field(options: FieldOptions): TemplateResult {
  const { id, label, hint, fault } = options;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${options.kind === "area" ? area(options) : line(options)}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
  </div>`;
}

const describedBy = ({ id, hint, fault }: FieldOptions): string | undefined =>
  [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(" ") || undefined;

const typed =
  ({ type }: FieldOptions) =>
  ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) type?.(target.value);
  };

const line = (options: FieldOptions): TemplateResult =>
  html`<input
    id=${options.id}
    type=${options.kind ?? "text"}
    autocomplete=${options.autocomplete ?? "off"}
    maxlength=${ifDefined(options.maxLength)}
    ?required=${options.isRequired ?? false}
    aria-invalid=${options.fault ? "true" : "false"}
    aria-describedby=${ifDefined(describedBy(options))}
    .value=${live(options.value)}
    @input=${typed(options)}
  />`;

const area = (options: FieldOptions): TemplateResult =>
  html`<textarea
    id=${options.id}
    rows="3"
    maxlength=${ifDefined(options.maxLength)}
    ?required=${options.isRequired ?? false}
    aria-invalid=${options.fault ? "true" : "false"}
    aria-describedby=${ifDefined(describedBy(options))}
    .value=${live(options.value)}
    @input=${typed(options)}
  ></textarea>`;
