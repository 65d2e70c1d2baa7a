/** One request to the service: bounded in time, and whatever comes of it is a value. Nothing of it is logged. */
import { makeClient, type Client, type Fetch } from "../../shared/api/client.ts";
import type { ProblemAnswer } from "../../shared/api/problems.ts";
import type { Bilingual } from "../../shared/rule.ts";
import { troubleOf, type Reply, type Trouble } from "./reply.ts";

/** What to ask, by the contract's client. */
export type Asked<T> = (
  client: Client,
) => Promise<
  | { readonly ok: true; readonly status: number; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problem: ProblemAnswer }
>;

export interface Asking {
  readonly token: string | null;
  readonly timeoutMs?: number;
  /** Sent in place of what the client was given: it lies ready as bytes, and making it into one text would hold up the page. */
  readonly body?: Blob;
}

export interface Requests {
  /** Never rejects. */
  ask<T>(asked: Asked<T>, asking: Asking): Promise<Reply<T>>;
}

const TIMEOUT_MS = 60_000;

const UNREACHABLE: Bilingual = {
  vi: "Chưa kết nối được với dịch vụ. Xin kiểm tra mạng rồi thử lại.",
  en: "The service can't be reached. Please check the network and try again.",
};
const GARBLED: Bilingual = {
  vi: "Có phản hồi, nhưng không phải của dịch vụ Phụ Lục. Xin kiểm tra mạng (có thể phải đăng nhập vào mạng), hoặc báo người quản trị.",
  en: "Something answered that is not the Phụ Lục service. Please check the network (it may ask you to sign in), or tell the administrator.",
};

/** @param onReach told after each request whether the service was reached */
export function openRequests(base: string, onReach: (isReached: boolean) => void): Requests {
  return {
    ask: async (asked, asking) => {
      const reply = await askOnce(base, asked, asking);
      onReach(reply.ok || (reply.code !== "unreachable" && reply.code !== "garbled"));
      return reply;
    },
  };
}

async function askOnce<T>(
  base: string,
  asked: Asked<T>,
  { token, timeoutMs = TIMEOUT_MS, body }: Asking,
): Promise<Reply<T>> {
  const stop = new AbortController();
  // Until the answer is read, not only until it begins.
  const clock = setTimeout(() => stop.abort(), timeoutMs);
  let status = 0;
  const send: Fetch = async (address, init) => {
    const { method, headers, redirect } = init;
    const given = (body ?? init.body ?? null) as BodyInit | null;
    const response = await fetch(address, {
      method,
      headers,
      redirect,
      body: given,
      signal: stop.signal,
      cache: "no-store",
      credentials: "omit",
    });
    status = response.status;
    return response;
  };
  try {
    const result = await asked(makeClient(base, send, () => token));
    return result.ok ? { ok: true, value: result.value } : toTrouble(result.problem);
  } catch {
    // Gateways answer for a service that is away; with a status of 500 or more there is no use in looking at what they say.
    return status === 0 || status >= 500 || stop.signal.aborted
      ? troubleOf("unreachable", UNREACHABLE, status)
      : troubleOf("garbled", GARBLED, status);
  } finally {
    clearTimeout(clock);
  }
}

const toTrouble = ({ status, code, vi, en, facts, details }: ProblemAnswer): Trouble => ({
  ok: false,
  status,
  code,
  told: { vi, en },
  facts,
  details,
});
