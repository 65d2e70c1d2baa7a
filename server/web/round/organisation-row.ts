/** One organisation of a round, as a row of its list. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment, tellTime } from "../../../addin/pane/kit/moments.ts";
import { printAmount, printCount } from "../../../addin/pane/kit/printing.ts";
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { badge, stateBadge } from "../parts/badge.ts";
import { isReopened } from "../parts/takes-version.ts";
import { addressOf, submissionPlace } from "../places.ts";
import { COMMON } from "../words.ts";
import { LIST } from "./words.ts";

export interface RowContext {
  readonly round: Round;
  /** Of all organisations: whose bar is whole. */
  readonly largestDong: number;
  readonly now: number;
  readonly isFresh: (organisationId: string) => boolean;
  /** Null for those who may not. */
  readonly reopen: ((line: ProgressLine) => void) | null;
}

/** The cells of a row; the row itself belongs to the list, which knows where it stands. */
export function rowCells(line: ProgressLine, context: RowContext): TemplateResult {
  const { round, now } = context;
  const place = submissionPlace(round.id, line.organisationId);
  return html`<th scope="row" class="at-name">
      <a href=${addressOf(place)}>${line.name}</a>${underName(line, context)}
    </th>
    <td class="at-state">${stateBadge(line.state, line.isLate)}</td>
    <td class="at-version figure">${line.version ?? ""}</td>
    <td class="at-time">${submitted(line, now)}</td>
    <td class="at-lines figure">${figure(line, line.lineItems)}</td>
    <td class="at-errors figure">${fault(line, line.errors, "error")}</td>
    <td class="at-warnings figure">${fault(line, line.warnings, "warning")}</td>
    <td class="at-total figure">${total(line, context)}</td>
    <td class="at-notes">${notes(line, context)}</td>`;
}

/** On a phone, where there is no room for their columns. */
const underName = (line: ProgressLine, context: RowContext): TemplateResult =>
  html`<span class="round-under">
    ${
      line.version === null
        ? nothing
        : html`<span class="quiet-text"
            >${say(COMMON.version(line.version))}${
              line.submittedAt === null ? "" : ` · ${say(tellTime(line.submittedAt, context.now))}`
            }</span
          >`
    }
    <span class="round-under-notes">${notes(line, context)}</span>
  </span>`;

const submitted = ({ submittedAt, submittedBy }: ProgressLine, now: number): TemplateResult | typeof nothing =>
  submittedAt === null
    ? nothing
    : html`<span class="not-on-paper">${say(tellTime(submittedAt, now))}</span
        ><span class="only-on-paper">${say(tellMoment(submittedAt))}</span
        ><span class="round-by quiet-text">${submittedBy ?? ""}</span>`;

/** Before there is a version its figures are none, not naught. */
const figure = ({ version }: ProgressLine, count: number): string => (version === null ? "" : printCount(count));

const fault = (line: ProgressLine, count: number, look: "error" | "warning"): TemplateResult | string =>
  count === 0 ? figure(line, count) : html`<span class="round-${look}">${figure(line, count)}</span>`;

function total({ totalDong }: ProgressLine, { round, largestDong }: RowContext): TemplateResult | typeof nothing {
  if (totalDong === null) return nothing;
  const share = largestDong > 0 ? Math.max(0, totalDong / largestDong) * 100 : 0;
  return html`${printAmount(totalDong, round.unit)}<span class="round-share" aria-hidden="true"
      ><span .style=${`width:${share.toFixed(1)}%`}></span
    ></span>`;
}

function notes(line: ProgressLine, { round, now, reopen }: RowContext): TemplateResult {
  const told: readonly Bilingual[] = [
    ...(line.isLocked ? [COMMON.locked] : []),
    ...(line.missingForms.length > 0 ? [LIST.missingForms(line.missingForms.length)] : []),
    ...(line.sheetsOfOtherYears.length > 0 ? [LIST.otherYears] : []),
    ...(isReopened(line.reopenedUntil, now) ? [LIST.reopened(tellTime(line.reopenedUntil ?? now, now))] : []),
  ];
  // What is locked is unlocked first: reopening alone would not let anything in.
  const mayReopen = reopen !== null && round.state === "closed" && !line.isLocked;
  return html`${line.unlockRequested ? html`${badge("ask", say(LIST.unlockAsked))} ` : nothing}<span class="quiet-text"
      >${told.map((one) => say(one)).join(" · ")}</span
    >${
      mayReopen
        ? html` <button
            type="button"
            class="button quiet round-reopen"
            aria-label=${say(LIST.reopenFor(line.name))}
            @click=${() => {
              reopen(line);
            }}
          >
            ${say(LIST.reopen)}
          </button>`
        : nothing
    }`;
}
