/** What happens in a round, one row each, for whoever watches it. */
import type { RoundEvent, RoundEventKind } from "../../shared/api/rounds.ts";
import type { Actor } from "./audit.ts";
import type { Database, Writing } from "./database.ts";
import type { RoundEventTable } from "./tables.ts";

export interface NewRoundEvent {
  readonly roundId: string;
  /** Null when the whole round is meant. */
  readonly organisationId: string | null;
  readonly what: RoundEventKind;
  readonly version: number | null;
  readonly at: string;
  /** Null for what the service or the command line does by itself. */
  readonly by: Actor | null;
}

/**
 * Part of the write that does what it tells; nudge "round-event" after it. Writes come one after another, so ids follow the
 * commits: who has seen one id misses nothing below it.
 */
export async function appendRoundEvent(tx: Writing, event: NewRoundEvent): Promise<void> {
  await tx
    .insertInto("round_event")
    .values({
      id: (await lastEventId(tx)) + 1,
      round_id: event.roundId,
      organisation_id: event.organisationId,
      what: event.what,
      version: event.version,
      at: event.at,
      by_id: event.by?.id ?? null,
      by_name: event.by?.name ?? null,
    })
    .execute();
}

/** Of all rounds; 0 before the first. */
export async function lastEventId(db: Database): Promise<number> {
  const last = await db.selectFrom("round_event").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return last?.id ?? 0;
}

/** The round's events after the one with this id, oldest first. */
export async function eventsAfter(
  db: Database,
  { roundId, after, limit }: { roundId: string; after: number; limit: number },
): Promise<readonly RoundEvent[]> {
  const rows = await db
    .selectFrom("round_event")
    .selectAll()
    .where("round_id", "=", roundId)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toRoundEvent);
}

const toRoundEvent = (row: RoundEventTable): RoundEvent => ({
  id: row.id,
  at: row.at,
  roundId: row.round_id,
  organisationId: row.organisation_id,
  what: row.what,
  version: row.version,
  by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? "" },
});
