/** A stored version → what the round's sums and its overlaps take of it. Runs in a judging thread. */
import { whyLeftOut } from "../../shared/consolidation/merge.ts";
import { summarizeVersion, type VersionSummary } from "../../shared/consolidation/summary.ts";
import type { SubmittedVersion } from "../../shared/consolidation/version.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import type { SummariseTask, SummaryReply } from "./tasks.ts";

export function summarise({ organisationId, version, judged }: SummariseTask): SummaryReply {
  const whole = summarizeOrNull({ ...(JSON.parse(judged) as JudgedSubmission), organisationId, version });
  if (!whole) return { ok: false, why: "amount-too-large" };
  const seen = new Set<string>();
  const lines = whole.appendices.flatMap((one) => (whyLeftOut(one, seen) === null ? one.overlapLines : []));
  const appendices = whole.appendices.map((one) => ({ ...one, targets: [], count: null, overlapLines: [] }));
  return {
    ok: true,
    summary: { ...whole, appendices },
    lines: new TextEncoder().encode(JSON.stringify(lines)),
    lineCount: lines.length,
  };
}

/** Null when its own amounts add up to more than can be kept exactly. */
function summarizeOrNull(version: SubmittedVersion): VersionSummary | null {
  try {
    return summarizeVersion(version);
  } catch (trouble) {
    if (trouble instanceof RangeError) return null;
    throw trouble;
  }
}
