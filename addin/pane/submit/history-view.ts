/** The versions of a submission, and what happened to it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { ACTION_NAMES } from "../../../shared/names.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import { formById } from "../../../shared/forms/index.ts";
import type { Unit } from "../../../shared/money.ts";
import { STATE_NAMES } from "../../../shared/names.ts";
import { say } from "../kit/language.ts";
import { printMoney } from "../kit/printing.ts";
import { tellMoment } from "../kit/moments.ts";
import { badge, facts, longList, stepHead } from "./parts-of-page.ts";
import { roundOf, unitOfRound, type SubmitScope } from "./scope.ts";
import { HISTORY, OUTBOX, ROUND } from "./words.ts";

type Version = SubmissionAnswer["versions"][number];
type StateChange = SubmissionAnswer["history"][number];

export function historyView(scope: SubmitScope): TemplateResult {
  const { submission } = scope.sync.state;
  const unit = unitOfRound(scope);
  const versions = [...(submission?.versions ?? [])].sort((a, b) => b.number - a.number);
  // Of one moment, what is listed later happened later.
  const changes = [...(submission?.history ?? [])].reverse().sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  return html`<section class="submit-section">
    ${stepHead(scope, say(HISTORY.heading))}
    <p class="quiet-text">${roundOf(scope)?.name ?? ""}</p>
    <h3>${say(HISTORY.versions)}</h3>
    ${
      versions.length === 0
        ? html`<p class="hint">${say(HISTORY.none)}</p>`
        : longList(scope, { id: "versions", items: versions, item: (version) => versionView(version, unit) })
    }
    <h3>${say(HISTORY.events)}</h3>
    ${
      changes.length === 0
        ? html`<p class="hint">${say(HISTORY.noEvents)}</p>`
        : longList(scope, { id: "events", items: changes, item: changeView })
    }
  </section>`;
}

const versionView = (version: Version, unit: Unit): TemplateResult =>
  html`<article class="submit-version">
    <h4>
      ${say(HISTORY.version(version.number))}
      <span class="quiet-text">${say(tellMoment(version.at))}</span>
      ${version.isLate ? badge("warning", say(ROUND.late)) : nothing}
    </h4>
    ${facts([
      [say(HISTORY.by), version.by.name],
      version.signedOffBy ? [say(HISTORY.signedOffBy), version.signedOffBy.name] : null,
      [
        say(HISTORY.total),
        version.totalDong === null ? say(HISTORY.unknownTotal) : printMoney(version.totalDong, unit),
      ],
      [say(HISTORY.lineItems), String(version.lineItems)],
      [say(HISTORY.warnings), String(version.warnings)],
      version.errors === 0 ? null : [say(HISTORY.errors), String(version.errors)],
      [say(HISTORY.receipt), version.receipt],
      version.missingForms.length === 0
        ? null
        : [say(OUTBOX.missingForms), version.missingForms.map((form) => say(formById(form).title)).join("; ")],
      version.sheetsOfOtherYears.length === 0 ? null : [say(OUTBOX.otherYears), version.sheetsOfOtherYears.join(", ")],
    ])}
  </article>`;

const changeView = ({ at, by, action, version, from, to, why }: StateChange): TemplateResult =>
  html`<div class="submit-event">
    <p>
      <span class="label">${by.name}</span> ${say(ACTION_NAMES[action])}
      ${version === null ? nothing : say(ROUND.version(version))}
    </p>
    ${why === "" ? nothing : html`<p class="submit-why">“${why}”</p>`}
    <p class="quiet-text">
      ${say(tellMoment(at))}${from === to ? nothing : html` · ${say(STATE_NAMES[from])} → ${say(STATE_NAMES[to])}`}
    </p>
  </div>`;
