import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";

interface SearchField {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly type: (text: string) => void;
}

/** Filters while it is typed in. */
export const searchField = ({ id, label, value, type }: SearchField): TemplateResult =>
  html`<div class="field compare-search">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="search"
      autocomplete="off"
      .value=${live(value)}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) type(target.value);
      }}
    />
  </div>`;
