/** The submission as it stands, kept up to date while the page is open. */
import type { Round, RoundEvent } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Reply } from "../../../addin/sync/reply.ts";
import { ASKING, type Known, type Scope } from "../page.ts";
import { Latest } from "../parts/latest.ts";
import { Comments, type SubmissionParams } from "./comments.ts";
import type { ShownSubmission } from "./part.ts";
import { isSubmitter } from "./rights.ts";

export type KnownSubmission = Omit<ShownSubmission, "place" | "version">;

interface Told {
  readonly onChange: () => void;
  /** Something happened to this submission, or to all of the round. */
  readonly onEvent: (event: RoundEvent) => void;
}

/** After an asking that failed: each pause is twice the one before. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Events come in bursts: a return with ten comments. */
const REST_MS = 120;

export class Standing {
  readonly comments: Comments;
  readonly #scope: Scope;
  readonly #params: SubmissionParams;
  readonly #told: Told;
  readonly #latest: Latest<KnownSubmission>;
  readonly #stop: () => void;
  /** What the page was last told of. */
  #toldOf: Known<KnownSubmission> = ASKING;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #isAway = false;
  #name: string | null = null;

  constructor(scope: Scope, params: SubmissionParams, told: Told) {
    this.#scope = scope;
    this.#params = params;
    this.#told = told;
    this.comments = new Comments(scope, params, () => this.#tell());
    this.#latest = new Latest({ ask: () => this.#read(), redraw: () => this.#tell() });
    this.refresh();
    this.#stop = scope.watch(params.roundId, {
      onEvent: (event) => this.#hear(event),
      onLive: (isLive) => {
        this.#isAway = !isLive;
        // What happened before one could hear of it, at first too.
        if (isLive) this.#refreshSoon();
        scope.redraw();
      },
    });
  }

  get known(): Known<KnownSubmission> {
    return this.#latest.known;
  }

  /** Nothing that happens is heard of now. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** Asking for what is newer has failed: what is shown may be old. */
  get isOutdated(): boolean {
    return this.#latest.fault !== null || this.comments.isOutdated;
  }

  close(): void {
    this.#stop();
    clearTimeout(this.#again);
    clearTimeout(this.#clock);
    this.#latest.close();
    this.comments.close();
  }

  /** What is known stays until there is an answer. */
  refresh(): void {
    this.#latest.refresh();
    this.comments.refresh();
  }

  readonly retry = (): void => this.#latest.retry();

  /** As the service answered to an action. */
  put(submission: SubmissionAnswer): void {
    this.#latest.put((known) => ({ ...known, submission }));
  }

  #tell(): void {
    this.#tryAgain();
    const { known } = this.#latest;
    if (known === this.#toldOf) return this.#scope.redraw();
    this.#toldOf = known;
    this.#told.onChange();
  }

  #tryAgain(): void {
    if (this.#latest.isAsking || this.comments.isAsking) return;
    clearTimeout(this.#again);
    if (!this.isOutdated) {
      this.#pauseMs = FIRST_PAUSE_MS;
      return;
    }
    this.#again = setTimeout(() => this.refresh(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  #hear(event: RoundEvent): void {
    if (event.organisationId !== null && event.organisationId !== this.#params.organisationId) return;
    this.#told.onEvent(event);
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.refresh(), REST_MS);
  }

  async #read(): Promise<Reply<KnownSubmission>> {
    const { roundId } = this.#params;
    const { ask } = this.#scope;
    const [name, round, submission] = await Promise.all([
      this.#readName(),
      ask((client) => client.call("readRound", { params: { roundId } })),
      ask((client) => client.call("readSubmission", { params: this.#params })),
    ]);
    if (!name.ok) return name;
    if (!round.ok) return round;
    if (!submission.ok) return submission;
    const reopenedUntil = await this.#readReopening(round.value, submission.value);
    const value = { round: round.value, submission: submission.value, organisationName: name.value, reopenedUntil };
    return { ok: true, value };
  }

  /** Asked only for who submits, of a round that is closed: nobody else needs a reopening. */
  async #readReopening(round: Round, submission: SubmissionAnswer): Promise<string | null> {
    const { me, ask } = this.#scope;
    if (round.state !== "closed" || !isSubmitter({ me, submission })) return null;
    const reply = await ask((client) => client.call("readProgress", { params: { roundId: round.id } }));
    if (!reply.ok) return this.known.kind === "known" ? this.known.value.reopenedUntil : null;
    return reply.value.lines.find((line) => line.organisationId === me.organisation.id)?.reopenedUntil ?? null;
  }

  async #readName(): Promise<Reply<string>> {
    const { organisationId } = this.#params;
    const { me, ask } = this.#scope;
    if (me.organisation.id === organisationId) return { ok: true, value: me.organisation.name };
    if (this.#name !== null) return { ok: true, value: this.#name };
    const reply = await ask((client) => client.call("listOrganisations", {}));
    if (!reply.ok) return reply;
    this.#name = reply.value.organisations.find(({ id }) => id === organisationId)?.name ?? organisationId;
    return { ok: true, value: this.#name };
  }
}
