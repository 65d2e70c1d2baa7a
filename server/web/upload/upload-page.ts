/** For people without the add-in: a workbook is dropped, judged at once, explained, and submitted. */
import { html, nothing, type TemplateResult } from "lit-html";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { say } from "../../../addin/pane/kit/language.ts";
import { tellMoment, tellTimeLeft } from "../../../addin/pane/kit/moments.ts";
import { statusLine } from "../../../addin/pane/kit/status-line.ts";
import { API } from "../../../shared/api.ts";
import { addressOf as pathOf } from "../../../shared/api/client.ts";
import { FORM_IDS } from "../../../shared/appendix.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import { formById } from "../../../shared/forms/index.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { OpenPage, Page, Scope } from "../page.ts";
import { stateBadge } from "../parts/badge.ts";
import { downloadButton } from "../parts/download-button.ts";
import { facts } from "../parts/facts.ts";
import { showKnown } from "../parts/known.ts";
import { takesVersion } from "../parts/takes-version.ts";
import { addressOf, submissionPlace, type PlaceOf } from "../places.ts";
import { COMMON, FRAME } from "../words.ts";
import { dropZone } from "./drop-zone.ts";
import { FindingsView } from "./findings-view.ts";
import { receiptView } from "./receipt-view.ts";
import { summaryView } from "./summary-view.ts";
import { UploadDesk, type OwnRound } from "./upload-desk.ts";
import { RECEIPT, UPLOAD } from "./words.ts";

export const openUploadPage: OpenPage<"upload"> = (scope, place) => new UploadPage(scope, place);

class UploadPage implements Page<"upload"> {
  readonly #desk: UploadDesk;
  readonly #findings: FindingsView;
  readonly #stopping = new AbortController();
  #isOver = false;
  #hadReceipt = false;

  constructor(scope: Scope, place: PlaceOf<"upload">) {
    this.#desk = new UploadDesk(scope, place);
    this.#findings = new FindingsView(this.#desk);
    if (this.#desk.maySubmit) this.#hearDrops();
    void this.#desk.open();
  }

  title(): string {
    const { outcome } = this.#desk;
    // The browser writes it above a printed page, and a PDF is named by it.
    return say(outcome.kind === "received" ? RECEIPT.title(outcome.receipt.number) : UPLOAD.title);
  }

  render(): TemplateResult {
    const { own, retry } = this.#desk;
    this.#followReceipt();
    return html`${this.#head()} ${showKnown(own, retry, (known) => this.#body(known))}`;
  }

  visit({ roundId, organisationId }: PlaceOf<"upload">): boolean {
    const { place } = this.#desk;
    return roundId === place.roundId && organisationId === place.organisationId;
  }

  close(): void {
    this.#stopping.abort();
    this.#desk.close();
  }

  /** Whoever pressed “Nộp” is taken to the receipt. */
  #followReceipt(): void {
    const { outcome, own } = this.#desk;
    const hasReceipt = outcome.kind === "received" && own.kind === "known";
    if (hasReceipt && !this.#hadReceipt) focusWhenDrawn("upload-receipt-heading");
    this.#hadReceipt = hasReceipt;
  }

  /** Anywhere on the page: a file that misses the zone must not be opened in its place by the browser. */
  #hearDrops(): void {
    const { signal } = this.#stopping;
    const over = (isOver: boolean): void => {
      if (isOver === this.#isOver) return;
      this.#isOver = isOver;
      this.#desk.scope.redraw();
    };
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
    const dragged = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      over(true);
    };
    document.addEventListener("dragover", dragged, { signal });
    document.addEventListener("dragleave", ({ relatedTarget }) => over(relatedTarget !== null), { signal });
    const dropped = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      over(false);
      if (this.#takes) this.#desk.take([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("drop", dropped, { signal });
  }

  get #takes(): boolean {
    const { own, outcome } = this.#desk;
    const isBusy = outcome.kind === "sending" || outcome.kind === "received";
    return own.kind === "known" && refusalOf(own.value) === null && !isBusy;
  }

  #head(): TemplateResult {
    const { own, place, outcome } = this.#desk;
    const known = own.kind === "known" ? own.value : null;
    const { roundId, organisationId } = place;
    return html`<header class="page-head ${outcome.kind === "received" ? "upload-screen" : ""}">
      <div>
        <nav class="crumbs" aria-label=${say(UPLOAD.crumbs)}>
          <a href=${addressOf({ page: "rounds" })}>${say(FRAME.rounds)}</a>
          ${
            known
              ? html`› <a href=${addressOf({ page: "round", roundId })}>${known.round.name}</a> ›
                  <a href=${addressOf(submissionPlace(roundId, organisationId))}
                    >${known.line?.name ?? organisationId}</a
                  >`
              : nothing
          }
        </nav>
        <h1>${say(UPLOAD.title)}</h1>
      </div>
    </header>`;
  }

  #body(own: OwnRound): TemplateResult {
    const desk = this.#desk;
    if (!desk.maySubmit) return refused(desk, UPLOAD.notYours);
    if (desk.outcome.kind === "received")
      return html`<div class="upload-screen">${standingFacts(own)}</div>
        ${receiptView(desk, desk.outcome.receipt, own)}`;
    const refusal = refusalOf(own);
    if (refusal) return html`${standingFacts(own)} ${refused(desk, refusal)}`;
    const { file } = desk;
    return html`${standingFacts(own)} ${remarksOf(own).map((text) => statusLine({ kind: "info", text: say(text) }))}
    ${dropZone(desk, this.#isOver)}
    ${
      file
        ? html`<div class="upload-checked">
            ${summaryView(desk, file, own)} ${this.#findings.render(file.findings, own.round)}
          </div>`
        : templates(desk, own.round)
    }`;
  }
}

/** Why nothing is taken at all; null where it is. */
function refusalOf({ round, line }: OwnRound): Bilingual | null {
  if (!line) return UPLOAD.notExpected;
  if (round.state === "preparing") return UPLOAD.preparing;
  // What is locked may still be checked here.
  return takesVersion(round, { ...line, isLocked: false }, Date.now()) ? null : UPLOAD.closed;
}

function remarksOf({ round, line, submission }: OwnRound): readonly Bilingual[] {
  const until = round.state === "closed" ? (line?.reopenedUntil ?? null) : null;
  return [
    ...(until === null ? [] : [UPLOAD.reopened(tellMoment(until))]),
    ...(Date.parse(round.deadline) < Date.now() ? [UPLOAD.late] : []),
    ...(submission?.isLocked ? [UPLOAD.locked] : []),
  ];
}

function standingFacts({ round, line, submission }: OwnRound): TemplateResult {
  const latest = submission?.latestVersion ?? 0;
  const state = submission?.state ?? line?.state;
  return facts([
    [
      say(UPLOAD.deadline),
      html`${say(tellMoment(round.deadline))}
        <span class="quiet-text">(${say(tellTimeLeft(round.deadline, Date.now()).told)})</span>`,
    ],
    [say(UPLOAD.latest), say(latest === 0 ? UPLOAD.none : COMMON.version(latest))],
    state === undefined ? null : [say(UPLOAD.state), stateBadge(state, line?.isLate)],
  ]);
}

const refused = ({ place }: UploadDesk, why: Bilingual): TemplateResult =>
  statusLine({
    kind: "info",
    text: html`${say(why)}
      <a href=${addressOf(submissionPlace(place.roundId, place.organisationId))}>${say(UPLOAD.submission)}</a>`,
  });

/** Of the forms asked for; any of them where the round names none. */
const templates = ({ scope, place: { roundId } }: UploadDesk, { formIds }: Round): TemplateResult =>
  html`<section class="upload-templates" aria-labelledby="upload-templates-heading">
    <h2 id="upload-templates-heading">${say(UPLOAD.templates)}</h2>
    <p class="quiet-text">${say(UPLOAD.templatesSay)}</p>
    <ul>
      ${(formIds.length > 0 ? formIds : FORM_IDS).map(
        (formId) =>
          html`<li>
            ${downloadButton(scope, {
              path: pathOf(API.downloadTemplate, { params: { formId }, query: { roundId } }),
              label: say(formById(formId).title),
              look: "quiet",
            })}
          </li>`,
      )}
    </ul>
  </section>`;
