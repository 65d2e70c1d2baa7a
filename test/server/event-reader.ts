/** Reads server-sent events as a browser does, for tests. */
import assert from "node:assert/strict";
import { roundEventSchema, type RoundEvent } from "../../shared/api/rounds.ts";
import { API_PREFIX } from "../../shared/api/route.ts";
import { eventually } from "../eventually.ts";
import type { Person } from "./service.ts";

export interface Watching {
  /** All heard so far. */
  readonly events: readonly RoundEvent[];
  /** Resolves when as many have been heard; fails after a while. */
  readonly heard: (count: number) => Promise<readonly RoundEvent[]>;
  /** Resolves when the service has ended the stream. */
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

/** Resolves once the service has begun to answer: what happens from then on is heard. */
export async function watch({
  url,
  person,
  roundId,
  after,
}: {
  url: string;
  person: Person;
  roundId: string;
  after?: number;
}): Promise<Watching> {
  const leaving = new AbortController();
  const response = await fetch(`${url}${API_PREFIX}/rounds/${roundId}/events`, {
    signal: leaving.signal,
    headers: {
      Authorization: `Bearer ${person.token() ?? ""}`,
      Accept: "text/event-stream",
      ...(after === undefined ? {} : { "Last-Event-ID": String(after) }),
    },
  });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const events: RoundEvent[] = [];
  const ended = readAll(response, events).catch(() => undefined);
  const heard = async (count: number): Promise<readonly RoundEvent[]> => {
    await eventually(() => assert.ok(events.length >= count, `heard ${String(events.length)} of ${String(count)}`));
    return events;
  };
  return { events, heard, ended, leave: () => leaving.abort() };
}

async function readAll(response: Response, events: RoundEvent[]): Promise<void> {
  const decoder = new TextDecoder();
  let unread = "";
  for await (const chunk of response.body ?? []) {
    unread += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = unread.split("\n\n");
    unread = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, id, json] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? [];
      if (json === undefined) continue;
      const event = roundEventSchema.parse(JSON.parse(json));
      assert.equal(String(event.id), id);
      events.push(event);
    }
  }
}
