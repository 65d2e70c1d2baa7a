/**
 * Sends what waits in the outbox: at once, when the network is back, and again after longer and longer whiles. One window does it
 * at a time; where there are no locks, the key of each entry keeps the service from taking it twice.
 */
import type { SubmissionBody } from "../../shared/api/submissions.ts";
import type { Asker } from "./asking.ts";
import { waitMs } from "./backoff.ts";
import { bodyOf } from "./body-pieces.ts";
import { withLock } from "./locks.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxRecord } from "./outbox-record.ts";
import { chooseNext, nextTime } from "./outbox-order.ts";
import { readSubmitAnswer, type SubmitAnswer } from "./submit-answer.ts";

export interface SenderNeeds {
  readonly outbox: Outbox;
  readonly asker: Asker;
  readonly now: () => number;
  /** Who is signed in and may send; null for nobody. */
  readonly personId: () => string | null;
  readonly onSending: (key: string | null) => void;
  /** The outbox is not what it was. */
  readonly onChange: () => Promise<void>;
}

const LOCK = "phuluc-outbox";
/** Large workbooks on slow lines, and a service that judges before it answers. */
const TIMEOUT_MS = 300_000;
/** However late something is. */
const LEAST_MS = 1_000;

export class Sender {
  readonly #with: SenderNeeds;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #forcedAt = -Infinity;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(needs: SenderNeeds) {
    this.#with = needs;
  }

  /** @param force what waits for its time is tried too */
  wake(force: boolean): Promise<void> {
    if (force) this.#forcedAt = this.#with.now();
    this.#isWanted = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#clock);
  }

  async #run(): Promise<void> {
    do {
      this.#isWanted = false;
      clearTimeout(this.#clock);
      if (await this.#hasWork()) await withLock(LOCK, () => this.#sendAll());
      await this.#setClock();
    } while (this.#isWanted && !this.#isClosed);
    this.#running = null;
  }

  async #hasWork(): Promise<boolean> {
    return (await this.#next()) !== null;
  }

  async #next(): Promise<OutboxRecord | null> {
    const { outbox, now, personId } = this.#with;
    const id = personId();
    if (id === null || this.#isClosed) return null;
    return chooseNext(await outbox.list(), { personId: id, at: now(), forcedAt: this.#forcedAt });
  }

  async #sendAll(): Promise<void> {
    for (let next = await this.#next(); next; next = await this.#next()) {
      if (!(await this.#isWelcome(next))) return;
      const isAnswered = await this.#send(next);
      if (!isAnswered) return;
    }
  }

  /**
   * Asked before anything large is sent: an answer of "not signed in" to a body still on its way may never arrive. And the session
   * may by now be another person's, signed in in another window.
   */
  async #isWelcome(record: OutboxRecord): Promise<boolean> {
    const me = await this.#with.asker.ask((client) => client.call("readMe", {}));
    if (me.ok) return me.value.id === record.personId;
    await this.#wait(record, readSubmitAnswer(me).kind !== "sign-in");
    return false;
  }

  /** @returns whether the service has answered about it */
  async #send(record: OutboxRecord): Promise<boolean> {
    const { outbox, asker, onSending } = this.#with;
    const { idempotencyKey, roundId, organisationId } = record;
    const pieces = await outbox.readPieces(idempotencyKey);
    // Noted before it leaves: from now on it may have arrived.
    await this.#wait(record, true);
    onSending(idempotencyKey);
    const reply = await asker.ask(
      (client) => client.call("submit", { params: { roundId, organisationId }, body: EMPTY }),
      { timeoutMs: TIMEOUT_MS, body: bodyOf(record, pieces) },
    );
    const answer = readSubmitAnswer(reply);
    await this.#keep(record, answer);
    onSending(null);
    await this.#with.onChange();
    return answer.kind !== "again" && answer.kind !== "sign-in";
  }

  async #keep(record: OutboxRecord, answer: SubmitAnswer): Promise<void> {
    const { outbox } = this.#with;
    switch (answer.kind) {
      case "received":
        return outbox.receive(record.idempotencyKey, answer);
      case "refused":
      case "conflict":
        return outbox.change(record.idempotencyKey, { status: answer });
      case "sign-in":
        return outbox.change(record.idempotencyKey, { status: waiting(record, null) });
      case "again":
    }
  }

  /** @param isTimed it is tried again by itself; else it waits for somebody to sign in */
  async #wait(record: OutboxRecord, isTimed: boolean): Promise<void> {
    const at = this.#with.now();
    const nextTryAt = isTimed ? at + waitMs(triesOf(record) + 1, Math.random()) : null;
    await this.#with.outbox.change(record.idempotencyKey, { status: waiting(record, nextTryAt), triedAt: at });
    await this.#with.onChange();
  }

  async #setClock(): Promise<void> {
    const { outbox, now, personId } = this.#with;
    const id = personId();
    const at = id === null || this.#isClosed ? null : nextTime(await outbox.list(), id);
    if (at !== null) this.#clock = setTimeout(() => void this.wake(false), Math.max(LEAST_MS, at - now()));
  }
}

/** What is sent stands ready as bytes (see body-pieces.ts). */
const EMPTY: SubmissionBody = {
  explanations: [],
  idempotencyKey: "",
  replaces: 0,
  attachedFileId: null,
  madeWith: null,
};

const triesOf = ({ status }: OutboxRecord): number => (status.kind === "waiting" ? status.tries : 0);

const waiting = (record: OutboxRecord, nextTryAt: number | null): OutboxRecord["status"] => ({
  kind: "waiting",
  tries: triesOf(record) + 1,
  nextTryAt,
});
