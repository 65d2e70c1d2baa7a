/** What each view of the tab is given, and how what it opens is kept from one drawing to the next. */
import type { Round } from "../../../shared/api/rounds.ts";
import type { Unit } from "../../../shared/money.ts";
import type { SubmitParts } from "../parts.ts";
import { nextVersion } from "./standing.ts";
import { SubmitView } from "./submit-view.ts";
import { watchAccount } from "./watch-account.ts";
import { watchReview } from "./watch-review.ts";

export interface SubmitScope extends SubmitParts {
  readonly own: SubmitView;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const views = new WeakMap<object, SubmitView>();

/** The same view for the same session of the service, however often it is drawn. */
export function scopeOf(parts: SubmitParts, now: number): SubmitScope {
  const known = views.get(parts.sync);
  const own = known ?? new SubmitView();
  if (!known) {
    views.set(parts.sync, own);
    own.subscribe(parts.redraw);
    watchReview(parts.live, own);
    watchAccount(parts.sync, own);
  }
  return { ...parts, own, now };
}

/** The round that is chosen; null before there is one. */
export const roundOf = ({ sync }: SubmitParts): Round | null =>
  sync.state.rounds.find(({ id }) => id === sync.state.roundId) ?? null;

/** The number of the version that is being made; see `nextVersion`. */
export function nextNumber(parts: SubmitParts): number {
  const { account, submission, outbox } = parts.sync.state;
  const round = roundOf(parts);
  return round && account.kind === "signed-in" ? nextVersion({ me: account.me, round, submission, outbox }) : 1;
}

/** In which money is shown: the round's. */
export const unitOfRound = (parts: SubmitParts): Unit => roundOf(parts)?.unit ?? "million";
