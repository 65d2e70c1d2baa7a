/** The audit log: an administrator of the root reads and verifies all of it, another reads what belongs to their branch. */
import type { API } from "../../shared/api.ts";
import type { Answer } from "../../shared/api/route.ts";
import { Problem } from "../problem.ts";
import type { Caller } from "../service.ts";
import { verifyAudit } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { idsBelow } from "../store/organisations.ts";
import type { AuditEntryTable } from "../store/tables.ts";

type AuditPage = Answer<(typeof API)["readAudit"]>;

const PAGE = 100;

/** @param before a sequence; the page tells the entries below it, newest first */
export async function readAudit(
  db: Database,
  { organisation }: Pick<Caller, "organisation">,
  before: number | undefined,
): Promise<AuditPage> {
  const seenIds = organisation.parentId === null ? null : await idsBelow(db, organisation.id);
  const rows = await db
    .selectFrom("audit_entry")
    .selectAll()
    .$if(before !== undefined, (query) => query.where("sequence", "<", before ?? 0))
    .$if(seenIds !== null, (query) => query.where("organisation_id", "in", seenIds ?? []))
    .orderBy("sequence", "desc")
    .limit(PAGE)
    .execute();
  return { entries: rows.map(toEntry) };
}

const toEntry = ({ sequence, at, actor, action, subject, details, hash }: AuditEntryTable) => ({
  sequence,
  at,
  actor,
  action,
  subject,
  details: JSON.parse(details) as unknown,
  hash,
});

/** Its length and its end tell of everybody. @throws Problem forbidden for whoever may not read all of it */
export async function verifyWholeLog(
  db: Database,
  { organisation }: Pick<Caller, "organisation">,
): Promise<Answer<(typeof API)["verifyAudit"]>> {
  if (organisation.parentId !== null) throw new Problem("forbidden");
  return { ...(await verifyAudit(db)) };
}
