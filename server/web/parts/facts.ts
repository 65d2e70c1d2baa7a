import { html, nothing, type TemplateResult } from "lit-html";

/** Names and what they stand for; what is null is left out. */
export const facts = (lines: readonly (readonly [name: string, value: unknown] | null)[]): TemplateResult =>
  html`<dl class="facts">
    ${lines.map((line) =>
      line === null
        ? nothing
        : html`<div>
            <dt>${line[0]}</dt>
            <dd>${line[1]}</dd>
          </div>`,
    )}
  </dl>`;
