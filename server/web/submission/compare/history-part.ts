/** The versions of a submission, and what happened to it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { copyText } from "../../../../addin/pane/kit/copy-text.ts";
import { say } from "../../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../../addin/pane/kit/moments.ts";
import type { SubmissionAnswer } from "../../../../shared/api/submissions.ts";
import { ACTION_NAMES, STATE_NAMES } from "../../../../shared/names.ts";
import type { Scope } from "../../page.ts";
import { COMMON } from "../../words.ts";
import type { OpenSubmissionPart, ShownSubmission, SubmissionPart } from "../part.ts";
import { Paging } from "./paging.ts";
import { versionCard, type Version } from "./version-card.ts";
import { HISTORY } from "./words.ts";

type StateChange = SubmissionAnswer["history"][number];

class HistoryPart implements SubmissionPart {
  readonly #scope: Scope;
  readonly #paging: Paging;
  #shown: ShownSubmission;

  constructor(scope: Scope, shown: ShownSubmission) {
    this.#scope = scope;
    this.#paging = new Paging(scope.redraw);
    this.#shown = shown;
  }

  show(shown: ShownSubmission): void {
    this.#shown = shown;
  }

  close(): void {
    this.#paging.reset();
  }

  render(): TemplateResult {
    return html`<div class="history">
      <section class="compare">
        <h2 id="history-versions" tabindex="-1">${say(HISTORY.versions)}</h2>
        ${this.#versions()}
      </section>
      <section class="compare">
        <h2 id="history-events" tabindex="-1">${say(HISTORY.events)}</h2>
        ${this.#events()}
      </section>
    </div>`;
  }

  #versions(): TemplateResult {
    const { submission, round, place, version: shown } = this.#shown;
    const { roundId, organisationId } = place;
    const versions = [...submission.versions].sort((a, b) => b.number - a.number);
    return html`<div class="version-cards">
        ${this.#paging.first("versions", versions).map((version, index) =>
          versionCard({
            version,
            roundId,
            organisationId,
            unit: round.unit,
            before: versions[index + 1]?.number ?? null,
            isShown: version.number === shown,
            copyHash: (one) => void this.#copyHash(one),
            scope: this.#scope,
          }),
        )}
      </div>
      ${this.#paging.more("versions", versions.length, "history-versions")}`;
  }

  #events(): TemplateResult {
    const { history } = this.#shown.submission;
    if (history.length === 0) return html`<p class="quiet-text">${say(HISTORY.noEvents)}</p>`;
    // Of one moment, what is listed later happened later.
    const events = [...history].reverse().sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
    return html`<ol class="timeline">
        ${this.#paging.first("events", events).map((event) => eventItem(event))}
      </ol>
      ${this.#paging.more("events", events.length, "history-events")}`;
  }

  async #copyHash({ number, sha256 }: Version): Promise<void> {
    const isCopied = await copyText(sha256);
    this.#scope.tell({
      kind: isCopied ? "done" : "error",
      text: isCopied ? HISTORY.hashCopied(number) : HISTORY.hashNotCopied(sha256),
    });
  }
}

const eventItem = ({ at, by, action, version, from, to, why }: StateChange): TemplateResult =>
  html`<li class="timeline-event of-${action}">
    <p>
      <strong>${by.name}</strong> ${say(ACTION_NAMES[action])}
      ${version === null ? nothing : say(COMMON.version(version))}
    </p>
    ${why === "" ? nothing : html`<p class="timeline-why">“${why}”</p>`}
    <p class="quiet-text">
      <time datetime=${at}>${say(tellMoment(at))}</time>${
        from === to ? nothing : html` · ${say(STATE_NAMES[from])} → ${say(STATE_NAMES[to])}`
      }
    </p>
  </li>`;

export const openHistoryPart: OpenSubmissionPart = (scope, shown) => new HistoryPart(scope, shown);
