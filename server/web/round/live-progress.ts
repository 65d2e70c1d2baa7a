/** How far a round is, kept up to date while somebody looks. */
import type { ProgressLine, Round, RoundEvent } from "../../../shared/api/rounds.ts";
import { ASKING, knownFrom, type Known, type Scope } from "../page.ts";
import { Pace } from "./pace.ts";

const RELOAD_GAP_MS = 2000;
/** How long a row is marked that has just changed. */
const FRESH_MS = 6000;

export interface Progress {
  readonly round: Round;
  readonly lines: readonly ProgressLine[];
}

interface LiveProgressOptions {
  readonly roundId: string;
  /** Called after each reading, with what has happened since the one before. */
  readonly onRead: (events: readonly RoundEvent[]) => void;
  /** What was asked for before is old, should something have happened since: it was not heard. */
  readonly onLive: () => void;
}

export class LiveProgress {
  readonly #scope: Scope;
  readonly #options: LiveProgressOptions;
  readonly #pace = new Pace(RELOAD_GAP_MS, () => this.#read());
  readonly #stopWatching: () => void;
  readonly #fresh = new Map<string, ReturnType<typeof setTimeout>>();
  #known: Known<Progress> = ASKING;
  #isLive: boolean | null = null;
  #latest: RoundEvent | null = null;
  #events: RoundEvent[] = [];
  #isClosed = false;

  constructor(scope: Scope, options: LiveProgressOptions) {
    this.#scope = scope;
    this.#options = options;
    this.again();
    this.#stopWatching = scope.watch(options.roundId, {
      onEvent: (event) => {
        this.#hear(event);
      },
      onLive: (isLive) => {
        this.#isLive = isLive;
        if (isLive) {
          this.#pace.ask();
          options.onLive();
        }
        scope.redraw();
      },
    });
  }

  get known(): Known<Progress> {
    return this.#known;
  }

  /** Null until it is clear. */
  get isLive(): boolean | null {
    return this.#isLive;
  }

  /** What happened last while one looked. */
  get latest(): RoundEvent | null {
    return this.#latest;
  }

  isFresh(organisationId: string): boolean {
    return this.#fresh.has(organisationId);
  }

  again(): void {
    this.#pace.ask();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatching();
    this.#pace.stop();
    for (const clock of this.#fresh.values()) clearTimeout(clock);
  }

  #hear(event: RoundEvent): void {
    this.#events.push(event);
    this.#pace.ask();
  }

  async #read(): Promise<void> {
    const events = this.#events;
    this.#events = [];
    const reply = await this.#scope.ask((client) =>
      client.call("readProgress", { params: { roundId: this.#options.roundId } }),
    );
    if (this.#isClosed) return;
    // What is shown stays while the service can't be reached; what one may no longer see does not.
    const isPassing = !reply.ok && (reply.status === 0 || reply.status === 429 || reply.status >= 500);
    if (isPassing && this.#known.kind === "known") {
      this.#events = [...events, ...this.#events];
      // Else it is asked again once the connection is back.
      if (this.#isLive === true) this.#pace.ask();
    } else {
      this.#known = knownFrom(reply);
      this.#tell(events);
    }
    this.#scope.redraw();
  }

  #tell(events: readonly RoundEvent[]): void {
    for (const { organisationId } of events) if (organisationId !== null) this.#markFresh(organisationId);
    this.#latest = events.filter(({ what }) => what !== "draft-saved").pop() ?? this.#latest;
    this.#options.onRead(events);
  }

  #markFresh(organisationId: string): void {
    const before = this.#fresh.get(organisationId);
    if (before !== undefined) clearTimeout(before);
    this.#fresh.set(
      organisationId,
      setTimeout(() => {
        this.#fresh.delete(organisationId);
        this.#scope.redraw();
      }, FRESH_MS),
    );
  }
}
