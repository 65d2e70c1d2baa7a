/** E-mails waiting to be sent, written in the write that gives cause for them: what is undone is not told. */
import type { Config } from "../config.ts";
import type { Store, Writing } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import type { EmailTable } from "../store/tables.ts";

export interface NewEmail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** What it tells, and to whom: the same notice is written once. */
  readonly notice: string;
}

/** Part of a write; nudge "email" after it. Does nothing where the service sends no e-mail. */
export async function queueEmail(tx: Writing, mail: Config["mail"], email: NewEmail): Promise<void> {
  if (mail === null) return;
  const now = new Date().toISOString();
  await tx
    .insertInto("email")
    .values({
      id: newId(),
      to_address: email.to,
      subject: oneLine(email.subject),
      body: email.body,
      notice: email.notice,
      created_at: now,
      sent_at: null,
      attempts: 0,
      next_attempt_at: now,
      last_error: null,
    })
    .onConflict((conflict) => conflict.column("notice").doNothing())
    .execute();
}

/** A name with a line break must neither begin another header nor look like the service's own words. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** Longer than any sending takes. Who was stopped while sending leaves the e-mail to be sent again after it. */
const CLAIM_MS = 600 * SECOND_MS;
/** Half a week with the waits below. */
const MOST_ATTEMPTS = 12;

/** 2 seconds, 8, 32, … up to a day. */
const waitAfter = (attempts: number): number => Math.min(2 * SECOND_MS * 4 ** (attempts - 1), DAY_MS);

const inTime = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** Takes the e-mail that has been due for longest; nobody else gets it meanwhile. Null when none is due. */
export async function claimEmail({ db, write }: Store): Promise<EmailTable | null> {
  const now = new Date().toISOString();
  const due = (from: Pick<Writing, "selectFrom">) =>
    from
      .selectFrom("email")
      .selectAll()
      .where("sent_at", "is", null)
      .where("next_attempt_at", "<=", now)
      .where("attempts", "<", MOST_ATTEMPTS)
      .orderBy("next_attempt_at")
      .limit(1)
      .executeTakeFirst();
  // Looked for every few seconds: only when there is one does it take a turn at writing.
  if (!(await due(db))) return null;
  return write(async (tx) => {
    const email = await due(tx);
    if (!email) return null;
    const claimed = { attempts: email.attempts + 1, next_attempt_at: inTime(CLAIM_MS) };
    await tx.updateTable("email").set(claimed).where("id", "=", email.id).execute();
    return { ...email, ...claimed };
  });
}

export const keepSent = ({ write }: Store, { id }: EmailTable): Promise<unknown> =>
  write((tx) =>
    tx.updateTable("email").set({ sent_at: new Date().toISOString(), last_error: null }).where("id", "=", id).execute(),
  );

export const keepFailed = ({ write }: Store, { id, attempts }: EmailTable, why: string): Promise<unknown> =>
  write((tx) =>
    tx
      .updateTable("email")
      .set({ last_error: why, next_attempt_at: inTime(waitAfter(attempts)) })
      .where("id", "=", id)
      .execute(),
  );
