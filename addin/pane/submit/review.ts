/** Reading the workbook to be submitted, comparing it with the version before, and sending it. */
import { memo } from "../memo.ts";
import { roundOf, type SubmitScope } from "./scope.ts";
import { findStops, type Stops } from "./stops.ts";
import { workbookName } from "./workbook-name.ts";

/** Null before there is a report or a round. */
export function stopsOf(scope: SubmitScope): Stops | null {
  const { report, explanations } = scope.live.state;
  const round = roundOf(scope);
  return report && round ? rememberStops(report, explanations, round) : null;
}

/** The tab is drawn many times between two checks. */
const rememberStops = memo(findStops);

/** Opens the step and reads everything anew: what is submitted is what is in the workbook now. */
export async function startReview(scope: SubmitScope): Promise<void> {
  scope.own.goTo("review", {
    settling: null,
    review: { phase: "reading", sheets: [], explanations: [], checkedAt: scope.now, isOutdated: false },
  });
  await readAnew(scope);
}

export async function readAnew(scope: SubmitScope): Promise<void> {
  const { live, sync, own } = scope;
  own.changeReview({ phase: "reading", isOutdated: false });
  const sheets = await live.readAll();
  if (!sheets) {
    own.changeReview({ phase: "unread" });
    return;
  }
  const { explanations, lastCheck } = live.state;
  own.changeReview({ sheets, explanations, checkedAt: lastCheck?.at ?? scope.now });
  const isFirst = (sync.state.submission?.latestVersion ?? 0) === 0;
  if (!isFirst && stopsOf(scope)?.isStopped === false) {
    own.changeReview({ phase: "comparing" });
    await sync.compare(sheets);
  }
  own.changeReview({ phase: "ready" });
}

/** Puts what was read into the outbox. */
export async function send(scope: SubmitScope): Promise<void> {
  const { sync, live, own } = scope;
  const { review } = own.state;
  if (review?.phase !== "ready" || review.isOutdated) return;
  const lineItems = live.state.report?.appendices.reduce((sum, appendix) => sum + appendix.lineItems, 0) ?? 0;
  const { sheets, explanations } = review;
  own.changeReview({ phase: "sending" });
  try {
    await sync.submit({ sheets, explanations, workbook: workbookName(live), lineItems });
  } catch {
    // Why it could not be kept on this machine is told by what keeps it.
    own.changeReview({ phase: "ready" });
    return;
  }
  own.goTo("home", { review: null });
}
