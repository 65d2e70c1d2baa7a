/** What a person does to the submission: the buttons, the question each of them asks, and the sending. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { addressOf } from "../places.ts";
import { actionDialog, overtakenBy, WHY_FIELD, type Overtaken } from "./action-dialog.ts";
import type { SubmissionParams } from "./comments.ts";
import type { DraftComment, Drafts } from "./drafts.ts";
import { maySubmit, offeredActions, type ReviewAction, type SeenSubmission } from "./rights.ts";
import { writePlace } from "./sheet/cell-place.ts";
import { ACTING, ACTIONS } from "./words.ts";

interface ActingOptions {
  readonly scope: Scope;
  readonly params: SubmissionParams;
  readonly drafts: Drafts;
  /** The service has done it. */
  readonly onDone: (submission: SubmissionAnswer, said: Bilingual) => void;
  /** It has not, as something else has happened meanwhile. */
  readonly onConflict: () => void;
  /** To a version that came meanwhile. */
  readonly goTo: (version: number) => void;
}

/** One question at a time. */
interface Asked {
  readonly action: ReviewAction;
  readonly version: number;
  readonly fault: Bilingual | null;
  /** Somebody acted first: it can't be done any more. */
  readonly overtaken: Overtaken | null;
  readonly isWhyMissing: boolean;
}

interface Sent extends Pick<Asked, "action" | "version"> {
  readonly why: string;
  readonly comments: readonly DraftComment[];
}

const MAIN: ReadonlySet<ReviewAction> = new Set(["accept", "sign-off"]);

export class Acting {
  readonly #options: ActingOptions;
  #asked: Asked | null = null;
  #isBusy = false;

  constructor(options: ActingOptions) {
    this.#options = options;
  }

  /** For the latest version, which is the one that is shown. */
  buttons(seen: SeenSubmission): TemplateResult | typeof nothing {
    const offered = offeredActions(seen);
    const { params } = this.#options;
    const mayUpload = maySubmit(seen);
    if (offered.length === 0 && !mayUpload) return nothing;
    return html`<div class="actions acting" role="group" aria-label=${say(ACTING.group)}>
      ${offered.map((action) =>
        button({
          label: say(ACTIONS[action].button),
          id: `act-${action}`,
          ...(MAIN.has(action) ? { look: "primary" as const } : {}),
          does: () => this.#ask(action, seen.submission.latestVersion),
        }),
      )}
      ${
        mayUpload
          ? html`<a class="button plain" href=${addressOf({ page: "upload", ...params })}>${say(ACTING.newVersion)}</a>`
          : nothing
      }
    </div>`;
  }

  dialog(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    const { drafts, scope, goTo } = this.#options;
    const { action, version } = asked;
    return actionDialog({
      ...asked,
      why: drafts.why(version, action),
      comments: action === "return" ? drafts.comments(version) : [],
      isBusy: this.#isBusy,
      write: (text) => drafts.writeWhy(version, { action, text }),
      drop: (comment) => {
        drafts.writeComment(version, writePlace(comment), "");
        scope.redraw();
      },
      send: () => void this.#send(asked),
      see: (newer) => {
        this.#asked = null;
        goTo(newer);
        scope.redraw();
      },
      close: () => {
        if (this.#isBusy) return;
        this.#asked = null;
        scope.redraw();
      },
    });
  }

  #ask(action: ReviewAction, version: number): void {
    this.#asked = { action, version, fault: null, overtaken: null, isWhyMissing: false };
    if (ACTIONS[action].field) focusWhenDrawn(WHY_FIELD);
    this.#options.scope.redraw();
  }

  async #send({ action, version }: Asked): Promise<void> {
    // Pressed twice before the button is drawn as busy.
    if (this.#isBusy) return;
    const { scope, drafts, onDone, onConflict } = this.#options;
    const why = drafts.why(version, action).trim();
    const isWhyMissing = why === "" && action !== "accept" && action !== "sign-off";
    this.#asked = { action, version, fault: null, overtaken: null, isWhyMissing };
    scope.redraw();
    if (isWhyMissing) {
      focusWhenDrawn(WHY_FIELD);
      return;
    }
    this.#isBusy = true;
    const comments = action === "return" ? drafts.comments(version) : [];
    const reply = await this.#request({ action, version, why, comments });
    this.#isBusy = false;
    if (reply.ok) {
      drafts.forgetSent(version, { action, comments });
      this.#asked = null;
      onDone(reply.value, filled(ACTIONS[action].done, version));
    } else {
      // What was written stays: in the question, and among the drafts.
      const isKept = why !== "" || comments.length > 0;
      const overtaken = overtakenBy(reply, isKept);
      this.#asked = { action, version, fault: reply.told, overtaken, isWhyMissing: false };
      if (reply.status === 409) onConflict();
    }
    scope.redraw();
  }

  #request({ action, version, why, comments }: Sent): Promise<Reply<SubmissionAnswer>> {
    const { params, scope } = this.#options;
    return scope.ask((client) => {
      switch (action) {
        case "accept":
          return client.call("acceptSubmission", { params, body: { version, why } });
        case "return": {
          const trimmed = comments.map(({ sheet, cell, text }) => ({ sheet, cell, text: text.trim() }));
          return client.call("returnSubmission", { params, body: { version, why, comments: trimmed } });
        }
        case "unlock":
          return client.call("unlock", { params, body: { why } });
        case "sign-off":
          return client.call("signOff", { params, body: { version } });
        case "withdraw":
          return client.call("withdraw", { params, body: { why } });
        case "request-unlock":
          return client.call("requestUnlock", { params, body: { why } });
      }
    });
  }
}

const filled = ({ vi, en }: Bilingual, version: number): Bilingual => ({
  vi: vi.replace("{version}", String(version)),
  en: en.replace("{version}", String(version)),
});
