/** What a running service is made of; actions get it whole. */
import type { Logger } from "pino";
import type { Organisation, Role } from "../shared/api/organisations.ts";
import type { KeptSummaries } from "./actions/kept-summaries.ts";
import type { Config } from "./config.ts";
import type { Judging } from "./judging/pool.ts";
import type { Database, Store } from "./store/database.ts";
import type { PersonTable, RoundTable } from "./store/tables.ts";

export interface Service {
  readonly config: Config;
  readonly store: Store;
  /** For reading; writes go through store.write. */
  readonly db: Database;
  readonly log: Logger;
  /** Reads and judges what was sent, in threads of its own. */
  readonly judge: Judging;
  /** What the sums take of each version. */
  readonly summaries: KeptSummaries;
  /** The address people reach it by, without a slash at the end. */
  readonly url: () => string;
  /** Aborted when the service is asked to stop. */
  readonly stopping: AbortSignal;
  /** Told after a write that others may wait for (server-sent events, e-mails). */
  readonly nudge: (what: "round-event" | "email") => void;
  readonly onNudge: (what: "round-event" | "email", listener: () => void) => () => void;
}

/** Who is asking. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: Organisation;
  readonly sessionId: string;
  readonly mustChangePassword: boolean;
}

/** How the request came. */
export interface Asking {
  /** The client's address. */
  readonly ip: string;
  readonly userAgent: string;
  readonly lastEventId: number | null;
  /** The whole address asked for, as people see it. */
  readonly url: string;
}

/** What the address names, loaded while the caller's right to it was checked. */
export interface Target {
  readonly organisation: Organisation | null;
  readonly round: RoundTable | null;
  readonly person: PersonTable | null;
}
