/** E-mails waiting to be sent, written in the write that gives cause for them: what is undone is not told. */
import type { Config } from "../config.ts";
import type { Writing } from "../store/database.ts";
import { newId } from "../store/ids.ts";

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
