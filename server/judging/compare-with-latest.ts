/** What two people made of one version, line by line: for who submits after somebody else has. Runs in a judging thread. */
import { compareThreeWays, compareVersions, type ComparedVersion } from "../../shared/compare-versions.ts";
import { identify } from "../../shared/line-identity.ts";
import { lineItemsOf } from "../../shared/line-items.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import { newId } from "../store/ids.ts";
import type { StoredLines } from "../store/stored-lines.ts";
import { identifiedLines } from "./judge-content.ts";
import type { CompareTask } from "./tasks.ts";

/** As JSON: {changes, threeWays}; the latter is null when the version that was worked on is not known. */
export function compareWithLatest({ base, latest, mine }: CompareTask): string {
  const theirs = versionOf(latest);
  // Matched with the latest lines, for they carry the identities of the base too.
  const own = JSON.parse(mine) as JudgedSubmission;
  const before = [...identifiedLines(latest), ...(base ? missingFrom(latest, base) : [])];
  const sent = { ...own, lineIds: identify(before, lineItemsOf(own.appendices), { newId }) };
  return JSON.stringify({
    changes: compareVersions(theirs, sent),
    threeWays: base ? compareThreeWays(versionOf(base), sent, theirs) : null,
  });
}

export function versionOf({ judged, lineIds }: StoredLines): ComparedVersion {
  const { plan, appendices } = JSON.parse(judged) as JudgedSubmission;
  return { plan, appendices, lineIds: new Map(Object.entries(lineIds)) };
}

/** Lines of the base that the latest version took out: what was sent may still have them. */
function missingFrom(latest: StoredLines, base: StoredLines): ReturnType<typeof identifiedLines> {
  const known = new Set(Object.values(latest.lineIds));
  return identifiedLines(base).filter(({ lineId }) => !known.has(lineId));
}
