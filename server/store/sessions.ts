/** Sessions in the database: only hashes of their tokens are kept. */
import type { Config } from "../config.ts";
import type { Writing } from "./database.ts";
import { newId, newToken, sha256 } from "./ids.ts";

export interface Tokens {
  readonly accessToken: string;
  readonly accessExpiresAt: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: string;
}

type Lifetimes = Pick<Config, "accessMs" | "refreshMs">;

/** However often it is refreshed, a session asks for the password again after this long. */
const LONGEST_MS = 90 * 86_400_000;
/** Rows that are over stay a little, so that what still names them finds them. */
const KEPT_MS = 3_600_000;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/**
 * A session ends when nobody has refreshed it for the configured time (sliding): who works with it every day is not put out in
 * the middle of a round, and a forgotten one ends by itself.
 * The refresh token begins with the session's id: a token replaced long ago still tells whose it was.
 */
export function makeTokens(
  { accessMs, refreshMs }: Lifetimes,
  session: { id: string; at: string; since: string },
): Tokens {
  const longest = later(session.since, LONGEST_MS);
  const expires = later(session.at, refreshMs);
  return {
    accessToken: newToken(),
    accessExpiresAt: later(session.at, accessMs),
    refreshToken: `${session.id}.${newToken()}`,
    refreshExpiresAt: expires < longest ? expires : longest,
  };
}

export const hashesOf = (tokens: Tokens) => ({
  access_hash: sha256(tokens.accessToken),
  access_expires_at: tokens.accessExpiresAt,
  refresh_hash: sha256(tokens.refreshToken),
  refresh_expires_at: tokens.refreshExpiresAt,
});

export async function openSession(
  tx: Writing,
  lifetimes: Lifetimes,
  who: { personId: string; userAgent: string; at: string },
): Promise<Tokens> {
  await removeWhatIsOver(tx, who.at);
  const id = newId();
  const tokens = makeTokens(lifetimes, { id, at: who.at, since: who.at });
  await tx
    .insertInto("session")
    .values({
      id,
      person_id: who.personId,
      ...hashesOf(tokens),
      previous_refresh_hash: null,
      rotated_at: who.at,
      created_at: who.at,
      ended_at: null,
      user_agent: who.userAgent,
    })
    .execute();
  return tokens;
}

/** @returns how many were going on */
export async function endSessions(
  tx: Writing,
  at: string,
  whose: { personIds: readonly string[]; exceptId?: string },
): Promise<number> {
  if (whose.personIds.length === 0) return 0;
  const ended = await tx
    .updateTable("session")
    .set({ ended_at: at })
    .where("person_id", "in", whose.personIds)
    .where("id", "!=", whose.exceptId ?? "")
    .where("ended_at", "is", null)
    .returning("id")
    .execute();
  return ended.length;
}

/** A small chore that comes with each sign-in, so that nothing needs to run beside the service. */
async function removeWhatIsOver(tx: Writing, at: string): Promise<void> {
  const before = later(at, -KEPT_MS);
  await tx.deleteFrom("ticket").where("expires_at", "<", before).execute();
  await tx.deleteFrom("oidc_login").where("expires_at", "<", before).execute();
  await tx
    .deleteFrom("session")
    .where((is) => is.or([is("ended_at", "<", before), is("refresh_expires_at", "<", before)]))
    .execute();
}
