/** Requests of the person who is signed in: the session is renewed when it has to be, and the request made once more. */
import type { Bilingual } from "../../shared/rule.ts";
import { troubleOf, type Reply } from "./reply.ts";
import type { Asked, Asking as Sending, Requests } from "./requests.ts";
import type { Session } from "./session.ts";

export interface Asker {
  ask<T>(asked: Asked<T>, sending?: Omit<Sending, "token">): Promise<Reply<T>>;
  /** A token that works, for a thread that asks by itself. */
  readToken(spent: string | null): Promise<Reply<string>>;
}

const SIGNED_OUT: Bilingual = {
  vi: "Phiên làm việc đã kết thúc. Xin đăng nhập lại.",
  en: "The session has ended. Please sign in again.",
};

interface With {
  readonly requests: Requests;
  readonly session: Session;
  /** Told when the session turns out to be over. */
  readonly onEnded: (told: Bilingual | null) => void;
}

export function openAsker({ requests, session, onEnded }: With): Asker {
  const renewed = async (spent: string | null): Promise<Reply<string>> => {
    const renewal = await session.renew(spent);
    if (renewal.kind === "failed") return renewal.trouble;
    if (renewal.kind === "renewed") return { ok: true, value: session.tokens?.accessToken ?? "" };
    onEnded(renewal.told);
    return troubleOf("session-ended", renewal.told ?? SIGNED_OUT, 401);
  };
  const readToken = async (spent: string | null): Promise<Reply<string>> => {
    const { tokens } = session;
    // Its time is not looked at: clocks of office machines may be off by hours.
    return tokens && tokens.accessToken !== spent
      ? { ok: true, value: tokens.accessToken }
      : renewed(tokens?.accessToken ?? null);
  };
  const ask: Asker["ask"] = async (asked, sending = {}) => {
    const token = await readToken(null);
    if (!token.ok) return token;
    const reply = await requests.ask(asked, { ...sending, token: token.value });
    if (reply.ok || reply.status !== 401) return reply;
    const next = await renewed(token.value);
    return next.ok ? requests.ask(asked, { ...sending, token: next.value }) : next;
  };
  return { ask, readToken };
}
