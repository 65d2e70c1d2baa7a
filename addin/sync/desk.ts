/** What the parts of syncing share: the state that the pane shows, and the ways to the service and to the other windows. */
import type { Bilingual } from "../../shared/rule.ts";
import type { Observable } from "../observed.ts";
import type { Asker } from "./asking.ts";
import type { Outbox } from "./outbox.ts";
import type { Reply, Trouble } from "./reply.ts";
import type { Requests } from "./requests.ts";
import type { Session } from "./session.ts";
import type { Me, Surroundings, SyncState } from "./state.ts";
import type { Windows } from "./windows.ts";

/** What signing in needs, in the pane and on the pages. */
export interface AccountDesk {
  readonly state: Observable<AccountState>;
  readonly surroundings: Pick<Surroundings, "base" | "openSignIn">;
  readonly requests: Requests;
  readonly session: Session;
  readonly asker: Asker;
}

export type AccountState = Pick<SyncState, "account" | "busy" | "problem">;

type Telling = Pick<AccountDesk, "state">;

export interface Desk extends AccountDesk {
  readonly state: Observable<SyncState>;
  readonly surroundings: Surroundings;
  readonly windows: Windows;
  /** Rejects where the browser keeps nothing. */
  readonly outbox: Promise<Outbox>;
}

export const EMPTY_STATE: SyncState = {
  isReachable: true,
  account: { kind: "looking" },
  busy: null,
  problem: null,
  rounds: [],
  roundId: null,
  submission: null,
  comments: [],
  changes: null,
  outbox: [],
  consolidations: [],
  mayMerge: false,
};

/** Who is signed in and may work; null for nobody. */
export const personOf = ({ account }: Pick<SyncState, "account">): Me | null =>
  account.kind === "signed-in" ? account.me : null;

/** Something the officer asked for: what went wrong before is no longer shown. */
export async function during<T>(
  { state }: Telling,
  busy: NonNullable<SyncState["busy"]>,
  work: () => Promise<T>,
): Promise<T> {
  state.change({ busy, problem: null });
  try {
    return await work();
  } finally {
    if (state.state.busy === busy) state.change({ busy: null });
  }
}

export const tellProblem = ({ state }: Telling, problem: Bilingual): void => state.change({ problem });

/** The answer's value; of trouble, null and its sentence in the state. */
export function valueOr<T>(desk: Telling, reply: Reply<T>): T | null {
  if (reply.ok) return reply.value;
  tellProblem(desk, reply.told);
  return null;
}

/** It is not there, or not this person's to see: an answer, not trouble. */
export const isHidden = (trouble: Trouble): boolean => trouble.status === 403 || trouble.status === 404;
