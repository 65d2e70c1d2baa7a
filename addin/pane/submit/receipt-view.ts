/** The receipt: what proves that it has arrived. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Receipt } from "../../../shared/api/submissions.ts";
import { formById } from "../../../shared/forms/index.ts";
import type { OutboxEntry } from "../../sync/state.ts";
import { say } from "../kit/language.ts";
import { copyText } from "../kit/copy-text.ts";
import { dismissButton } from "./dismiss-button.ts";
import { tellMoment } from "../kit/moments.ts";
import { badge, facts } from "./parts-of-page.ts";
import type { SubmitScope } from "./scope.ts";
import { shortHash } from "../kit/values.ts";
import { GENERAL, OUTBOX, ROUND } from "./words.ts";

export const receiptView = (scope: SubmitScope, entry: OutboxEntry, receipt: Receipt): TemplateResult =>
  html`${facts([
      [
        say(OUTBOX.receipt),
        copyable(scope, { shown: receipt.number, whole: receipt.number, label: say(OUTBOX.copyReceipt) }),
      ],
      [
        say(OUTBOX.at),
        html`${say(tellMoment(receipt.at))} ${receipt.isLate ? badge("warning", say(ROUND.late)) : nothing}`,
      ],
      [
        say(OUTBOX.sha256),
        copyable(scope, { shown: shortHash(receipt.sha256), whole: receipt.sha256, label: say(OUTBOX.copySha256) }),
      ],
      receipt.warnings === 0 ? null : [say(OUTBOX.warnings), String(receipt.warnings)],
      receipt.missingForms.length === 0
        ? null
        : [say(OUTBOX.missingForms), receipt.missingForms.map((form) => say(formById(form).title)).join("; ")],
      receipt.sheetsOfOtherYears.length === 0 ? null : [say(OUTBOX.otherYears), receipt.sheetsOfOtherYears.join(", ")],
    ])}
    <p class="quiet-text">${say(OUTBOX.keptHint)}</p>
    <div class="actions">${dismissButton(scope, entry)}</div>`;

interface Copyable {
  readonly shown: string;
  readonly whole: string;
  readonly label: string;
}

const copyable = ({ own }: SubmitScope, { shown, whole, label }: Copyable): TemplateResult =>
  html`<span class="submit-copyable">
    <code title=${whole}>${shown}</code>
    <button
      type="button"
      class="submit-copy"
      aria-label=${label}
      @click=${() => {
        void copyText(whole).then((isCopied) => {
          own.change({ copied: isCopied ? whole : null, note: isCopied ? GENERAL.copied : null });
        });
      }}
    >
      ${own.state.copied === whole ? say(GENERAL.copied) : say(GENERAL.copy)}
    </button>
  </span>`;
