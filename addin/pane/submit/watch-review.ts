/** What was read to be submitted must be what is in the workbook: a change in between is noticed. */
import type { Live, LiveState } from "../../live/state.ts";
import type { SubmitView } from "./submit-view.ts";

/** A check after saving changes nothing. */
const isChanged = ({ isStale, lastCheck }: LiveState, since: number): boolean =>
  isStale || (lastCheck !== null && lastCheck.at > since && lastCheck.occasion === "live");

export function watchReview(live: Live, own: SubmitView): () => void {
  return live.subscribe(() => {
    const { review, step } = own.state;
    const isRead = step === "review" && review !== null && (review.phase === "ready" || review.phase === "comparing");
    if (isRead && !review.isOutdated && isChanged(live.state, review.checkedAt)) own.changeReview({ isOutdated: true });
  });
}
