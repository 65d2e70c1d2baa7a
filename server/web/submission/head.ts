/** The head of a submission, whatever of it is shown: whose, how it stands, which version, its figures and files. */
import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "../../../addin/pane/kit/icons.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import { printCount, printMoney } from "../../../addin/pane/kit/printing.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import { capitalised } from "../../../shared/names.ts";
import { forms } from "../../../shared/forms/index.ts";
import type { Scope } from "../page.ts";
import { badge, stateBadge } from "../parts/badge.ts";
import { facts } from "../parts/facts.ts";
import { choice } from "../parts/form.ts";
import { addressOf } from "../places.ts";
import { COMMON } from "../words.ts";
import { versionDownloads } from "./compare/version-downloads.ts";
import type { ShownSubmission } from "./part.ts";
import { HEAD } from "./words.ts";

/** The page is not drawn again before it is printed: the time is put into it by itself. */
export function tellPrinted(): void {
  const at = document.querySelector(".submission-printed-at");
  if (at) at.textContent = say(HEAD.printed, { at: say(tellMoment(Date.now())) });
}

type VersionLine = SubmissionAnswer["versions"][number];

interface HeadParts {
  readonly round: Round;
  readonly submission: SubmissionAnswer;
  readonly organisationName: string;
  /** Null while there is none. */
  readonly line: VersionLine | null;
  /** What can be done. */
  readonly actions: unknown;
  readonly choose: (version: number) => void;
  /** Nothing that happens is heard of now. */
  readonly isAway: boolean;
  /** What is shown may be old. */
  readonly isOutdated: boolean;
  readonly scope: Scope;
}

export function submissionHead(parts: HeadParts): TemplateResult {
  const { round, submission, organisationName, line, actions, isAway, isOutdated } = parts;
  return html`<div class="submission-head">
    <nav class="crumbs" aria-label=${say(HEAD.where)}>
      <a href=${addressOf({ page: "rounds" })}>${say(HEAD.rounds)}</a> ›
      <a href=${addressOf({ page: "round", roundId: round.id })}>${round.name}</a> ·
      ${say(HEAD.deadline, { at: say(tellMoment(round.deadline)) })}
    </nav>
    <div class="page-head">
      <div class="submission-name">
        <h1>${organisationName}</h1>
        <p class="badges">
          ${stateBadge(submission.state, latestOf(submission)?.isLate ?? false)}
          ${submission.isLocked ? html`${badge("quiet", say(COMMON.locked))}` : nothing}
        </p>
        ${
          isAway || isOutdated
            ? html`<p class="quiet-text submission-away">${say(isAway ? HEAD.away : HEAD.outdated)}</p>`
            : nothing
        }
      </div>
      <div class="submission-tools">${line ? picker(parts, line) : nothing} ${actions}</div>
    </div>
    <p class="submission-printed">
      ${line ? html`${capitalised(versionName(line))} · ` : nothing}<span class="submission-printed-at"></span>
    </p>
    ${line ? lineFacts(parts, line) : nothing}
  </div>`;
}

const latestOf = ({ versions, latestVersion }: SubmissionAnswer): VersionLine | undefined =>
  versions.find(({ number }) => number === latestVersion);

function picker({ submission, choose }: HeadParts, shown: VersionLine): TemplateResult {
  const versions = [...submission.versions].sort((a, b) => b.number - a.number);
  return choice({
    id: "version-picker",
    label: say(HEAD.picker),
    isLabelHidden: true,
    value: String(shown.number),
    options: versions.map((line) => [String(line.number), versionName(line)] as const),
    choose: (value) => choose(Number(value)),
  });
}

/** "bản 3 · 14:05 ngày 22/11/2026 · Nguyễn A". */
const versionName = ({ number, at, by }: VersionLine): string =>
  `${say(COMMON.version(number))} · ${say(tellMoment(at))} · ${by.name}`;

function lineFacts({ round, scope, submission }: HeadParts, line: VersionLine): TemplateResult {
  const { lineItems, totalDong, errors, warnings, receipt, signedOffBy, by } = line;
  return html`<div class="submission-facts">
      ${facts([
        [
          say(HEAD.total),
          html`<strong>${totalDong === null ? say(HEAD.totalUnknown) : printMoney(totalDong, round.unit)}</strong>`,
        ],
        [say(HEAD.lines), printCount(lineItems)],
        [say(HEAD.findings), errors + warnings === 0 ? say(HEAD.clean) : say(HEAD.counts(errors, warnings))],
        [say(HEAD.receipt), receipt],
        signedOffBy ? [say(HEAD.preparedBy), by.name] : null,
        signedOffBy ? [say(HEAD.signedOffBy), signedOffBy.name] : null,
      ])}
      <div class="submission-files" role="group" aria-label=${say(HEAD.downloads)}>
        ${versionDownloads(scope, {
          roundId: submission.roundId,
          organisationId: submission.organisationId,
          version: line.number,
          hasFile: line.fileName !== null,
        })}
      </div>
    </div>
    ${remarks(line)}`;
}

/** What does not stop a submission and must not pass in silence. */
function remarks({ missingForms, sheetsOfOtherYears }: VersionLine): TemplateResult | typeof nothing {
  if (missingForms.length + sheetsOfOtherYears.length === 0) return nothing;
  const names = missingForms.map((id) => forms.find((form) => form.id === id)).flatMap((form) => form ?? []);
  return html`<ul class="remarks">
    ${
      names.length > 0
        ? remark(
            say(HEAD.missingForms),
            names.map(({ title }) => say(title)),
          )
        : nothing
    }
    ${sheetsOfOtherYears.length > 0 ? remark(say(HEAD.otherYears), sheetsOfOtherYears) : nothing}
  </ul>`;
}

const remark = (name: string, what: readonly string[]): TemplateResult =>
  html`<li>
    ${icon("warning")}<span><strong>${name}:</strong> ${what.join("; ")}</span>
  </li>`;

/** Why it stands as it does, of the latest version. */
export function whyItStands({
  submission,
  version,
}: Pick<ShownSubmission, "submission" | "version">): TemplateResult | typeof nothing {
  const { state, unlockRequest, isLocked, history, latestVersion } = submission;
  if (version !== latestVersion) return nothing;
  if (isLocked && unlockRequest) return told("warning", HEAD.unlockAsked, unlockRequest);
  const last = [...history].reverse().find(({ action }) => action === "return" || action === "withdraw");
  if (state === "returned" && last?.action === "return") return told("error", HEAD.whyReturned, last);
  if (state === "draft" && last?.action === "withdraw") return told("warning", HEAD.whyWithdrawn, last);
  return state === "prepared" ? statusLine({ kind: "info", text: say(HEAD.waits) }) : nothing;
}

interface Reason {
  readonly by: { readonly name: string };
  readonly at: string;
  readonly why: string;
}

const told = (kind: "warning" | "error", text: (typeof HEAD)["unlockAsked"], { by, at, why }: Reason): TemplateResult =>
  statusLine({ kind, text: say(text, { name: by.name, at: say(tellMoment(at)), why }) });
