/** One version as it was received: who, when, what it adds up to, its receipt, and the ways on from it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../../addin/pane/kit/button.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import { printCount, printMoney } from "../../../../addin/pane/kit/printing.ts";
import { shortHash } from "../../../../addin/pane/kit/values.ts";
import type { SubmissionAnswer } from "../../../../shared/api/submissions.ts";
import { formById } from "../../../../shared/forms/index.ts";
import type { Unit } from "../../../../shared/money.ts";
import type { Scope } from "../../page.ts";
import { badge } from "../../parts/badge.ts";
import { facts } from "../../parts/facts.ts";
import { addressOf, submissionPlace } from "../../places.ts";
import { COMMON } from "../../words.ts";
import { versionDownloads } from "./version-downloads.ts";
import { HISTORY } from "./words.ts";

export type Version = SubmissionAnswer["versions"][number];

interface VersionCard {
  readonly version: Version;
  readonly roundId: string;
  readonly organisationId: string;
  readonly unit: Unit;
  /** The one before; null for the first. */
  readonly before: number | null;
  readonly isShown: boolean;
  readonly copyHash: (version: Version) => void;
  readonly scope: Scope;
}

export function versionCard(card: VersionCard): TemplateResult {
  const { version, isShown } = card;
  const { number, at, isLate } = version;
  return html`<article class="version-card" aria-labelledby="version-${String(number)}">
    <h3 id="version-${String(number)}">
      ${say(HISTORY.version(number))} <span class="quiet-text">${say(tellMoment(at))}</span>
      ${isLate ? badge("warning", say(COMMON.late)) : nothing} ${isShown ? badge("info", say(HISTORY.shown)) : nothing}
    </h3>
    ${versionFacts(card)} ${ways(card)}
  </article>`;
}

const versionFacts = ({ version, unit, copyHash }: VersionCard): TemplateResult =>
  facts([
    [say(HISTORY.by), version.by.name],
    version.signedOffBy ? [say(HISTORY.signedOffBy), version.signedOffBy.name] : null,
    [say(HISTORY.total), version.totalDong === null ? say(HISTORY.unknownTotal) : printMoney(version.totalDong, unit)],
    [say(HISTORY.lineItems), printCount(version.lineItems)],
    [say(HISTORY.errors), printCount(version.errors)],
    [say(HISTORY.warnings), printCount(version.warnings)],
    [say(HISTORY.judgedWith), say(HISTORY.rules(version.judgedWith))],
    [say(HISTORY.receipt), version.receipt],
    [
      say(HISTORY.hash),
      html`<span class="version-hash"
        ><code title=${version.sha256}>${shortHash(version.sha256)}</code> ${button({
          label: say(HISTORY.copyHash(version.number)),
          icon: "paste",
          look: "quiet",
          isIconOnly: true,
          does: () => copyHash(version),
        })}</span
      >`,
    ],
    version.fileName === null ? null : [say(HISTORY.fileName), version.fileName],
    version.missingForms.length === 0
      ? null
      : [say(HISTORY.missingForms), version.missingForms.map((form) => say(formById(form).title)).join("; ")],
    version.sheetsOfOtherYears.length === 0 ? null : [say(HISTORY.otherYears), version.sheetsOfOtherYears.join(", ")],
  ]);

function ways({ version, roundId, organisationId, before, scope }: VersionCard): TemplateResult {
  const { number } = version;
  const link = (name: string, more: Parameters<typeof submissionPlace>[2]): TemplateResult =>
    html`<a href=${addressOf(submissionPlace(roundId, organisationId, { version: number, ...more }))}>${name}</a>`;
  return html`<div class="actions version-ways">
    ${link(say(HISTORY.view), {})}
    ${before === null ? nothing : link(say(HISTORY.compare(before)), { view: "so-sanh", since: before })}
    ${versionDownloads(scope, { roundId, organisationId, version: number, hasFile: version.fileName !== null })}
  </div>`;
}
