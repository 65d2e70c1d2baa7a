/** What one person has opened is not left open for another. */
import type { Sync } from "../../sync/state.ts";
import type { SubmitView } from "./submit-view.ts";

/** Of the same person, whose session had ended, all stays as it was. */
export function watchAccount(sync: Sync, own: SubmitView): () => void {
  let last: string | null = null;
  return sync.subscribe(() => {
    const { account } = sync.state;
    if (!("me" in account)) return;
    if (last !== null && last !== account.me.id) own.change({ step: "home", review: null, settling: null, asks: null });
    last = account.me.id;
  });
}
