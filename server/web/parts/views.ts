/** Several views of one thing: links, as each has an address of its own. */
import { html, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { addressOf, type Place } from "../places.ts";

export interface ViewLink {
  readonly name: string;
  readonly place: Place;
  readonly isShown: boolean;
}

/** @param label what they are views of, for screen readers */
export const viewLinks = (label: string, links: readonly ViewLink[]): TemplateResult =>
  html`<nav class="views" aria-label=${label}>
    ${links.map(
      ({ name, place, isShown }) =>
        html`<a href=${addressOf(place)} aria-current=${ifDefined(isShown ? "page" : undefined)}>${name}</a>`,
    )}
  </nav>`;
