/** What others have just done to the submission, told above it while one looks. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { RoundEvent, RoundEventKind, SubmissionAction } from "../../../shared/api/rounds.ts";
import { ACTION_NAMES } from "../../../shared/names.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { addressOf, type Place } from "../places.ts";
import { NEWS } from "./words.ts";

/** Events that are somebody's doing, by what was done. */
const DONE: Readonly<Partial<Record<RoundEventKind, SubmissionAction>>> = {
  prepared: "prepare",
  "signed-off": "sign-off",
  withdrawn: "withdraw",
  submitted: "submit",
  returned: "return",
  accepted: "accept",
  "unlock-requested": "request-unlock",
  unlocked: "unlock",
};

const OTHER: Readonly<Partial<Record<RoundEventKind, Bilingual>>> = {
  commented: NEWS.commented,
  "comment-resolved": NEWS.resolved,
};

export interface News {
  readonly event: RoundEvent;
  /** A version that was not there before; null where nothing new is to be looked at. */
  readonly version: number | null;
}

/** Null where there is nothing to tell, as of drafts and of what this person did. */
export function newsOf(event: RoundEvent, { myId, known }: { myId: string; known: number }): News | null {
  if (event.by?.id === myId) return null;
  const isNew = (event.what === "submitted" || event.what === "prepared") && (event.version ?? 0) > known;
  if (isNew) return { event, version: event.version };
  return DONE[event.what] || OTHER[event.what] ? { event, version: null } : null;
}

/** @param latest where the new version is seen */
export function newsLine({ event, version }: News, latest: Place, dismiss: () => void): TemplateResult {
  const name = event.by?.name ?? "…";
  if (version !== null)
    return statusLine({
      kind: "info",
      text: html`${say(NEWS.version(version))}, ${say(NEWS.by, { name })}.
        <a href=${addressOf(latest)}>${say(NEWS.see)}</a>`,
      dismiss,
    });
  const action = DONE[event.what];
  const what = action ? ACTION_NAMES[action] : OTHER[event.what];
  return statusLine({ kind: "info", text: say(NEWS.happened, { name, what: what ? say(what) : "" }), dismiss });
}
