/** Which line item a line is, as the submitter says: it wins over what the service matched. */
import { NOT_FOUND } from "../authorise.ts";
import type { DescribedLine } from "../judging/describe-version.ts";
import { refusedProblem } from "../judging/refused.ts";
import { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import { atPlace } from "../store/at-place.ts";
import { appendAudit } from "../store/audit.ts";
import type { Database, Writing } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import { correctedLineIds, type LineIds } from "../store/line-ids.ts";
import type { SubmissionPlace } from "../store/submissions.ts";
import type { Changing } from "./change-submission.ts";
import { readStoredLines } from "./compare-versions.ts";
import { submissionSubject } from "./states.ts";

interface Correction {
  readonly version: number;
  readonly key: string;
  /** Null for a new line item. */
  readonly lineId: string | null;
}

type Correcting = Changing & { readonly service: Pick<Service, "db" | "judge"> };

/**
 * Said twice of one line, the latter counts. Answers with the version's lines as they are known from now on.
 * @throws Problem not-found, or line-identity-taken when another line of the version is that line item
 */
export async function correctLineIdentity(changing: Correcting, correction: Correction): Promise<DescribedLine[]> {
  const { service, place } = changing;
  const stored = await readStoredLines(service.db, place, correction.version);
  const listed = await service.judge.listLines(stored);
  if (typeof listed !== "string") throw refusedProblem(listed);
  const lines = JSON.parse(listed) as readonly DescribedLine[];
  const line = lines.find(({ key }) => key === correction.key);
  if (!line) throw new Problem("not-found", NOT_FOUND.line);
  const ids = await service.store.write((tx) => writeCorrection(tx, changing, { correction, lines, line }));
  return lines.map((known) => ({ ...known, lineId: ids[known.key] ?? known.lineId }));
}

interface Written {
  readonly correction: Correction;
  readonly lines: readonly DescribedLine[];
  readonly line: DescribedLine;
}

async function writeCorrection(
  tx: Writing,
  { place, by }: Correcting,
  { correction: { version, key, lineId }, lines, line }: Written,
): Promise<LineIds> {
  const ids = await idsOf(tx, place, version);
  if (lineId !== null) {
    const other = lines.find((one) => one.key !== key && ids[one.key] === lineId);
    if (other)
      throw new Problem(
        "line-identity-taken",
        { key, name: line.name, otherKey: other.key, otherName: other.name },
        { line, other },
      );
    if (!(await isKnown(tx, place.organisationId, lineId))) throw new Problem("not-found", NOT_FOUND.lineItem);
  }
  const said = { line_id: lineId ?? newId(), at: new Date().toISOString(), by_id: by.id };
  await tx
    .insertInto("line_correction")
    .values({ round_id: place.roundId, organisation_id: place.organisationId, version, key, ...said })
    .onConflict((conflict) => conflict.columns(["round_id", "organisation_id", "version", "key"]).doUpdateSet(said))
    .execute();
  await appendAudit(tx, {
    at: said.at,
    actor: by,
    organisationId: place.organisationId,
    action: "correct-line-identity",
    subject: submissionSubject(place),
    details: { version, key, from: ids[key] ?? null, to: said.line_id, isNew: lineId === null },
  });
  return idsOf(tx, place, version);
}

async function idsOf(tx: Writing, place: SubmissionPlace, version: number): Promise<LineIds> {
  const { number, line_ids } = await tx
    .selectFrom("version")
    .select(["number", "line_ids"])
    .where(atPlace(place))
    .where("number", "=", version)
    .executeTakeFirstOrThrow();
  return correctedLineIds(tx, place, { number, line_ids });
}

/** Borne by a line of any version that the organisation, or a province that went into it, ever submitted. */
async function isKnown(db: Database, organisationId: string, lineId: string): Promise<boolean> {
  const own = db
    .selectFrom("organisation")
    .select("id")
    .where((where) => where.or([where("id", "=", organisationId), where("successor_id", "=", organisationId)]));
  const matched = await db
    .selectFrom("version")
    .select("number")
    .where("organisation_id", "in", own)
    .where("line_ids", "like", `%"${lineId}"%`)
    .limit(1)
    .executeTakeFirst();
  if (matched) return true;
  const said = await db
    .selectFrom("line_correction")
    .select("key")
    .where("organisation_id", "in", own)
    .where("line_id", "=", lineId)
    .limit(1)
    .executeTakeFirst();
  return said !== undefined;
}
