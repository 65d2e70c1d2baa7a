/** What is on its way, as the pane shows it: into the outbox, sent, answered, its receipt put into the workbook. */
import { CORE_VERSION } from "../../shared/version.ts";
import { makePieces } from "./body-pieces.ts";
import { personOf, type Desk } from "./desk.ts";
import { isMadeHere, noteMadeHere } from "./made-here.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxRecord } from "./outbox-record.ts";
import { newKey } from "./secrets.ts";
import { Sender } from "./sender.ts";
import type { Standing } from "./standing.ts";
import type { OutboxEntry, Parcel, SyncState } from "./state.ts";

export class Shipping {
  readonly #desk: Desk;
  readonly #standing: Standing;
  readonly #outbox: Outbox;
  readonly #sender: Sender;
  #records: readonly OutboxRecord[] = [];
  #sendingKey: string | null = null;
  #noting: Promise<void> = Promise.resolve();

  constructor(desk: Desk, standing: Standing, outbox: Outbox) {
    this.#desk = desk;
    this.#standing = standing;
    this.#outbox = outbox;
    const { asker, surroundings, state } = desk;
    this.#sender = new Sender({
      outbox,
      asker,
      now: surroundings.now,
      personId: () => personOf(state.state)?.id ?? null,
      onSending: (key) => {
        this.showSending(key);
        desk.windows.tell({ kind: "sending", key });
      },
      onChange: () => this.#tellChange(),
    });
  }

  /** Kept on the disk when it resolves; then it is tried. @throws Error when nobody is signed in, or no round is chosen */
  async submit({ sheets, explanations, workbook, lineItems }: Parcel): Promise<string> {
    const { state, surroundings } = this.#desk;
    const me = personOf(state.state);
    const round = state.state.rounds.find(({ id }) => id === state.state.roundId);
    if (!me || !round) throw new Error("nobody is signed in, or no round is chosen");
    const record: OutboxRecord = {
      idempotencyKey: newKey(),
      roundId: round.id,
      roundName: round.name,
      organisationId: me.organisation.id,
      personId: me.id,
      madeAt: surroundings.now(),
      workbook,
      lineItems,
      status: { kind: "waiting", tries: 0, nextTryAt: null },
      replaces: this.#standing.knownVersion(round.id),
      madeWith: CORE_VERSION,
      triedAt: null,
      isNoted: false,
    };
    noteMadeHere(record.idempotencyKey);
    await this.#outbox.add(record, await makePieces(sheets, explanations));
    await this.#tellChange();
    return record.idempotencyKey;
  }

  /** @param force what waits for its time is tried too */
  wake(force: boolean): Promise<void> {
    return this.#sender.wake(force);
  }

  async discard(idempotencyKey: string): Promise<void> {
    await this.#outbox.remove(idempotencyKey);
    await this.#tellChange();
  }

  find(idempotencyKey: string): OutboxRecord | null {
    return this.#records.find((record) => record.idempotencyKey === idempotencyKey) ?? null;
  }

  showSending(key: string | null): void {
    this.#sendingKey = key;
    this.#show();
  }

  /** As the outbox is now; another window may have changed it. */
  async reload(): Promise<void> {
    const before = new Map(this.#records.map(({ idempotencyKey, status }) => [idempotencyKey, status.kind]));
    this.#records = await this.#outbox.list();
    this.#show();
    const answered = this.#records.filter(
      ({ idempotencyKey, status }) => before.get(idempotencyKey) === "waiting" && status.kind !== "waiting",
    );
    for (const record of answered) this.#noteAnswer(record);
    this.noteReceipts();
    const { roundId } = this.#desk.state.state;
    if (answered.some((record) => record.roundId === roundId)) await this.#standing.refresh(false);
  }

  /** What Excel refused to take, because of a protected workbook for one, is offered to it again. */
  noteReceipts(): void {
    // One after another, so that none is put into the workbook twice.
    this.#noting = this.#noting.then(() => this.#noteReceipts()).catch(() => undefined);
  }

  close(): void {
    this.#sender.close();
    this.#outbox.close();
  }

  async #tellChange(): Promise<void> {
    this.#desk.windows.tell({ kind: "outbox" });
    await this.reload();
  }

  #show(): void {
    const outbox = this.#records.map((record) => toEntry(record, this.#sendingKey));
    this.#desk.state.change({ outbox });
  }

  /** What the service said tells the officer which version is there. */
  #noteAnswer({ status, roundId }: OutboxRecord): void {
    if (status.kind === "received") {
      this.#standing.noteVersion(roundId, status.receipt.version);
      if (this.#desk.state.state.roundId === roundId) this.#desk.state.change({ changes: null });
    }
    if (status.kind === "conflict") this.#standing.noteVersion(roundId, status.conflict.latestVersion);
  }

  /** Into the workbook that was submitted, and only there: the newest of its receipts. */
  async #noteReceipts(): Promise<void> {
    const received = this.#records.filter((record) => !record.isNoted && this.#isOfThisWorkbook(record));
    const newest = received[received.length - 1];
    if (newest?.status.kind !== "received") return;
    const { organisationId, version, number } = newest.status.receipt;
    await this.#desk.surroundings.writeProperties({
      PhulucRound: newest.roundId,
      PhulucVersion: newest.madeWith,
      PhulucSubmission: `${organisationId}/${String(version)}`,
      PhulucReceipt: number,
    });
    for (const { idempotencyKey } of received) await this.#outbox.change(idempotencyKey, { isNoted: true });
    this.#records = await this.#outbox.list();
  }

  #isOfThisWorkbook({ status, idempotencyKey, workbook }: OutboxRecord): boolean {
    if (status.kind !== "received") return false;
    const own = this.#desk.surroundings.workbook();
    return isMadeHere(idempotencyKey) || (own !== "" && own === workbook);
  }
}

function toEntry(record: OutboxRecord, sendingKey: string | null): OutboxEntry {
  const { idempotencyKey, roundId, roundName, organisationId, personId, madeAt, workbook, lineItems } = record;
  const isSending = record.status.kind === "waiting" && idempotencyKey === sendingKey;
  const status: SyncState["outbox"][number]["status"] = isSending ? { kind: "sending" } : record.status;
  return { idempotencyKey, roundId, roundName, organisationId, personId, madeAt, workbook, lineItems, status };
}
