/** Stored versions laid side by side. Runs in a judging thread. */
import { compareVersions } from "../../shared/compare-versions.ts";
import { matchLines, type IdentifiedLine } from "../../shared/line-identity.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import type { OrganisationLines, StoredLines } from "../store/stored-lines.ts";
import { versionOf } from "./compare-with-latest.ts";
import { describeLines, type DescribedLine } from "./describe-version.ts";
import { identifiedLines } from "./judge-content.ts";

export interface CompareStoredTask {
  readonly before: StoredLines;
  readonly now: StoredLines;
}

export interface CompareRoundsTask {
  readonly now: StoredLines;
  /** Lines now that somebody said something of by hand. */
  readonly saidKeys: readonly string[];
  /** Of the organisation, or of those that went into it. */
  readonly before: readonly OrganisationLines[];
}

/** The lines with their identities, as JSON. */
export const listLines = ({ judged, lineIds }: StoredLines): string =>
  JSON.stringify(describeLines((JSON.parse(judged) as JudgedSubmission).appendices, lineIds));

/** What changed between two versions of one submission, as JSON. */
export const compareStored = ({ before, now }: CompareStoredTask): string =>
  JSON.stringify(compareVersions(versionOf(before), versionOf(now)));

type LineBefore = IdentifiedLine & { readonly organisationId: string };

/** Lines of this round beside those of the round before, as JSON; what is only in the round before comes last. */
export function compareRounds({ now, saidKeys, before }: CompareRoundsTask): string {
  const linesNow = identifiedLines(now);
  const linesBefore = before.flatMap(({ organisationId, lines }) =>
    identifiedLines(lines).map((line): LineBefore => ({ ...line, organisationId })),
  );
  const pairs = pairLines(linesBefore, linesNow, new Set(saidKeys));
  const paired = new Set(pairs.values());
  return JSON.stringify([
    ...linesNow.map((line) => besides(line, pairs.get(line) ?? null)),
    ...linesBefore.filter((line) => !paired.has(line)).map((line) => besides(null, line)),
  ]);
}

/**
 * By identity first. A version that came when its round named no round before, or before that one had anything, bears identities
 * of its own: its lines are found by their likeness. A line that somebody said something of by hand is not guessed at.
 */
function pairLines(
  before: readonly LineBefore[],
  now: readonly IdentifiedLine[],
  saidKeys: ReadonlySet<string>,
): ReadonlyMap<IdentifiedLine, LineBefore> {
  const byId = new Map(before.map((line) => [line.lineId, line]));
  const pairs = new Map(
    now.flatMap((line): [IdentifiedLine, LineBefore][] => {
      const same = byId.get(line.lineId);
      return same ? [[line, same]] : [];
    }),
  );
  const paired = new Set(pairs.values());
  const left = now.filter((line) => !pairs.has(line) && !saidKeys.has(line.key));
  const likeness = matchLines(
    before.filter((line) => !paired.has(line)),
    left,
  );
  for (const line of left) {
    const alike = byId.get(likeness.get(line.key) ?? "");
    if (alike) pairs.set(line, alike);
  }
  return pairs;
}

const besides = (now: IdentifiedLine | null, before: LineBefore | null) => ({
  now: now && describe(now),
  before: before && { ...describe(before), organisationId: before.organisationId },
  differenceDong:
    typeof now?.amountDong === "number" && typeof before?.amountDong === "number"
      ? now.amountDong - before.amountDong
      : null,
});

const describe = ({ key, lineId, name, leadAgency, periodText, amountDong }: IdentifiedLine): DescribedLine => ({
  key,
  lineId,
  name,
  leadAgency,
  period: periodText,
  amountDong,
});
