import { html, type TemplateResult } from "lit-html";
import { button } from "../kit/button.ts";
import { disclosure } from "../kit/disclosure.ts";
import { say } from "../kit/language.ts";
import type { Me } from "../../sync/state.ts";
import { signOut } from "./account-actions.ts";
import { question } from "./parts-of-page.ts";
import type { SubmitScope } from "./scope.ts";
import { tellMe } from "./standing.ts";
import { ACCOUNT } from "../kit/account-words.ts";

const ID = "submit-account";

/** Who is signed in; opened, how to leave. */
export const accountView = (scope: SubmitScope, me: Me): TemplateResult =>
  disclosure({
    id: ID,
    title: html`<span class="submit-me"
      ><span>${me.name}</span> <span class="quiet-text">${say(tellMe(me))}</span></span
    >`,
    isOpen: scope.view.isOpen(ID),
    toggle: () => {
      scope.view.toggle(ID);
    },
    body: () => accountActions(scope, me),
  });

const accountActions = (scope: SubmitScope, me: Me): TemplateResult =>
  html`<p class="quiet-text">${me.email}</p>
    <div class="actions">
      ${button({
        label: say(ACCOUNT.signOut),
        does: () => {
          void signOut(scope, false);
        },
      })}
      ${button({
        label: say(ACCOUNT.changeHeading),
        look: "quiet",
        does: () => {
          scope.own.goTo("password");
        },
      })}
      ${question(scope, {
        id: "sign-out-everywhere",
        opens: say(ACCOUNT.signOutEverywhere),
        asks: say(ACCOUNT.signOutAsk),
        yes: say(ACCOUNT.signOutEverywhere),
        does: () => {
          void signOut(scope, true);
        },
      })}
    </div>`;
