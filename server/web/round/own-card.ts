/** The organisation's own line as its officers read it: how it stands, why it came back, what to do. */
import { html, nothing, type TemplateResult } from "lit-html";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment, tellTime } from "../../../addin/pane/kit/moments.ts";
import { printCount, printMoney } from "../../../addin/pane/kit/printing.ts";
import type { SubmissionAction } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Scope } from "../page.ts";
import { stateBadge } from "../parts/badge.ts";
import { facts } from "../parts/facts.ts";
import { Latest } from "../parts/latest.ts";
import { isReopened, takesVersion } from "../parts/takes-version.ts";
import { nextLinks, tellNext, type OwnLine } from "./next-step.ts";
import { OWN } from "./words.ts";

type Change = SubmissionAnswer["history"][number];

/** Actions whose reason is told while the state is still theirs. */
const REASONS: Readonly<Partial<Record<SubmissionAction, Bilingual>>> = {
  return: OWN.whyReturned,
  withdraw: OWN.whyWithdrawn,
  accept: OWN.whyAccepted,
};

export class OwnCard {
  readonly #latest: Latest<SubmissionAnswer>;

  constructor(scope: Scope, roundId: string) {
    const params = { roundId, organisationId: scope.me.organisation.id };
    this.#latest = new Latest({
      ask: () => scope.ask((client) => client.call("readSubmission", { params })),
      redraw: scope.redraw,
    });
    this.refresh();
  }

  refresh(): void {
    this.#latest.refresh();
  }

  close(): void {
    this.#latest.close();
  }

  render(own: OwnLine): TemplateResult {
    const { round, line, now } = own;
    return html`<section class="card round-own" id="own" aria-labelledby="own-heading">
      <h2 id="own-heading">
        ${say(OWN.heading)} <span class="round-own-state">${stateBadge(line.state, line.isLate)}</span>
      </h2>
      <p class="round-next">${say(tellNext(own))}</p>
      ${isReopened(line.reopenedUntil, now) ? html`<p>${say(OWN.reopened(tellMoment(line.reopenedUntil ?? now)))}</p>` : nothing}
      ${this.#reason(now)} ${nextLinks(own)} ${versionFacts(own)}
      ${takesVersion(round, line, now) ? html`<p class="hint">${say(OWN.excel)}</p>` : nothing}
    </section>`;
  }

  #reason(now: number): TemplateResult | typeof nothing {
    // What can't be read is left out: the submission's own page tells why.
    const { known } = this.#latest;
    const history: readonly Change[] = known.kind === "known" ? known.value.history : [];
    const last = history[history.length - 1];
    const title = last ? REASONS[last.action] : undefined;
    if (!last || !title || last.why.trim() === "") return nothing;
    return html`<div class="round-why">
      <p class="label">${say(title)}</p>
      <blockquote>${last.why}</blockquote>
      <p class="quiet-text">${say(OWN.said(last.by.name, tellTime(last.at, now)))}</p>
    </div>`;
  }
}

function versionFacts({ line, round, now }: OwnLine): TemplateResult | typeof nothing {
  if (line.version === null) return nothing;
  const told =
    line.submittedAt === null
      ? OWN.prepared(line.version)
      : OWN.submitted(line.version, tellTime(line.submittedAt, now), line.submittedBy ?? "");
  return html`<p>${say(told)}</p>
    ${facts([
      line.totalDong === null ? null : [say(OWN.total), printMoney(line.totalDong, round.unit)],
      [say(OWN.findings), `${printCount(line.errors)} / ${printCount(line.warnings)}`],
    ])}`;
}
