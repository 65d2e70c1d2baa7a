/** A version beside an earlier one, and beside what the round before had. */
import { NOT_FOUND } from "../authorise.ts";
import { refusedProblem } from "../judging/refused.ts";
import { Problem } from "../problem.ts";
import { WrittenJson } from "../answers.ts";
import type { Service } from "../service.ts";
import { countedVersions } from "../store/counted-versions.ts";
import type { Database } from "../store/database.ts";
import { readTerms } from "../store/rounds.ts";
import { correctedKeys, findStoredLines, linesOfVersions, type StoredLines } from "../store/stored-lines.ts";
import type { SubmissionPlace } from "../store/submissions.ts";

interface Compared {
  readonly version: number;
  readonly since: number;
}

/** @throws Problem not-found */
export async function compareVersions(
  service: Service,
  place: SubmissionPlace,
  { version, since }: Compared,
): Promise<WrittenJson> {
  const now = await readStoredLines(service.db, place, version);
  const before = await readStoredLines(service.db, place, since);
  const changes = await service.judge.compareStored({ before, now });
  if (typeof changes !== "string") throw refusedProblem(changes);
  return new WrittenJson(changes);
}

/** @throws Problem not-found */
export async function readStoredLines(db: Database, place: SubmissionPlace, number: number): Promise<StoredLines> {
  const lines = await findStoredLines(db, place, number);
  if (!lines) throw new Problem("not-found", NOT_FOUND.version);
  return lines;
}

/** A round that names no round before stands alone. @throws Problem not-found */
export async function compareWithPreviousRound(
  service: Service,
  place: SubmissionPlace,
  version: number,
): Promise<WrittenJson> {
  const now = await readStoredLines(service.db, place, version);
  const round = await findPreviousRound(service.db, place.roundId);
  const versions = round ? await countedVersions(service.db, { ...place, roundId: round.id }) : [];
  const before = round ? await linesOfVersions(service.db, round.id, versions) : [];
  const saidKeys = await correctedKeys(service.db, place, version);
  const lines = await service.judge.compareRounds({ now, saidKeys, before });
  if (typeof lines !== "string") throw refusedProblem(lines);
  return new WrittenJson(`${JSON.stringify({ round, versions }).slice(0, -1)},"lines":${lines}}`);
}

async function findPreviousRound(db: Database, roundId: string): Promise<{ id: string; name: string } | null> {
  const round = await db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
  const previousId = round ? readTerms(round).previousRoundId : null;
  if (previousId === null) return null;
  return (await db.selectFrom("round").select(["id", "name"]).where("id", "=", previousId).executeTakeFirst()) ?? null;
}
