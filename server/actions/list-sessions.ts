/** The sessions of a person that are going on, and ending one of one's own. */
import type * as z from "zod";
import type { sessionLineSchema } from "../../shared/api/organisations.ts";
import { NOT_FOUND } from "../authorise.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import type { Database } from "../store/database.ts";

type SessionLine = z.infer<typeof sessionLineSchema>;

/** Last used first. @param currentId of the session that asks */
export async function listSessions(db: Database, personId: string, currentId: string): Promise<SessionLine[]> {
  const rows = await db
    .selectFrom("session")
    .select(["id", "created_at", "rotated_at", "refresh_expires_at", "user_agent"])
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .where("refresh_expires_at", ">", new Date().toISOString())
    .orderBy("rotated_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.created_at,
    lastUsedAt: row.rotated_at,
    expiresAt: row.refresh_expires_at,
    userAgent: row.user_agent,
    isCurrent: row.id === currentId,
  }));
}

/** @throws Problem not-found for one that is over, or another person's */
export function endOwnSession({ store }: Service, caller: Caller, sessionId: string): Promise<void> {
  return store.write(async (tx) => {
    const at = new Date().toISOString();
    const ended = await tx
      .updateTable("session")
      .set({ ended_at: at })
      .where("id", "=", sessionId)
      .where("person_id", "=", caller.id)
      .where("ended_at", "is", null)
      .returning("created_at")
      .executeTakeFirst();
    if (!ended) throw new Problem("not-found", NOT_FOUND.session);
    await appendAudit(tx, {
      at,
      actor: { id: caller.id, name: caller.name },
      organisationId: caller.organisation.id,
      action: "end-own-session",
      subject: `person ${caller.id}`,
      details: { since: ended.created_at },
    });
  });
}
