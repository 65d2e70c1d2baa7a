/** What happens in a round, as it happens: server-sent events, asked for with the session's token, which an address can't carry. */
import { EventSource } from "eventsource";
import { API, API_PREFIX } from "../../shared/api.ts";
import { roundEventSchema } from "../../shared/api/rounds.ts";
import type { Asker } from "../../addin/sync/asking.ts";
import type { RoundWatcher } from "./page.ts";

/** After the service has refused the stream: it may be stopping, or the right was taken away. */
const AGAIN_MS = 5_000;

type Sending = NonNullable<ConstructorParameters<typeof EventSource>[1]>["fetch"];

/** @returns how to stop */
export function watchRound(
  readToken: Asker["readToken"],
  roundId: string,
  { onEvent, onLive }: RoundWatcher,
): () => void {
  const address = `${API_PREFIX}${API.watchRound.path.replace(":roundId", encodeURIComponent(roundId))}`;
  let lastId = "";
  let isStopped = false;
  let source: EventSource | null = null;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(address, { fetch: withToken(readToken, () => lastId) });
    source.addEventListener("open", () => onLive(true));
    source.addEventListener("message", ({ data, lastEventId }) => {
      lastId = lastEventId;
      const event = roundEventSchema.safeParse(JSON.parse(String(data)));
      if (event.success) onEvent(event.data);
    });
    source.addEventListener("error", () => {
      if (isStopped) return;
      onLive(false);
      // Broken connections are opened again by themselves; what the service refuses is not.
      if (source?.readyState === EventSource.CLOSED) clock = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    isStopped = true;
    clearTimeout(clock);
    source?.close();
  };
}

/** Each time it is opened anew with a token that works then, from the last event that came, whichever stream brought it. */
const withToken =
  (readToken: Asker["readToken"], lastId: () => string): NonNullable<Sending> =>
  async (input, init) => {
    const send = (token: string): Promise<Response> =>
      fetch(input, {
        ...init,
        headers: {
          ...init.headers,
          ...(lastId() === "" ? {} : { "Last-Event-ID": lastId() }),
          Authorization: `Bearer ${token}`,
        },
      });
    const token = await readToken(null);
    // As if the network were away: it is tried again.
    if (!token.ok) throw new TypeError(token.told.en);
    const response = await send(token.value);
    if (response.status !== 401) return response;
    const renewed = await readToken(token.value);
    return renewed.ok ? send(renewed.value) : response;
  };
