/** What the same organisation planned in the round before, beside this round's. */
import { html, type TemplateResult } from "lit-html";
import { say } from "../../../../addin/pane/kit/language.ts";
import { UNIT_NAMES } from "../../../../shared/money.ts";
import type { Bilingual } from "../../../../shared/rule.ts";
import type { Scope } from "../../page.ts";
import { choice, tick } from "../../parts/form.ts";
import { showKnown } from "../../parts/known.ts";
import { addressOf, submissionPlace } from "../../places.ts";
import type { OpenSubmissionPart, ShownSubmission, SubmissionPart } from "../part.ts";
import { KeptAnswer } from "./kept-answer.ts";
import { Paging } from "./paging.ts";
import {
  countKind,
  filterLines,
  LINE_KINDS,
  type LineFilter,
  type LineKind,
  type PreviousRound,
} from "./previous-lines.ts";
import { previousTable } from "./previous-table.ts";
import { searchField } from "./search-field.ts";
import { LINES, PREVIOUS } from "./words.ts";

const KIND_NAMES: Readonly<Record<LineKind, (count: number) => Bilingual>> = {
  all: PREVIOUS.all,
  changed: PREVIOUS.onlyChanged,
  added: PREVIOUS.onlyAdded,
  ended: PREVIOUS.onlyEnded,
};

class PreviousRoundPart implements SubmissionPart {
  readonly #scope: Scope;
  readonly #previous: KeptAnswer<PreviousRound>;
  readonly #paging: Paging;
  #shown: ShownSubmission;
  #filter: LineFilter = { kind: "all", search: "", isLargestFirst: false };

  constructor(scope: Scope, shown: ShownSubmission) {
    this.#scope = scope;
    this.#previous = new KeptAnswer(scope);
    this.#paging = new Paging(scope.redraw);
    this.#shown = shown;
    this.show(shown);
  }

  show(shown: ShownSubmission): void {
    this.#shown = shown;
    const { version, round, place } = shown;
    const params = { roundId: place.roundId, organisationId: place.organisationId, version };
    this.#previous.askAbout(`${String(version)} ${round.previousRoundId ?? ""}`, (client) =>
      client.call("compareWithPreviousRound", { params }),
    );
  }

  close(): void {
    this.#previous.close();
  }

  render(): TemplateResult {
    return html`<section class="compare">
      <h2>${say(PREVIOUS.heading)}</h2>
      ${showKnown(this.#previous.known, this.#previous.again, (previous) => this.#beside(previous))}
    </section>`;
  }

  #beside(previous: PreviousRound): TemplateResult {
    const { round, lines } = previous;
    if (!round) return html`<p class="compare-says">${say(PREVIOUS.noRound)}</p>`;
    const { place, version, round: now } = this.#shown;
    const { roundId, organisationId } = place;
    const { unit } = now;
    const shown = filterLines(lines, this.#filter);
    return html`${this.#sources(previous, round)} ${this.#tools(previous)}
      <p class="quiet-text">${say(LINES.unit(UNIT_NAMES[unit]))}</p>
      ${
        shown.length === 0
          ? html`<p role="status">${say(LINES.noneLeft)}</p>`
          : previousTable(
              { roundId, organisationId, version, unit, previous, canSee: this.#canSee },
              {
                lines: shown,
                paging: this.#paging,
                totalName: shown.length === lines.length ? PREVIOUS.total : PREVIOUS.totalShown,
              },
            )
      }`;
  }

  #sources({ versions }: PreviousRound, round: NonNullable<PreviousRound["round"]>): TemplateResult {
    if (versions.length === 0) return html`<p class="compare-says">${say(PREVIOUS.noVersions(round.name))}</p>`;
    return html`<p>
      ${say(PREVIOUS.comparedWith(round.name))}
      ${versions.map(({ organisationId, organisation, version }, index) => {
        const name = say(PREVIOUS.source(organisation, version));
        const address = addressOf(submissionPlace(round.id, organisationId, { version }));
        return html`${index === 0 ? "" : "; "}${this.#canSee(organisationId) ? html`<a href=${address}>${name}</a>` : name}`;
      })}
    </p>`;
  }

  /** Whoever oversees this organisation oversees those that went into it; the organisation itself sees only its own. */
  readonly #canSee = (organisationId: string): boolean => {
    const own = this.#shown.place.organisationId;
    return organisationId === own || this.#scope.me.organisation.id !== own;
  };

  #tools({ lines }: PreviousRound): TemplateResult {
    const { kind, search, isLargestFirst } = this.#filter;
    return html`<div class="compare-tools" role="search">
      ${choice({
        id: "previous-show",
        label: say(LINES.show),
        value: kind,
        options: LINE_KINDS.map((one) => [one, say(KIND_NAMES[one](countKind(lines, one)))] as const),
        choose: (value) => this.#set({ kind: value }),
      })}
      ${searchField({
        id: "previous-search",
        label: say(LINES.search),
        value: search,
        type: (text) => this.#set({ search: text }),
      })}
      ${tick({ label: say(LINES.largestFirst), isOn: isLargestFirst, set: (isOn) => this.#set({ isLargestFirst: isOn }) })}
    </div>`;
  }

  #set(change: Partial<LineFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#paging.reset();
    this.#scope.redraw();
  }
}

export const openPreviousRoundPart: OpenSubmissionPart = (scope, shown) => new PreviousRoundPart(scope, shown);
