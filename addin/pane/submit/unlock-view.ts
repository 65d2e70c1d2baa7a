/** Asking for a locked submission to be unlocked. */
import { html, type TemplateResult } from "lit-html";
import { field } from "../kit/field.ts";
import { say } from "../kit/language.ts";
import { sendButton, sent } from "./parts-of-page.ts";
import type { SubmitScope } from "./scope.ts";
import { ROUND } from "./words.ts";

const ID = "unlock-why";

export function unlockForm(scope: SubmitScope): TemplateResult {
  const { view, own, sync } = scope;
  const isMissing = own.state.fault === ROUND.unlockMissing;
  return html`<form
    class="submit-form plain"
    novalidate
    @submit=${sent(() => {
      void ask(scope);
    })}
  >
    ${field({
      id: ID,
      label: say(ROUND.unlockWhy),
      kind: "area",
      hint: say(ROUND.unlockWhyHint),
      fault: isMissing ? say(ROUND.unlockMissing) : null,
      isRequired: true,
      maxLength: 2000,
      value: view.draft(ID),
      type: (text) => {
        view.type(ID, text);
      },
    })}
    <div class="actions">${sendButton(say(ROUND.askUnlock), sync.state.busy !== null)}</div>
  </form>`;
}

async function ask({ view, own, sync }: SubmitScope): Promise<void> {
  const why = view.draft(ID).trim();
  own.change({ fault: why === "" ? ROUND.unlockMissing : null });
  if (why === "") {
    document.getElementById(ID)?.focus();
    return;
  }
  await sync.requestUnlock(why);
  if (!sync.state.problem) view.type(ID, null);
}
