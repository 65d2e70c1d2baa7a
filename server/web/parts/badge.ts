/** A word in a box: how something stands. The colour only repeats what the word says. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { capitalised, ROUND_STATE_NAMES, STATE_NAMES } from "../../../shared/names.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionState } from "../../../shared/submission-states.ts";
import { wasSent } from "./was-sent.ts";
import { COMMON } from "../words.ts";

export type BadgeLook = "error" | "warning" | "info" | "done" | "ask" | "quiet";

export const badge = (look: BadgeLook, text: string): TemplateResult =>
  html`<span class="badge ${look}">${text}</span>`;

const STATE_LOOKS: Readonly<Record<SubmissionState, BadgeLook>> = {
  missing: "quiet",
  draft: "quiet",
  prepared: "ask",
  submitted: "info",
  returned: "error",
  accepted: "done",
};

/** "Đã nộp", and beside it that it came late; of what has not come, that it should have. */
export const stateBadge = (state: SubmissionState, isLate = false): TemplateResult =>
  html`${badge(STATE_LOOKS[state], capitalised(say(STATE_NAMES[state])))}${
    isLate ? html` ${badge("warning", say(wasSent(state) ? COMMON.late : COMMON.overdue))}` : nothing
  }`;

const ROUND_LOOKS: Readonly<Record<Round["state"], BadgeLook>> = { preparing: "quiet", open: "done", closed: "info" };

export const roundBadge = (state: Round["state"]): TemplateResult =>
  badge(ROUND_LOOKS[state], capitalised(say(ROUND_STATE_NAMES[state])));
