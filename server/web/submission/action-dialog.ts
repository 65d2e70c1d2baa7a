/** Asks for what goes with an action: reasons, and what is sent along. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { dialog } from "../../../addin/pane/kit/dialog.ts";
import { field } from "../../../addin/pane/kit/field.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Trouble } from "../../../addin/sync/reply.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { COMMON } from "../words.ts";
import type { DraftComment } from "./drafts.ts";
import type { ReviewAction } from "./rights.ts";
import { tellPlace } from "./sheet/place-button.ts";
import { ACTING, ACTIONS } from "./words.ts";

export const WHY_FIELD = "action-why";
const LONGEST_WHY = 2000;

export interface Overtaken {
  /** The version that came meanwhile; null where the same one was dealt with. */
  readonly newer: number | null;
  /** Who brought it. */
  readonly by: string;
  /** Something was written, and stays. */
  readonly isKept: boolean;
}

interface ActionDialog {
  readonly action: ReviewAction;
  readonly version: number;
  readonly why: string;
  /** Of a return: what is sent along. */
  readonly comments: readonly DraftComment[];
  /** What the service said to it. */
  readonly fault: Bilingual | null;
  /** Somebody acted first: it can't be done any more. */
  readonly overtaken: Overtaken | null;
  readonly isWhyMissing: boolean;
  readonly isBusy: boolean;
  readonly write: (why: string) => void;
  readonly drop: (comment: DraftComment) => void;
  readonly send: () => void;
  /** Shows the version that came meanwhile. */
  readonly see: (version: number) => void;
  readonly close: () => void;
}

export function actionDialog(asked: ActionDialog): TemplateResult {
  const { action, version, why, fault, overtaken, isWhyMissing, write, close } = asked;
  const words = ACTIONS[action];
  return dialog({
    title: say(words.title, { version }),
    body: html`<div class="form">
      <p>${say(words.says)}</p>
      ${
        words.field
          ? field({
              id: WHY_FIELD,
              label: say(words.field),
              kind: "area",
              maxLength: LONGEST_WHY,
              isRequired: action !== "accept",
              value: why,
              type: write,
              fault: isWhyMissing ? say(ACTING.whyMissing) : null,
            })
          : nothing
      }
      ${action === "return" ? sentAlong(asked) : nothing}
      ${fault ? statusLine({ kind: "error", text: overtaken ? overtakenText(overtaken, fault) : say(fault), isAlert: true }) : nothing}
    </div>`,
    actions: html`${mainButton(asked)} ${button({ label: say(overtaken ? COMMON.close : COMMON.cancel), does: close })}`,
    close,
  });
}

/** What can never succeed is not offered again. */
function mainButton({ action, overtaken, isBusy, send, see }: ActionDialog): TemplateResult | typeof nothing {
  if (!overtaken) return button({ label: say(ACTIONS[action].button), look: "primary", isBusy, does: send });
  const { newer } = overtaken;
  if (newer === null) return nothing;
  return button({ label: say(ACTING.see(newer)), look: "primary", does: () => see(newer) });
}

/** How somebody acted first. Null where it was not that. */
export function overtakenBy({ code, facts }: Trouble, isKept: boolean): Overtaken | null {
  if (code === "wrong-state") return { newer: null, by: "", isKept };
  const newer = Number(facts["version"]);
  return code === "version-conflict" && newer > 0 ? { newer, by: String(facts["name"] ?? "…"), isKept } : null;
}

function overtakenText({ newer, by, isKept }: Overtaken, fault: Bilingual): string {
  const told = newer === null ? `${say(ACTING.overtaken)} ${say(fault)}` : say(ACTING.versionCame(newer), { name: by });
  if (!isKept) return told;
  return `${told} ${say(newer === null ? ACTING.kept : ACTING.keptToMove(newer))}`;
}

function sentAlong({ comments, drop }: ActionDialog): TemplateResult {
  if (comments.length === 0) return html`<p class="hint">${say(ACTING.noComments)}</p>`;
  return html`<div>
    <p class="label">${say(ACTING.sentAlong(comments.length))}</p>
    <ul class="sent-along">
      ${comments.map(
        (comment) =>
          html`<li>
            <div>
              <p class="label">${tellPlace(comment, true)}</p>
              <p class="said-text">${comment.text}</p>
            </div>
            ${button({
              label: say(ACTING.drop, { place: tellPlace(comment, true) }),
              icon: "close",
              look: "quiet",
              isIconOnly: true,
              does: () => drop(comment),
            })}
          </li>`,
      )}
    </ul>
  </div>`;
}
