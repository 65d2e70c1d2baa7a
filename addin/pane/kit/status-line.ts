import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "./button.ts";
import { icon, spinner } from "./icons.ts";
import { say } from "./language.ts";
import { DISMISS } from "./words.ts";

export type StatusKind = "error" | "warning" | "info" | "done" | "busy";

export interface StatusOptions {
  readonly kind: StatusKind;
  readonly text: string | TemplateResult;
  /** Buttons under the text. */
  readonly actions?: unknown;
  readonly dismiss?: () => void;
  /** Read out when it comes: for what the officer must know now. */
  readonly isAlert?: boolean;
}

/** One thing said across the whole width: a refusal, progress, success. */
export const statusLine = ({ kind, text, actions, dismiss, isAlert = false }: StatusOptions): TemplateResult =>
  html`<div class="status ${kind}" role=${isAlert ? "alert" : "status"}>
    ${kind === "busy" ? spinner() : icon(kind)}
    <div class="status-text">
      <div>${text}</div>
      ${actions ? html`<div class="actions">${actions}</div>` : nothing}
    </div>
    ${
      dismiss ? button({ label: say(DISMISS), icon: "close", look: "quiet", isIconOnly: true, does: dismiss }) : nothing
    }
  </div>`;
