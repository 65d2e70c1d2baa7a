/**
 * What the sums and the overlaps take of each version, kept in memory: a version never changes, so neither does this. Line items
 * are kept apart from the sums, so that a round with too many of them to compare is still added up at once.
 */
import type { VersionSummary } from "../../shared/consolidation/summary.ts";
import { NOT_FOUND } from "../authorise.ts";
import type { Judging } from "../judging/pool.ts";
import { refusedProblem } from "../judging/refused.ts";
import type { Summarised } from "../judging/tasks.ts";
import { Problem } from "../problem.ts";
import { atPlace } from "../store/at-place.ts";
import type { Database } from "../store/database.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import { RecentlyUsed } from "./recently-used.ts";

/** One version in one round. */
export interface VersionPlace extends SubmissionPlace {
  readonly version: number;
}

export interface KeptSummary {
  readonly summary: VersionSummary;
  /** How many line items it gives to be compared. */
  readonly lineCount: number;
}

/** In the order asked for. @throws Problem not-found, amount-too-large, busy */
export interface KeptSummaries {
  readonly readAll: (versions: readonly VersionPlace[]) => Promise<readonly KeptSummary[]>;
  /** Each version's OverlapLine[] as JSON. */
  readonly readLines: (versions: readonly VersionPlace[]) => Promise<readonly Uint8Array[]>;
}

/** Every commune of the country with several appendices, some 3 KB each. */
const MOST_APPENDICES = 30_000;
/** Twice as many as are compared, some 400 bytes each. */
const MOST_LINES = 200_000;
/** Who submits meanwhile does not wait behind thousands. */
const AT_ONCE = 4;

export function keepSummaries({ db, judge }: { db: Database; judge: Pick<Judging, "summarise"> }): KeptSummaries {
  const summaries = new RecentlyUsed<KeptSummary>(MOST_APPENDICES);
  const lines = new RecentlyUsed<Uint8Array>(MOST_LINES);
  const underWay = new Map<string, Promise<Summarised>>();
  const summariseAndKeep = async (place: VersionPlace): Promise<Summarised> => {
    const key = keyOf(place);
    try {
      const made = await summarise({ db, judge }, place);
      const { summary, lineCount } = made;
      summaries.keep(key, { summary, lineCount }, summary.appendices.length + 1);
      lines.keep(key, made.lines, lineCount + 1);
      return made;
    } finally {
      underWay.delete(key);
    }
  };
  /** Two who ask at once wait for the same. */
  const summariseOnce = (place: VersionPlace): Promise<Summarised> => {
    const begun = underWay.get(keyOf(place)) ?? summariseAndKeep(place);
    underWay.set(keyOf(place), begun);
    return begun;
  };
  const readSummary = async (place: VersionPlace): Promise<KeptSummary> => {
    const kept = summaries.find(keyOf(place));
    if (kept) return kept;
    const { summary, lineCount } = await summariseOnce(place);
    return { summary, lineCount };
  };
  return {
    readAll: (versions) => someAtOnce(versions, readSummary),
    readLines: (versions) =>
      someAtOnce(versions, async (place) => lines.find(keyOf(place)) ?? (await summariseOnce(place)).lines),
  };
}

const keyOf = ({ roundId, organisationId, version }: VersionPlace): string =>
  `${roundId} ${organisationId} ${String(version)}`;

async function summarise(
  { db, judge }: { db: Database; judge: Pick<Judging, "summarise"> },
  place: VersionPlace,
): Promise<Summarised> {
  const row = await db
    .selectFrom("version")
    .select("judged")
    .where(atPlace(place))
    .where("number", "=", place.version)
    .executeTakeFirst();
  if (!row) throw new Problem("not-found", NOT_FOUND.version);
  const { organisationId, version } = place;
  const reply = await judge.summarise({ organisationId, version, judged: row.judged });
  if (reply.ok) return reply;
  throw reply.why === "amount-too-large" ? new Problem("amount-too-large") : refusedProblem(reply);
}

/** After a first failure none is begun any more. */
async function someAtOnce<Asked, Found>(
  asked: readonly Asked[],
  find: (one: Asked) => Promise<Found>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const left = asked.entries();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (const [index, one] of left) {
      if (hasFailed) return;
      found[index] = await find(one);
    }
  };
  const working = Array.from({ length: AT_ONCE }, work);
  try {
    await Promise.all(working);
  } finally {
    hasFailed = true;
  }
  return found;
}
