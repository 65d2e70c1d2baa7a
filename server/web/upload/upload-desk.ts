/** What is known and under way on the page, and what its buttons do. */
import type { ProgressLine, Round } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Known, Scope } from "../page.ts";
import { focusWhenDrawn } from "../../../addin/pane/kit/after-drawing.ts";
import { Latest } from "../parts/latest.ts";
import type { PlaceOf } from "../places.ts";
import { explanationsOf, typedOf, type Typed } from "./explaining.ts";
import { Kept, type Intent } from "./kept.ts";
import { isSettled, outcomeOf, type Outcome } from "./outcome.ts";
import { sendFile } from "./send-file.ts";
import { sentFileOf, type SentFile } from "./sent-file.ts";
import { FILE } from "./words.ts";

/** The round as it stands for the organisation that submits. */
export interface OwnRound {
  readonly round: Round;
  /** Null where the round does not expect the organisation. */
  readonly line: ProgressLine | null;
  readonly submission: SubmissionAnswer | null;
}

type FileStep =
  | { readonly kind: "none" }
  | { readonly kind: "sending"; readonly name: string; readonly part: number; readonly stop: () => void }
  | { readonly kind: "refused"; readonly told: Bilingual; readonly again: (() => void) | null }
  | { readonly kind: "sent" };

/** What was explained in a version; 0 while there is none. */
interface Before {
  readonly version: number;
  readonly typed: Typed;
}

type Trouble = Extract<Reply<never>, { readonly ok: false }>;

/** Judging a large workbook once more takes its time. */
const SUBMIT_MS = 180_000;
const WORKBOOK = /.\.xls[xm]$/i;

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class UploadDesk {
  readonly scope: Scope;
  readonly place: PlaceOf<"upload">;
  readonly #kept: Kept;
  readonly #own: Latest<OwnRound>;
  step: FileStep = { kind: "none" };
  /** The file last judged: while another is sent, and after one was refused, it is still there. */
  file: SentFile | null = null;
  /** What the person typed here; emptied by hand is typed too. */
  #typed: Typed = {};
  /** What was said of the latest version's findings, which stands until something else is typed. */
  #before: Before = { version: 0, typed: {} };
  outcome: Outcome = { kind: "none" };
  /** The latest version that the person has seen: what theirs takes the place of. */
  #replaces: number | null = null;
  #isClosed = false;

  constructor(scope: Scope, place: PlaceOf<"upload">) {
    this.scope = scope;
    this.place = place;
    this.#kept = new Kept(scope.me.id, place);
    this.#own = new Latest({ ask: () => this.#readOwn(), redraw: scope.redraw });
    this.#typed = this.#kept.read("typed") ?? {};
    this.file = this.#kept.read("file");
    if (this.file) this.step = { kind: "sent" };
  }

  get own(): Known<OwnRound> {
    return this.#own.known;
  }

  /** By the findings' places. */
  get typed(): Typed {
    return { ...this.#before.typed, ...this.#typed };
  }

  /** The version that an explanation was taken from; null where it was typed here, or there is none. */
  takenFrom(findingPlace: string): number | null {
    const isTaken = this.#typed[findingPlace] === undefined && this.#before.typed[findingPlace] !== undefined;
    return isTaken ? this.#before.version : null;
  }

  isTyped(findingPlace: string): boolean {
    return this.#typed[findingPlace] !== undefined;
  }

  get maySubmit(): boolean {
    const { me } = this.scope;
    return me.role === "submitter" && me.organisation.id === this.place.organisationId;
  }

  /** Until it is known what came of it, no other file may take its place: its answer would be read as the other's. */
  get isSubmitting(): boolean {
    return this.outcome.kind === "sending" || this.outcome.kind === "uncertain";
  }

  get latestVersion(): number {
    return this.#replaces ?? 0;
  }

  /** Looks where the organisation stands; at first also for a submission whose answer was not waited for. */
  async open(): Promise<void> {
    this.#own.refresh();
    const intent = this.maySubmit ? this.#kept.read("intent") : null;
    if (intent) await this.#send(intent, true);
  }

  readonly retry = (): void => this.#own.retry();

  async #readOwn(): Promise<Reply<OwnRound>> {
    const { scope } = this;
    const { roundId, organisationId } = this.place;
    const [progress, submission] = await Promise.all([
      scope.ask((client) => client.call("readProgress", { params: { roundId } })),
      scope.ask((client) => client.call("readSubmission", { params: { roundId, organisationId } })),
    ]);
    if (!progress.ok) return progress;
    const isAway = !submission.ok && submission.status !== 403 && submission.status !== 404;
    if (isAway) return submission;
    const { round, lines } = progress.value;
    const line = lines.find((one) => one.organisationId === organisationId) ?? null;
    const value = { round, line, submission: submission.ok ? submission.value : null };
    const trouble = await this.#readBefore(value.submission?.latestVersion ?? 0);
    if (trouble) return trouble;
    this.#replaces ??= value.submission?.latestVersion ?? 0;
    return { ok: true, value };
  }

  /** Known before the page is there: submitted without them, the explanations would be lost. */
  async #readBefore(version: number): Promise<Trouble | null> {
    if (!this.maySubmit || version === 0 || version === this.#before.version) return null;
    const { roundId, organisationId } = this.place;
    const params = { roundId, organisationId, version };
    const reply = await this.scope.ask((client) => client.call("readVersion", { params }));
    if (!reply.ok) return reply;
    this.#before = { version, typed: typedOf(reply.value.explanations) };
    return null;
  }

  /** The file takes the place of the one before. */
  readonly take = (files: readonly File[]): void => {
    const [file] = files;
    if (!file) return;
    if (this.isSubmitting) return this.scope.tell({ kind: "info", text: FILE.notWhileSubmitting });
    if (this.step.kind === "sending") this.step.stop();
    const fault = faultOf(files, file);
    if (fault) {
      this.step = { kind: "refused", told: fault, again: null };
      return this.scope.redraw();
    }
    void this.#sendFile(file);
  };

  async #sendFile(file: File): Promise<void> {
    const stopping = new AbortController();
    const show = (part: number): void => {
      if (stopping.signal.aborted) return;
      this.step = { kind: "sending", name: file.name, part, stop: () => stopping.abort() };
      this.scope.redraw();
    };
    show(0);
    const reply = await sendFile({
      file,
      params: this.place,
      readToken: this.scope.readToken,
      onProgress: show,
      signal: stopping.signal,
    });
    // Stopped, or another file took its place.
    if (reply === null || stopping.signal.aborted) return;
    if (!reply.ok) {
      const again = reply.code === "unreachable" || reply.status >= 500 ? () => this.take([file]) : null;
      this.step = { kind: "refused", told: reply.told, again };
      return this.scope.redraw();
    }
    this.file = sentFileOf(reply.value, file.name);
    this.step = { kind: "sent" };
    this.outcome = { kind: "none" };
    this.#kept.write("file", this.file);
    this.#kept.write("intent", null);
    // Whoever writes an explanation meanwhile goes on writing.
    if (!(document.activeElement instanceof HTMLTextAreaElement)) focusWhenDrawn("upload-summary-heading");
    this.scope.redraw();
  }

  readonly stopSending = (): void => {
    if (this.step.kind !== "sending") return;
    this.step.stop();
    this.step = { kind: "refused", told: FILE.cancelled, again: null };
    this.scope.redraw();
  };

  readonly type = (findingPlace: string, text: string): void => {
    this.#typed = { ...this.#typed, [findingPlace]: text };
    this.#kept.write("typed", this.#typed);
    this.scope.redraw();
  };

  /** @param replaces the version that was just looked at; left out: the one known before */
  readonly submit = async (replaces = this.latestVersion): Promise<void> => {
    const { file, typed } = this;
    if (!file || this.outcome.kind === "sending" || this.step.kind === "sending") return;
    this.#replaces = replaces;
    // What is not known to have arrived is sent again as it was.
    const waiting = this.outcome.kind === "uncertain" ? this.#kept.read("intent") : null;
    await this.#send(
      waiting ?? {
        idempotencyKey: newKey(),
        replaces,
        readFromFileId: file.fileId,
        attachedFileId: file.fileId,
        explanations: explanationsOf(file, typed),
        madeWith: null,
      },
      false,
    );
  };

  async #send(intent: Intent, isRecalled: boolean): Promise<void> {
    const { scope, place } = this;
    this.#kept.write("intent", intent);
    this.outcome = { kind: "sending", isRecalled };
    scope.redraw();
    const reply = await scope.ask((client) => client.call("submit", { params: place, body: intent }), {
      timeoutMs: SUBMIT_MS,
    });
    if (this.#isClosed) return;
    this.outcome = outcomeOf(reply);
    if (isSettled(this.outcome)) this.#kept.write("intent", null);
    if (this.outcome.kind === "received") {
      this.#replaces = this.outcome.receipt.version;
      this.#kept.write("file", null);
      this.#kept.write("typed", null);
    }
    scope.redraw();
    // Who submitted, and what the next version would be.
    if (this.outcome.kind === "received" || this.outcome.kind === "conflict") this.#own.refresh();
  }

  /** After a receipt: as at the beginning. */
  readonly startAnew = (): void => {
    this.file = null;
    this.#typed = {};
    this.step = { kind: "none" };
    this.outcome = { kind: "none" };
    this.scope.redraw();
  };

  close(): void {
    this.#isClosed = true;
    this.#own.close();
    if (this.step.kind === "sending") this.step.stop();
  }
}

function faultOf(files: readonly File[], { name, size }: File): Bilingual | null {
  if (files.length > 1) return FILE.onlyOne;
  if (!WORKBOOK.test(name)) return FILE.wrongKind(name);
  return size === 0 ? FILE.empty(name) : null;
}
