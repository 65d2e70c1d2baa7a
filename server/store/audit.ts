/** The audit log: each entry carries the hash of the one before, so that none can be changed or taken out unseen. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/submission.ts";
import type { Database, Writing } from "./database.ts";
import type { AuditEntryTable } from "./tables.ts";

export interface Actor {
  readonly id: string;
  readonly name: string;
}

export interface AuditEntry {
  readonly at: string;
  /** Null for what the service or the command line does by itself. */
  readonly actor: Actor | null;
  /** Whose log it belongs to. */
  readonly organisationId: string | null;
  readonly action: string;
  /** What it was done to: "round abc", "person def". */
  readonly subject: string;
  /** Never a password, a token, or a whole document. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Stands before the first entry. */
const FIRST_HASH = "0".repeat(64);
const SERVICE = "Phụ Lục";

function hashOf(entry: Omit<AuditEntryTable, "hash">): string {
  return createHash("sha256").update(canonicalJson(entry)).digest("hex");
}

/** Part of the write that does what it tells. */
export async function appendAudit(tx: Writing, entry: AuditEntry): Promise<void> {
  const last = await tx
    .selectFrom("audit_entry")
    .select(["sequence", "hash"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const row: Omit<AuditEntryTable, "hash"> = {
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at,
    actor_id: entry.actor?.id ?? null,
    actor: entry.actor?.name ?? SERVICE,
    organisation_id: entry.organisationId,
    action: entry.action,
    subject: entry.subject,
    details: canonicalJson(entry.details),
    previous_hash: last?.hash ?? FIRST_HASH,
  };
  await tx
    .insertInto("audit_entry")
    .values({ ...row, hash: hashOf(row) })
    .execute();
}

export interface AuditVerification {
  readonly isWhole: boolean;
  readonly entries: number;
  /** The sequence of the first entry that does not follow from the one before. */
  readonly brokenAt: number | null;
  /** The last entry's hash: written down elsewhere, it shows that nothing was cut off the end. */
  readonly head: string | null;
}

const PAGE = 1000;

export async function verifyAudit(db: Database): Promise<AuditVerification> {
  let previous = FIRST_HASH;
  let entries = 0;
  for (;;) {
    const page = await db
      .selectFrom("audit_entry")
      .selectAll()
      .where("sequence", ">", entries)
      .orderBy("sequence")
      .limit(PAGE)
      .execute();
    for (const { hash, ...row } of page) {
      const isNext = row.sequence === entries + 1 && row.previous_hash === previous && hashOf(row) === hash;
      if (!isNext) return { isWhole: false, entries, brokenAt: row.sequence, head: previous };
      previous = hash;
      entries++;
    }
    if (page.length < PAGE) return { isWhole: true, entries, brokenAt: null, head: entries === 0 ? null : previous };
  }
}
