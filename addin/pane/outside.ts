/** What is shown where there is no Excel around the page, or one too old. */
import { html, type TemplateResult } from "lit-html";
import { TROUBLES, type Trouble } from "../host/troubles.ts";
import { PATHS } from "../manifest/facts.ts";
import { icon } from "./kit/icons.ts";
import { say } from "./kit/language.ts";
import { OUTSIDE_DEMO, OUTSIDE_HELP, OUTSIDE_TITLE } from "./words.ts";

export const outside = ({ code }: Trouble): TemplateResult =>
  html`<main class="outside" id="panel" tabindex="-1">
    <span class="empty-icon">${icon("sheet")}</span>
    <h1>${say(OUTSIDE_TITLE)}</h1>
    <p>${say(TROUBLES[code])}</p>
    <ul>
      <li><a href=${PATHS.help}>${say(OUTSIDE_HELP)}</a></li>
      <li><a href="/demo">${say(OUTSIDE_DEMO)}</a></li>
    </ul>
  </main>`;
