/** One organisation's submission to one round: its head, what may be done to it, and one of the views of a version. */
import { html, nothing, type TemplateResult } from "lit-html";
import { button } from "../../../addin/pane/kit/button.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { OpenPage, Page, Scope } from "../page.ts";
import { showKnown } from "../parts/known.ts";
import { viewLinks } from "../parts/views.ts";
import { addressOf, submissionPlace, SUBMISSION_VIEWS, type PlaceOf } from "../places.ts";
import { Acting } from "./acting.ts";
import { openComparisonPart } from "./compare/comparison-part.ts";
import { openHistoryPart } from "./compare/history-part.ts";
import { openOverlapsPart } from "./compare/overlaps-part.ts";
import { openPreviousRoundPart } from "./compare/previous-round-part.ts";
import { Drafts } from "./drafts.ts";
import { submissionHead, tellPrinted, whyItStands } from "./head.ts";
import { newsLine, newsOf, type News } from "./news.ts";
import { nothingYet } from "./nothing-yet.ts";
import type { OpenSubmissionPart, ShownSubmission, SubmissionPart } from "./part.ts";
import { isReviewer } from "./rights.ts";
import { SheetPart } from "./sheet/sheet-part.ts";
import { Standing, type KnownSubmission } from "./standing.ts";
import { ACTING, HEAD, VIEW_NAMES } from "./words.ts";

const OPENERS: Readonly<Record<Exclude<PlaceOf<"submission">["view"], "bang">, OpenSubmissionPart>> = {
  "so-sanh": openComparisonPart,
  "dot-truoc": openPreviousRoundPart,
  "trung-lap": openOverlapsPart,
  "dien-bien": openHistoryPart,
};

type SubmissionPlace = PlaceOf<"submission">;

class SubmissionPage implements Page<"submission"> {
  readonly #scope: Scope;
  readonly #standing: Standing;
  readonly #drafts: Drafts;
  readonly #acting: Acting;
  readonly #stopDrafts: () => void;
  #place: SubmissionPlace;
  #part: { readonly view: SubmissionPlace["view"]; readonly part: SubmissionPart } | null = null;
  #shown: ShownSubmission | null = null;
  #news: News | null = null;

  constructor(scope: Scope, place: SubmissionPlace) {
    this.#scope = scope;
    this.#place = place;
    const { roundId, organisationId } = place;
    const params = { roundId, organisationId };
    this.#drafts = new Drafts({ ...params, personId: scope.me.id }, localStorage);
    addEventListener("beforeprint", tellPrinted);
    this.#stopDrafts = this.#drafts.watch(scope.redraw);
    this.#standing = new Standing(scope, params, {
      onChange: () => this.#follow(),
      onEvent: (event) => {
        const known = this.#standing.known;
        const latest = known.kind === "known" ? known.value.submission.latestVersion : 0;
        this.#news = newsOf(event, { myId: scope.me.id, known: latest }) ?? this.#news;
      },
    });
    this.#acting = new Acting({
      scope,
      params,
      drafts: this.#drafts,
      onDone: (submission, said) => this.#onDone(submission, said),
      onConflict: () => this.#standing.refresh(),
      goTo: (version) => this.#goTo(version),
    });
  }

  title(): string {
    const { known } = this.#standing;
    return known.kind === "known" ? say(HEAD.title, { name: known.value.organisationName }) : say(HEAD.loading);
  }

  visit(place: SubmissionPlace): boolean {
    const { roundId, organisationId } = this.#place;
    if (place.roundId !== roundId || place.organisationId !== organisationId) return false;
    this.#place = place;
    this.#follow();
    return true;
  }

  close(): void {
    this.#stopDrafts();
    removeEventListener("beforeprint", tellPrinted);
    this.#standing.close();
    this.#part?.part.close();
  }

  render(): TemplateResult {
    const { known } = this.#standing;
    if (known.kind === "known") return this.#whole(known.value);
    return html`<h1 class=${known.kind === "asking" ? "sr-only" : ""}>${say(HEAD.loading)}</h1>
      ${showKnown(known, this.#standing.retry, () => html``)}`;
  }

  /** The latest goes without its number, once it is here. */
  #goTo(version: number): void {
    const { known } = this.#standing;
    const isLatest = known.kind === "known" && known.value.submission.latestVersion === version;
    this.#scope.go({ ...this.#place, version: isLatest ? null : version, since: null, cell: null });
  }

  #onDone(submission: SubmissionAnswer, said: Bilingual): void {
    this.#standing.put(submission);
    this.#news = null;
    this.#scope.tell({ kind: "done", text: said });
    this.#standing.comments.refresh();
  }

  /** The address or the submission has changed: the view is told, or another one opened. */
  #follow(): void {
    const { known } = this.#standing;
    if (known.kind !== "known") return this.#scope.redraw();
    const before = this.#shown;
    const { submission } = known.value;
    // Whoever looks at the latest version goes on looking at it when a newer one arrives: its address then says so.
    if (
      before &&
      this.#place.version === null &&
      before.place.version === null &&
      before.version < submission.latestVersion
    ) {
      this.#scope.go({ ...this.#place, version: before.version }, "replace");
      return;
    }
    const version = this.#place.version ?? submission.latestVersion;
    const hasVersion = submission.versions.some(({ number }) => number === version);
    this.#shown = hasVersion ? { ...known.value, place: this.#place, version } : null;
    if (this.#news?.version === version) this.#news = null;
    this.#showPart();
    this.#scope.redraw();
  }

  #showPart(): void {
    const shown = this.#shown;
    const view = this.#place.view;
    if (this.#part && (!shown || this.#part.view !== view)) {
      this.#part.part.close();
      this.#part = null;
    }
    if (!shown) return;
    if (this.#part) this.#part.part.show(shown);
    else this.#part = { view, part: this.#openPart(view, shown) };
  }

  #openPart(view: SubmissionPlace["view"], shown: ShownSubmission): SubmissionPart {
    if (view !== "bang") return OPENERS[view](this.#scope, shown);
    return new SheetPart(this.#scope, shown, { comments: this.#standing.comments, drafts: this.#drafts });
  }

  #whole(known: KnownSubmission): TemplateResult {
    const shown = this.#shown;
    const { round, submission, organisationName } = known;
    const seen = { ...known, me: this.#scope.me };
    const isLatest = shown?.version === submission.latestVersion;
    return html`${submissionHead({
      round,
      submission,
      organisationName,
      line: submission.versions.find(({ number }) => number === shown?.version) ?? null,
      actions: isLatest ? this.#acting.buttons(seen) : nothing,
      choose: (version) =>
        this.#scope.go({ ...this.#place, version: version === submission.latestVersion ? null : version, cell: null }),
      isAway: this.#standing.isAway,
      isOutdated: this.#standing.isOutdated,
      scope: this.#scope,
    })}
    ${this.#newsLine(submission)}
    ${
      shown
        ? html`${this.#notices(shown)} ${this.#views(shown)} ${this.#part?.part.render() ?? nothing}`
        : nothingYet(seen, this.#place)
    }
    ${this.#acting.dialog()}`;
  }

  /** Of a version only once it is here: its link leads to it. */
  #newsLine({ latestVersion }: SubmissionAnswer): TemplateResult | typeof nothing {
    if (!this.#news || (this.#news.version ?? 0) > latestVersion) return nothing;
    return newsLine(this.#news, { ...this.#place, version: null, since: null, cell: null }, () => {
      this.#news = null;
      this.#scope.redraw();
    });
  }

  #notices(shown: ShownSubmission): unknown {
    const { submission, version } = shown;
    if (version !== submission.latestVersion)
      return statusLine({
        kind: "warning",
        text: html`${say(HEAD.notLatest(submission.latestVersion))}
          <a href=${addressOf({ ...this.#place, version: null, since: null, cell: null })}>${say(HEAD.toLatest)}</a>`,
      });
    const left = isReviewer({ ...shown, me: this.#scope.me }) ? this.#drafts.versionLeftBehind(version) : null;
    return html`${whyItStands(shown)}${left === null ? nothing : this.#leftBehind(left, version)}`;
  }

  #leftBehind(from: number, to: number): TemplateResult {
    return statusLine({
      kind: "info",
      text: say(ACTING.leftBehind(from)),
      actions: button({
        label: say(ACTING.moveHere),
        does: () => {
          this.#drafts.move(from, to);
          this.#scope.redraw();
        },
      }),
    });
  }

  #views({ place }: ShownSubmission): TemplateResult {
    const { roundId, organisationId, version } = place;
    return viewLinks(
      say(HEAD.views),
      SUBMISSION_VIEWS.map((view) => ({
        name: say(VIEW_NAMES[view]),
        place: submissionPlace(roundId, organisationId, { view, version }),
        isShown: view === place.view,
      })),
    );
  }
}

export const openSubmissionPage: OpenPage<"submission"> = (scope, place) => new SubmissionPage(scope, place);
