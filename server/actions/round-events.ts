/** Tells those who watch a round what happens in it: each event once, in order, to whoever may see its organisation. */
import type { RoundEvent } from "../../shared/api/rounds.ts";
import { canSeeRound } from "../authorise.ts";
import { isGranted } from "../permissions.ts";
import { relationOf } from "../relation.ts";
import type { EventStream } from "../answers.ts";
import type { Caller, Service } from "../service.ts";
import type { Database } from "../store/database.ts";
import { eventsAfter, lastEventId } from "../store/round-events.ts";
import { makeWaker } from "../waker.ts";

/** Of events written by other instances; those of our own come at once. */
const POLL_MS = 2000;
/** A watcher who signs out, loses the account or the right to see the round is let go within this time. */
const RECHECK_MS = 5000;
const MOST_AT_ONCE = 500;

/** @param after the last event the client has seen; null for new ones only */
export async function watchRound(
  service: Pick<Service, "db" | "onNudge">,
  caller: Caller,
  { roundId, after }: { roundId: string; after: number | null },
): Promise<EventStream> {
  const { db } = service;
  // Read before the answer begins: whatever happens once the client knows that it is watching is told.
  const newest = await lastEventId(db);
  const first = Math.min(after ?? newest, newest);
  const mayStillWatch = stillMayWatch(db, caller, roundId);
  const sees = visibility(db, caller);
  const run: EventStream["run"] = async (send, signal) => {
    const waker = makeWaker((wake) => service.onNudge("round-event", wake), signal);
    let last = first;
    while (!signal.aborted && (await mayStillWatch())) {
      const events = await eventsAfter(db, { roundId, after: last, limit: MOST_AT_ONCE });
      for (const event of events) if (await sees(event)) send({ id: event.id, json: JSON.stringify(event) });
      last = events.at(-1)?.id ?? last;
      if (events.length < MOST_AT_ONCE) await waker.sleep(POLL_MS);
    }
  };
  return { run };
}

/** The rule of routes for submissions, asked once for each organisation. */
function visibility(db: Database, { organisation, role }: Caller): (event: RoundEvent) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async ({ organisationId }) => {
    if (organisationId === null) return true;
    const before = known.get(organisationId);
    if (before !== undefined) return before;
    const isSeen = isGranted("read-submission", role, await relationOf(db, organisation.id, organisationId));
    known.set(organisationId, isSeen);
    return isSeen;
  };
}

function stillMayWatch(db: Database, caller: Caller, roundId: string): () => Promise<boolean> {
  let checkedAt = Date.now();
  return async () => {
    if (Date.now() - checkedAt < RECHECK_MS) return true;
    checkedAt = Date.now();
    const round = await db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
    return round !== undefined && (await isSameCaller(db, caller)) && (await canSeeRound(db, caller, round));
  };
}

/** Whoever has another role or organisation since comes again and is asked who they are. */
async function isSameCaller(db: Database, caller: Caller): Promise<boolean> {
  const session = await db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select("session.id")
    .where("session.id", "=", caller.sessionId)
    .where("session.ended_at", "is", null)
    .where("session.refresh_expires_at", ">", new Date().toISOString())
    .where("person.is_active", "=", 1)
    .where("person.role", "=", caller.role)
    .where("person.organisation_id", "=", caller.organisation.id)
    .executeTakeFirst();
  return session !== undefined;
}
