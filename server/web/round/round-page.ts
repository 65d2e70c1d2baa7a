/** A round while it fills up: who has submitted, what it adds up to, what to do. */
import { html, nothing, type TemplateResult } from "lit-html";
import { afterDrawing } from "../../../addin/pane/kit/after-drawing.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment } from "../../../addin/pane/kit/moments.ts";
import type { ProgressLine, RoundEvent } from "../../../shared/api/rounds.ts";
import type { OpenPage, Page, Scope } from "../page.ts";
import { addressOf, type PlaceOf } from "../places.ts";
import { showKnown } from "../parts/known.ts";
import { countHandedIn, countLines, type Counts } from "./counts.ts";
import { LiveProgress, type Progress } from "./live-progress.ts";
import { newsLine } from "./news-line.ts";
import { OrganisationList } from "./organisation-list.ts";
import { OwnCard } from "./own-card.ts";
import { OwnerNames } from "./owner-names.ts";
import { oversees } from "./rights.ts";
import { jumpLinks, pageHead } from "./round-head.ts";
import { RoundParts } from "./round-parts.ts";
import { RoundWork } from "./round-work.ts";
import { filterButtons, progressBar, progressSentence } from "./summary-view.ts";
import { PROGRESS, ROUND } from "./words.ts";

/** So that "còn 2 giờ" stays true. */
const TICK_MS = 30_000;

class RoundPage implements Page<"round"> {
  readonly #scope: Scope;
  readonly #roundId: string;
  readonly #progress: LiveProgress;
  readonly #list: OrganisationList;
  readonly #owners: OwnerNames;
  readonly #work: RoundWork;
  readonly #parts: RoundParts;
  readonly #clock: ReturnType<typeof setInterval>;
  #own: OwnCard | null = null;
  #isPrinting = false;
  #counted: { readonly of: readonly ProgressLine[]; readonly counts: Counts } | null = null;

  constructor(scope: Scope, roundId: string) {
    this.#scope = scope;
    this.#roundId = roundId;
    this.#list = new OrganisationList(scope.redraw);
    this.#owners = new OwnerNames(scope);
    this.#work = new RoundWork(scope, {
      roundId,
      print: () => {
        this.#print();
      },
      done: () => {
        this.#progress.again();
      },
    });
    this.#parts = new RoundParts(scope);
    this.#progress = new LiveProgress(scope, {
      roundId,
      onRead: (events) => {
        this.#read(events);
      },
      onLive: () => {
        this.#own?.refresh();
        this.#work.refresh();
        this.#parts.refresh();
      },
    });
    this.#clock = setInterval(scope.redraw, TICK_MS);
  }

  title(): string {
    const { known } = this.#progress;
    return known.kind === "known" ? known.value.round.name : say(ROUND.round);
  }

  visit({ roundId }: PlaceOf<"round">): boolean {
    return roundId === this.#roundId;
  }

  close(): void {
    clearInterval(this.#clock);
    this.#progress.close();
    this.#list.close();
    this.#parts.close();
    this.#own?.close();
    this.#work.close();
  }

  render(): TemplateResult {
    const { known } = this.#progress;
    return html`${known.kind === "known" ? nothing : html`<h1>${say(ROUND.round)}</h1>`}
    ${showKnown(
      known,
      () => {
        this.#progress.again();
      },
      (progress) => this.#show(progress),
    )}
    ${
      known.kind === "trouble"
        ? html`<p><a href=${addressOf({ page: "rounds" })}>${say(ROUND.toRounds)}</a></p>`
        : nothing
    }`;
  }

  #read(events: readonly RoundEvent[]): void {
    const { known } = this.#progress;
    const { me } = this.#scope;
    if (known.kind !== "known") return;
    const { lines } = known.value;
    const isExpected = lines.some(({ organisationId }) => organisationId === me.organisation.id);
    if (isExpected && !this.#own) this.#own = new OwnCard(this.#scope, this.#roundId);
    else if (events.some(({ organisationId }) => organisationId === me.organisation.id)) this.#own?.refresh();
    if (events.length > 0) this.#work.refresh();
    if (oversees(me)) this.#parts.show(known.value);
    this.#parts.hear(events.map(({ what }) => what));
  }

  #show(progress: Progress): TemplateResult {
    const { round, lines } = progress;
    const { me } = this.#scope;
    const now = Date.now();
    const own = lines.find(({ organisationId }) => organisationId === me.organisation.id);
    const isOverseer = oversees(me);
    const counts = this.#count(lines);
    return html`${pageHead({ round, ownerName: this.#owners.of(round), now, actions: this.#work.actions(round, counts.all - countHandedIn(counts)) })}
      <p class="round-printed">${say(ROUND.printed(tellMoment(now)))}</p>
      ${this.#work.panel(round)} ${isOverseer ? jumpLinks() : nothing}
      ${own && this.#own ? this.#own.render({ me, round, line: own, now }) : nothing}
      ${isOverseer ? this.#progressPart(progress, now) : this.#news(progress, now)}
      ${isOverseer ? this.#parts.render() : nothing} ${this.#work.question()}`;
  }

  #news({ lines }: Progress, now: number): TemplateResult {
    const { isLive, latest } = this.#progress;
    const nameOf = (id: string): string => lines.find(({ organisationId }) => organisationId === id)?.name ?? id;
    return newsLine({ isLive, latest, nameOf, now });
  }

  #progressPart(progress: Progress, now: number): TemplateResult {
    const { round, lines } = progress;
    const counts = this.#count(lines);
    return html`<section class="card round-progress" id="tien-do" aria-labelledby="progress-heading">
      <div class="round-progress-head">
        <h2 id="progress-heading">${say(ROUND.progress)}</h2>
        ${this.#news(progress, now)}
      </div>
      ${
        lines.length === 0
          ? html`<p>${say(PROGRESS.nobody)}</p>`
          : html`${progressSentence(counts)} ${progressBar(counts)}
            ${filterButtons({ counts, chosen: this.#list.filter, choose: this.#list.choose })}
            ${this.#list.render({
              round,
              lines,
              now,
              isFresh: (id) => this.#progress.isFresh(id),
              reopen: this.#work.reopener(round),
              isPrinting: this.#isPrinting,
            })}`
      }
    </section>`;
  }

  /** Of thousands it is counted once. */
  #count(lines: readonly ProgressLine[]): Counts {
    if (this.#counted?.of !== lines) this.#counted = { of: lines, counts: countLines(lines) };
    return this.#counted.counts;
  }

  /** All rows are put into the page first. */
  #print(): void {
    this.#isPrinting = true;
    this.#scope.redraw();
    afterDrawing(() => {
      print();
      this.#isPrinting = false;
      this.#scope.redraw();
    });
  }
}

export const openRoundPage: OpenPage<"round"> = (scope, { roundId }) => new RoundPage(scope, roundId);
