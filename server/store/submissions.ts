/** The submission of one organisation to one round, as the database keeps it. */
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import { atPlace } from "./at-place.ts";
import type { Actor } from "./audit.ts";
import type { Database } from "./database.ts";
import type { StateChangeTable, SubmissionTable } from "./tables.ts";
import { listVersionLines } from "./versions.ts";

/** One organisation in one round. */
export interface SubmissionPlace {
  readonly roundId: string;
  readonly organisationId: string;
}

export async function findSubmission(db: Database, place: SubmissionPlace): Promise<SubmissionTable | null> {
  const row = await db.selectFrom("submission").selectAll().where(atPlace(place)).executeTakeFirst();
  return row ?? null;
}

/** What a submission is before anybody has touched it: no row stands for it. */
export const untouched = ({ roundId, organisationId }: SubmissionPlace, at: string): SubmissionTable => ({
  round_id: roundId,
  organisation_id: organisationId,
  state: "missing",
  is_locked: 0,
  unlock_request: null,
  latest_version: 0,
  updated_at: at,
});

/** As it is answered; a submission that nobody has touched is "missing". */
export async function readSubmission(db: Database, place: SubmissionPlace): Promise<SubmissionAnswer> {
  const row = (await findSubmission(db, place)) ?? untouched(place, "");
  const history = await db.selectFrom("state_change").selectAll().where(atPlace(place)).orderBy("id").execute();
  return {
    ...place,
    state: row.state,
    isLocked: row.is_locked === 1,
    unlockRequest: row.unlock_request === null ? null : (JSON.parse(row.unlock_request) as UnlockRequest),
    latestVersion: row.latest_version,
    versions: [...(await listVersionLines(db, place))],
    history: history.map(toStateChange),
  };
}

interface UnlockRequest {
  readonly at: string;
  readonly by: Actor;
  readonly why: string;
}

const toStateChange = (row: StateChangeTable): SubmissionAnswer["history"][number] => ({
  at: row.at,
  by: { id: row.by_id, name: row.by_name },
  version: row.version,
  action: row.action,
  from: row.from_state,
  to: row.to_state,
  why: row.why,
});
