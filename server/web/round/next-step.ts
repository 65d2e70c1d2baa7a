/** What an organisation's own officer does next in a round, and where. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { icon } from "../../../addin/pane/kit/icons.ts";
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Me } from "../../../addin/sync/state.ts";
import { isReopened, takesVersion } from "../parts/takes-version.ts";
import { addressOf, submissionPlace } from "../places.ts";
import { NEXT, OWN, STANDS } from "./words.ts";

export interface OwnLine {
  readonly me: Me;
  readonly round: Round;
  readonly line: ProgressLine;
  readonly now: number;
}

export function tellNext({ round, line, now }: OwnLine): Bilingual {
  if (round.state === "preparing") return STANDS.preparing;
  if (line.unlockRequested) return STANDS.unlockAsked;
  if (takesVersion(round, line, now) && Date.parse(round.deadline) < now) {
    if (line.state === "missing") return STANDS.overdue;
    if (line.state === "draft") return STANDS.overdueDraft;
  }
  if (takesVersion(round, line, now) || line.state === "accepted" || line.state === "prepared") return NEXT[line.state];
  return round.state === "closed" && !isReopened(line.reopenedUntil, now) ? STANDS.closed : STANDS.locked;
}

/** Links that look like buttons: the most likely first. */
export function nextLinks({ me, round, line, now }: OwnLine): TemplateResult | typeof nothing {
  const ofOwn = { roundId: round.id, organisationId: line.organisationId };
  const mustSignOff = me.role === "submitter" && line.state === "prepared";
  // What was accepted and unlocked, or is under review, may be replaced; that is not what comes first.
  const isDue = line.state === "missing" || line.state === "draft" || line.state === "returned";
  const maySubmit = me.role === "submitter" && takesVersion(round, line, now);
  const upload = maySubmit
    ? html`<a class="button ${isDue ? "primary" : "plain"}" href=${addressOf({ page: "upload", ...ofOwn })}
        >${icon("submit")}<span>${say(line.version === null ? OWN.submit : OWN.submitNext)}</span></a
      >`
    : nothing;
  const look =
    line.version === null
      ? nothing
      : html`<a
          class="button ${mustSignOff ? "primary" : "plain"}"
          href=${addressOf(submissionPlace(round.id, line.organisationId))}
          >${icon("sheet")}<span>${say(mustSignOff ? OWN.signOff : OWN.look)}</span></a
        >`;
  if (upload === nothing && look === nothing) return nothing;
  return html`<div class="actions">${isDue ? upload : look}${isDue ? look : upload}</div>`;
}
