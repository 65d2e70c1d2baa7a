/** Rounds, and how the organisation stands in the chosen one: state, versions, comments, and consolidations for those who merge. */
import { chooseRoundId } from "./choose-round.ts";
import { isHidden, personOf, tellProblem, type Desk } from "./desk.ts";
import type { Reply, Trouble } from "./reply.ts";
import type { Me, SyncState } from "./state.ts";
import { keepText, readText } from "./storage.ts";

const ROUND_KEY = "phuluc.round";

export class Standing {
  readonly #desk: Desk;
  /** By round, the latest version that the officer has seen: what came while they worked is told when they submit. */
  readonly #known = new Map<string, number>();
  /** Rounds in which this person may not merge: not asked about again. */
  readonly #noMerging = new Set<string>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  knownVersion(roundId: string): number {
    return this.#known.get(roundId) ?? 0;
  }

  noteVersion(roundId: string, version: number): void {
    this.#known.set(roundId, version);
  }

  /** All anew. @param isAsked trouble is told to who asked, and not to who works */
  async load(isAsked: boolean): Promise<void> {
    const { asker, state, surroundings } = this.#desk;
    const me = personOf(state.state);
    if (!me) return;
    const [rounds, properties] = await Promise.all([
      asker.ask((client) => client.call("listRounds", {})),
      surroundings.readProperties().catch(() => ({ PhulucRound: undefined })),
    ]);
    if (!this.#isStill(me)) return;
    if (!rounds.ok) return this.#loadKnown(me, isAsked ? rounds : null);
    const found = rounds.value.rounds;
    const chosen = found.some(({ id }) => id === state.state.roundId) ? state.state.roundId : null;
    const remembered = { workbook: properties.PhulucRound ?? null, machine: readText(ROUND_KEY) };
    const roundId = chosen ?? chooseRoundId(found, remembered);
    state.change({ rounds: found, ...(roundId === state.state.roundId ? {} : nothingOf(roundId)) });
    await this.refresh(isAsked);
  }

  async choose(roundId: string): Promise<void> {
    keepText(ROUND_KEY, roundId);
    if (this.#desk.state.state.roundId !== roundId) this.#desk.state.change(nothingOf(roundId));
    await this.refresh(true);
  }

  /** Of the chosen round alone. */
  async refresh(isAsked: boolean): Promise<void> {
    const { state } = this.#desk;
    const { roundId } = state.state;
    const me = personOf(state.state);
    if (!me || roundId === null) return;
    const place = { roundId, organisationId: me.organisation.id };
    const [found, merging, reopening] = await Promise.all([
      this.#readSubmission(place),
      this.#readConsolidations(roundId),
      this.#readReopening(me, roundId),
    ]);
    if (!this.#isStill(me) || state.state.roundId !== roundId) return;
    const trouble = "trouble" in found ? found.trouble : null;
    if (trouble && isAsked) tellProblem(this.#desk, trouble.told);
    state.change({ ...("submission" in found ? found : {}), ...merging, ...reopening });
    if (!("submission" in found)) return;
    if (isAsked || !this.#known.has(roundId)) this.noteVersion(roundId, found.submission?.latestVersion ?? 0);
    await this.#keepKnown(me);
  }

  /** Nobody works here any more, or somebody else. */
  forget(): void {
    this.#known.clear();
    this.#noMerging.clear();
    this.#desk.state.change({ rounds: [], ...nothingOf(null) });
  }

  #isStill(me: Me): boolean {
    return personOf(this.#desk.state.state)?.id === me.id;
  }

  async #readSubmission(params: {
    readonly roundId: string;
    readonly organisationId: string;
  }): Promise<Pick<SyncState, "submission" | "comments"> | { readonly trouble: Trouble }> {
    const { asker } = this.#desk;
    const [submission, comments] = await Promise.all([
      asker.ask((client) => client.call("readSubmission", { params })),
      asker.ask((client) => client.call("listComments", { params })),
    ]);
    if (!submission.ok) return isHidden(submission) ? { submission: null, comments: [] } : { trouble: submission };
    return comments.ok
      ? { submission: submission.value, comments: comments.value.comments }
      : { submission: submission.value, comments: this.#desk.state.state.comments };
  }

  /** Asked only for who submits, of a round that is closed: nobody else needs a reopening. */
  async #readReopening({ role, organisation }: Me, roundId: string): Promise<Pick<SyncState, "reopenedUntil">> {
    const { asker, state } = this.#desk;
    const isClosed = state.state.rounds.find(({ id }) => id === roundId)?.state === "closed";
    if (!isClosed || role !== "submitter") return { reopenedUntil: null };
    const reply = await asker.ask((client) => client.call("readProgress", { params: { roundId } }));
    if (!reply.ok) return {};
    const own = reply.value.lines.find((line) => line.organisationId === organisation.id);
    return { reopenedUntil: own?.reopenedUntil ?? null };
  }

  async #readConsolidations(roundId: string): Promise<Partial<SyncState>> {
    if (this.#noMerging.has(roundId)) return {};
    const { asker } = this.#desk;
    const reply = await asker.ask((client) => client.call("listConsolidations", { params: { roundId } }));
    if (reply.ok) return { mayMerge: true, consolidations: reply.value.consolidations };
    if (!isHidden(reply)) return {};
    this.#noMerging.add(roundId);
    return { mayMerge: false, consolidations: [] };
  }

  /** Without network: as the service was last seen. */
  async #loadKnown(me: Me, trouble: Extract<Reply<never>, { ok: false }> | null): Promise<void> {
    const { outbox, state } = this.#desk;
    if (trouble) tellProblem(this.#desk, trouble.told);
    const kept = await outbox.then((open) => open.readKnown(me.id)).catch(() => null);
    if (!kept || !this.#isStill(me) || state.state.rounds.length > 0) return;
    const { rounds, roundId, submission, knownVersion } = kept;
    state.change({ rounds, roundId, submission });
    if (roundId !== null && !this.#known.has(roundId)) this.noteVersion(roundId, knownVersion);
  }

  async #keepKnown(me: Me): Promise<void> {
    const { outbox, state } = this.#desk;
    const { rounds, roundId, submission } = state.state;
    const knownVersion = roundId === null ? 0 : this.knownVersion(roundId);
    const known = { personId: me.id, rounds, roundId, submission, knownVersion };
    await outbox.then((open) => open.keepKnown(known)).catch(() => undefined);
  }
}

/** Of a round just chosen nothing is known yet. */
const nothingOf = (
  roundId: string | null,
): Pick<
  SyncState,
  "roundId" | "submission" | "reopenedUntil" | "comments" | "changes" | "consolidations" | "mayMerge"
> => ({
  roundId,
  submission: null,
  reopenedUntil: undefined,
  comments: [],
  changes: null,
  consolidations: [],
  mayMerge: false,
});
