/** The frame around every page: where one can go, who is signed in, the language. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { button } from "../../addin/pane/kit/button.ts";
import { ACCOUNT } from "../../addin/pane/kit/account-words.ts";
import { spinner } from "../../addin/pane/kit/icons.ts";
import { language, say } from "../../addin/pane/kit/language.ts";
import { statusLine } from "../../addin/pane/kit/status-line.ts";
import type { Account } from "../../addin/sync/state.ts";
import type { Language } from "../../shared/money.ts";
import { capitalised, ROLE_NAMES } from "../../shared/names.ts";
import type { Bilingual } from "../../shared/rule.ts";
import type { Notice } from "./page.ts";
import { addressOf, type Place } from "./places.ts";
import { FRAME } from "./words.ts";

export interface FrameParts {
  readonly account: Account;
  /** Null where the address names no page. */
  readonly place: Place | null;
  /** Of the page, once it is there. */
  readonly title: string | null;
  readonly notice: Notice | null;
  readonly dismiss: () => void;
  readonly signOut: () => void;
  readonly speak: (chosen: Language) => void;
  /** Null while it is loaded. */
  readonly content: unknown;
}

export function frame(parts: FrameParts): TemplateResult {
  const { place, title, notice, dismiss, content } = parts;
  document.title = title === null ? "Phụ Lục" : `${title} · Phụ Lục`;
  return html`<a class="skip" href="#main">${say(FRAME.skip)}</a>
    ${head(parts)}
    <main id="main" class="page" tabindex="-1">
      ${notice ? statusLine({ kind: notice.kind, text: say(notice.text), isAlert: notice.kind === "error", dismiss }) : nothing}
      ${place === null ? noSuchPage() : (content ?? loading())}
    </main>`;
}

const head = (parts: FrameParts): TemplateResult =>
  html`<header class="head">
    <a class="head-name" href="/dot">Phụ Lục</a>
    <nav aria-label=${say(FRAME.nav)}>
      <ul>
        ${ways(parts).map(
          ({ to, name, isHere }) =>
            html`<li><a href=${to} aria-current=${ifDefined(isHere ? "page" : undefined)}>${say(name)}</a></li>`,
        )}
      </ul>
    </nav>
    <div class="head-person">${person(parts)} ${languageButton(parts)}</div>
  </header>`;

interface Way {
  readonly to: string;
  readonly name: Bilingual;
  readonly isHere: boolean;
}

function ways({ account, place }: FrameParts): readonly Way[] {
  const isAdministrator = account.kind === "signed-in" && account.me.role === "administrator";
  const page = place?.page;
  return [
    {
      to: addressOf({ page: "rounds" }),
      name: FRAME.rounds,
      isHere: page === "rounds" || page === "round" || page === "submission" || page === "upload",
    },
    ...(isAdministrator
      ? [{ to: addressOf({ page: "admin", part: "don-vi", id: null }), name: FRAME.admin, isHere: page === "admin" }]
      : []),
    { to: addressOf({ page: "rules", ruleId: null }), name: FRAME.rules, isHere: page === "rules" },
    { to: "/huong-dan", name: FRAME.help, isHere: false },
  ];
}

function person({ account, signOut }: FrameParts): unknown {
  if (account.kind !== "signed-in") return nothing;
  const { me } = account;
  return html`<a class="head-me" href=${addressOf({ page: "account" })}
      ><span>${me.name}</span>
      <span class="quiet-text">${me.organisation.name} · ${capitalised(say(ROLE_NAMES[me.role]))}</span></a
    >
    ${button({ label: say(ACCOUNT.signOut), look: "quiet", does: signOut })}`;
}

const languageButton = ({ speak }: FrameParts): TemplateResult => {
  const other: Language = language() === "vi" ? "en" : "vi";
  return html`<button type="button" class="button quiet" lang=${other} @click=${() => speak(other)}>
    ${say(other === "en" ? FRAME.inEnglish : FRAME.inVietnamese)}
  </button>`;
};

export const loading = (): TemplateResult =>
  html`<p class="page-loading" role="status">${spinner()} ${say(FRAME.loading)}</p>`;

const noSuchPage = (): TemplateResult =>
  html`<h1>${say(FRAME.noSuchPage)}</h1>
    <p>${say(FRAME.noSuchPageSays)} <a href="/dot">${say(FRAME.rounds)}</a></p>`;
