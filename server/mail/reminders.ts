/** Reminds those whose deadline is near and who have nothing submitted: once for each round and person. */
import { sql } from "kysely";
import type { Service } from "../service.ts";
import type { Database } from "../store/database.ts";
import { notifyDeadlineNear } from "./notices.ts";

const HOUR_MS = 3_600_000;
/** A write is short: others wait for it. */
const MOST_AT_ONCE = 200;

type Reminding = Pick<Service, "config" | "url" | "store" | "db" | "nudge">;

export async function remindSubmitters(service: Reminding): Promise<void> {
  const { mail } = service.config;
  if (mail === null) return;
  const find = (db: Database): Promise<readonly Late[]> => submittersToRemind(db, mail.remindHours * HOUR_MS);
  // Looked for every minute: only when there is somebody does it take a turn at writing.
  while ((await find(service.db)).length > 0) {
    await service.store.write(async (tx) => {
      for (const late of await find(tx)) {
        await notifyDeadlineNear(tx, service, {
          round: { id: late.round_id, name: late.round_name, deadline: late.deadline },
          organisationName: late.organisation_name,
          person: { id: late.person_id, name: late.person_name, email: late.email },
        });
      }
    });
    service.nudge("email");
  }
}

interface Late {
  readonly round_id: string;
  readonly round_name: string;
  readonly deadline: string;
  readonly organisation_name: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly email: string;
}

/** What was returned, or waits for its sign-off, is not submitted. The notice's name is that of deadlineNotice. */
async function submittersToRemind(db: Database, withinMs: number): Promise<readonly Late[]> {
  const now = Date.now();
  const { rows } = await sql<Late>`
    select round.id as round_id, round.name as round_name, round.deadline, organisation.name as organisation_name,
      person.id as person_id, person.name as person_name, person.email
    from round
    join round_member on round_member.round_id = round.id
    join organisation on organisation.id = round_member.organisation_id and organisation.is_closed = 0
    join person on person.organisation_id = organisation.id and person.role = 'submitter' and person.is_active = 1
    left join submission
      on submission.round_id = round.id and submission.organisation_id = organisation.id
    where round.state = 'open'
      and round.deadline > ${new Date(now).toISOString()}
      and round.deadline <= ${new Date(now + withinMs).toISOString()}
      and (submission.state is null or submission.state in ('missing', 'draft', 'prepared', 'returned'))
      and not exists (select 1 from email where email.notice = 'deadline:' || round.id || ':' || person.id)
    order by round.deadline, person.id
    limit ${MOST_AT_ONCE}`.execute(db);
  return rows;
}
