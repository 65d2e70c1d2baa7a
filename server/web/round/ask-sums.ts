/** What a round adds up to: several parts of its page ask for it at the same moment, and those who ask alike ask once. */
import type { Reply } from "../../../addin/sync/reply.ts";
import type { Scope } from "../page.ts";
import type { Sums } from "./money/money-split.ts";

interface SumsQuery {
  readonly level: "organisation" | "province";
  readonly era: "then" | "today";
  readonly acceptedOnly: boolean;
}

export type AskSums = (query: SumsQuery) => Promise<Reply<Sums>>;

export function sumsAsker({ ask }: Pick<Scope, "ask">, roundId: string): AskSums {
  const justAsked = new Map<string, Promise<Reply<Sums>>>();
  return ({ level, era, acceptedOnly }) => {
    const query = { level, era, acceptedOnly: String(acceptedOnly) };
    const key = JSON.stringify(query);
    const before = justAsked.get(key);
    if (before) return before;
    const asked = ask((client) => client.call("readSums", { params: { roundId }, query }));
    justAsked.set(key, asked);
    // Whoever asks later wants to know of what has happened by then.
    setTimeout(() => justAsked.delete(key), 0);
    return asked;
  };
}
