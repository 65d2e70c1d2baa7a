/** All that the pane does with the service. Nothing that is sent or kept is ever logged. */
import { API } from "../../shared/api.ts";
import { addressOf } from "../../shared/api/client.ts";
import type { ConsolidationTerms } from "../../shared/api/consolidations.ts";
import type { FormId } from "../../shared/appendix.ts";
import type { Grid } from "../../shared/grid.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { Observable } from "../observed.ts";
import { Account } from "./account.ts";
import { openAsker } from "./asking.ts";
import { openComparing, type Comparing } from "./comparing.ts";
import { during, EMPTY_STATE, personOf, tellProblem, valueOr, type Desk } from "./desk.ts";
import { openOutbox } from "./outbox.ts";
import type { Reply } from "./reply.ts";
import { openRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { Shipping } from "./shipping.ts";
import { Standing } from "./standing.ts";
import type { Parcel, Settled, Settlement, Surroundings, Sync, SyncState } from "./state.ts";
import { watchStanding } from "./watch-standing.ts";
import { openWindows } from "./windows.ts";

/** Begins with the session kept from before; the state tells how far it is. */
export function openSync(surroundings: Surroundings): Sync {
  return new OpenSync(surroundings);
}

const NO_OUTBOX: Bilingual = {
  vi: "Trình duyệt không cho lưu hộp chờ gửi trên máy này nên chưa thể nộp từ đây. Xin báo người quản trị máy.",
  en: "The browser keeps no outbox on this machine, so nothing can be submitted from here. Please tell whoever runs it.",
};

/** The whole round, as it was submitted, in the round's own unit. */
const MERGE_ALL: ConsolidationTerms = {
  level: "organisation",
  era: "then",
  unit: null,
  acceptedOnly: false,
  belowOrganisationId: null,
};

/** Large workbooks are made anew for each download. */
const DOWNLOAD_MS = 300_000;

class OpenSync implements Sync {
  readonly #desk: Desk;
  readonly #account: Account;
  readonly #standing: Standing;
  readonly #shipping: Promise<Shipping>;
  readonly #comparing: Comparing = openComparing();
  readonly #stops: (() => void)[];

  constructor(surroundings: Surroundings) {
    this.#desk = this.#openDesk(surroundings);
    this.#standing = new Standing(this.#desk);
    this.#account = new Account(this.#desk, {
      onEnter: () => void this.#begin(),
      onLeave: () => this.#standing.forget(),
    });
    this.#shipping = this.#desk.outbox.then((outbox) => new Shipping(this.#desk, this.#standing, outbox));
    this.#shipping.then((shipping) => shipping.reload()).catch(() => tellProblem(this.#desk, NO_OUTBOX));
    this.#stops = this.#listen();
    void this.#account.start();
  }

  get state(): SyncState {
    return this.#desk.state.state;
  }

  subscribe = (listener: () => void): (() => void) => this.#desk.state.subscribe(listener);

  signIn = (email: string, password: string): Promise<void> => this.#account.signIn(email, password);
  signInWithOidc = (): Promise<void> => this.#account.signInWithOidc();
  changePassword = (current: string, next: string): Promise<void> => this.#account.changePassword(current, next);
  signOut = (everywhere: boolean): Promise<void> => this.#account.signOut(everywhere);

  chooseRound(roundId: string): Promise<void> {
    return during(this.#desk, "loading", () => this.#standing.choose(roundId));
  }

  refresh(): Promise<void> {
    return during(this.#desk, "loading", async () => {
      if (this.state.account.kind === "signed-out") return this.#account.findWays();
      await this.#look(true);
    });
  }

  compare(sheets: readonly Grid[]): Promise<void> {
    return during(this.#desk, "comparing", async () => {
      const { roundId, submission } = this.state;
      const me = personOf(this.state);
      const version = submission?.latestVersion ?? 0;
      if (!me || roundId === null || version === 0) return this.#desk.state.change({ changes: null });
      const params = { roundId, organisationId: me.organisation.id, version };
      const compared = await this.#askThread((token) =>
        this.#comparing.compare({ base: this.#desk.surroundings.base, token, params }, sheets),
      );
      const changes = valueOr(this.#desk, compared);
      if (!changes || this.state.roundId !== roundId) return;
      this.#standing.noteVersion(roundId, version);
      this.#desk.state.change({ changes });
    });
  }

  submit(parcel: Parcel): Promise<string> {
    return during(this.#desk, "submitting", async () => {
      const shipping = await this.#openShipping();
      const key = await shipping.submit(parcel);
      void shipping.wake(true);
      return key;
    });
  }

  async sendNow(): Promise<void> {
    await (await this.#openShipping()).wake(true);
  }

  async discard(idempotencyKey: string): Promise<void> {
    await (await this.#openShipping()).discard(idempotencyKey);
  }

  settle(idempotencyKey: string, settlements: readonly Settlement[], sheets: readonly Grid[]): Promise<Settled> {
    return during(this.#desk, "comparing", async () => {
      const status = (await this.#openShipping()).find(idempotencyKey)?.status;
      const threeWays = status?.kind === "conflict" ? status.conflict.threeWays : null;
      const nothing: Settled = { edits: [], byHand: [] };
      if (!threeWays) return nothing;
      return valueOr(this.#desk, await this.#comparing.settle(threeWays, settlements, sheets)) ?? nothing;
    });
  }

  resolveComment(commentId: string): Promise<void> {
    return this.#change((params) =>
      this.#desk.asker.ask((client) => client.call("resolveComment", { params: { ...params, commentId } })),
    );
  }

  requestUnlock(why: string): Promise<void> {
    return this.#change((params) =>
      this.#desk.asker.ask((client) => client.call("requestUnlock", { params, body: { why } })),
    );
  }

  readTemplate(formId: FormId): Promise<Uint8Array | null> {
    return during(this.#desk, "opening", async () => {
      const { roundId } = this.state;
      const asked = { params: { formId }, query: roundId === null ? {} : { roundId } };
      return valueOr(this.#desk, await this.#desk.asker.ask((client) => client.call("downloadTemplate", asked)));
    });
  }

  merge(): Promise<void> {
    return during(this.#desk, "merging", async () => {
      const { roundId } = this.state;
      if (roundId === null) return;
      const merged = await this.#desk.asker.ask(
        (client) => client.call("merge", { params: { roundId }, body: MERGE_ALL }),
        { timeoutMs: DOWNLOAD_MS },
      );
      if (valueOr(this.#desk, merged)) await this.#standing.refresh(true);
    });
  }

  readConsolidation(consolidationId: string): Promise<Uint8Array | null> {
    return during(this.#desk, "opening", async () => {
      const asked = { params: { consolidationId } };
      const sending = { timeoutMs: DOWNLOAD_MS };
      const reply = await this.#desk.asker.ask((client) => client.call("downloadConsolidation", asked), sending);
      return valueOr(this.#desk, reply);
    });
  }

  consolidationTicket(consolidationId: string): Promise<string | null> {
    return during(this.#desk, "opening", async () => {
      const path = addressOf(API.downloadConsolidation, { params: { consolidationId } });
      const reply = await this.#desk.asker.ask((client) => client.call("makeTicket", { body: { path } }));
      return valueOr(this.#desk, reply)?.url ?? null;
    });
  }

  dismissProblem(): void {
    this.#desk.state.change({ problem: null });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#comparing.close();
    this.#desk.session.close();
    this.#desk.windows.close();
    void this.#withOutbox((shipping) => shipping.close());
  }

  #openDesk(surroundings: Surroundings): Desk {
    const state = new Observable<SyncState>(EMPTY_STATE);
    const windows = openWindows();
    const requests = openRequests(surroundings.base, (isReached) => this.#noteReach(isReached));
    const session = new Session(requests, windows);
    const asker = openAsker({ requests, session, onEnded: (told) => void this.#account.leave(told) });
    return { state, surroundings, windows, requests, session, asker, outbox: openOutbox() };
  }

  /** The service is back: nothing has to wait for its time. */
  #noteReach(isReachable: boolean): void {
    const wasReachable = this.state.isReachable;
    if (wasReachable === isReachable) return;
    this.#desk.state.change({ isReachable });
    if (isReachable) void this.#begin();
  }

  /** Somebody may work, or can again. */
  async #begin(): Promise<void> {
    if (!personOf(this.state)) return;
    await Promise.all([this.#standing.load(false), this.#withOutbox((shipping) => shipping.wake(true))]);
  }

  async #look(isAsked: boolean): Promise<void> {
    void this.#withOutbox((shipping) => shipping.noteReceipts());
    await this.#standing.load(isAsked);
  }

  /** Where the browser keeps no outbox nothing is done: the officer was told so at the start. */
  async #withOutbox(act: (shipping: Shipping) => void | Promise<void>): Promise<void> {
    await this.#shipping.then(act).catch(() => undefined);
  }

  async #openShipping(): Promise<Shipping> {
    return this.#shipping.catch((reason: unknown) => {
      tellProblem(this.#desk, NO_OUTBOX);
      throw reason;
    });
  }

  #listen(): (() => void)[] {
    const onOnline = (): void => void this.#begin();
    const onStorage = (event: StorageEvent): void => void this.#account.hear(event);
    window.addEventListener("online", onOnline);
    window.addEventListener("storage", onStorage);
    return [
      () => window.removeEventListener("online", onOnline),
      () => window.removeEventListener("storage", onStorage),
      watchStanding(() => this.#look(false), this.#desk.surroundings.now),
      this.#desk.windows.listen((told) => {
        if (told.kind === "tokens") return;
        void this.#withOutbox((shipping) =>
          told.kind === "sending" ? shipping.showSending(told.key) : shipping.reload(),
        );
      }),
    ];
  }

  /** The thread asks the service by itself; its token may have ended meanwhile. */
  async #askThread<T>(ask: (token: string) => Promise<Reply<T>>): Promise<Reply<T>> {
    const { asker } = this.#desk;
    const token = await asker.readToken(null);
    if (!token.ok) return token;
    const reply = await ask(token.value);
    if (reply.ok || reply.status !== 401) return reply;
    const next = await asker.readToken(token.value);
    return next.ok ? ask(next.value) : next;
  }

  /** Something done to the submission; then it is looked at again. */
  #change(
    change: (params: { readonly roundId: string; readonly organisationId: string }) => Promise<Reply<unknown>>,
  ): Promise<void> {
    return during(this.#desk, "loading", async () => {
      const { roundId } = this.state;
      const me = personOf(this.state);
      if (!me || roundId === null) return;
      const reply = await change({ roundId, organisationId: me.organisation.id });
      if (reply.ok) await this.#standing.refresh(true);
      else tellProblem(this.#desk, reply.told);
    });
  }
}
