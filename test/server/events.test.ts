/** Watching a round over real HTTP: nothing lost, nothing doubled, nothing shown to whom it does not concern. */
import assert from "node:assert/strict";
import type { RoundEventKind } from "../../shared/api/rounds.ts";
import { appendRoundEvent } from "../../server/store/round-events.ts";
import { makeWaker } from "../../server/waker.ts";
import { addOpenRound, fromNow, inEachCountry, NGHE_AN, VINH_LONG, type Country, type Who } from "./country.ts";
import { watch, type Watching } from "./event-reader.ts";
import { addPerson, signIn, startProcess } from "./service.ts";

/** How often the service looks for events when nothing tells it that there are any. */
const POLL_MS = 2000;
const TIMES = 4;

const DAY = { until: "2099-01-01T00:00:00.000Z", why: "Bổ sung" };

/** Something that happens to one organisation, through the service. */
const reopen = (country: Country, roundId: string, organisationId: string) =>
  country.people.administrator.get("reopenForOrganisation", { params: { roundId, organisationId }, body: DAY });

/** As another instance, or the command line, would write it. */
const happen = (country: Country, roundId: string, events: readonly (readonly [RoundEventKind, string | null])[]) =>
  country.store.write(async (tx) => {
    for (const [what, organisationId] of events)
      await appendRoundEvent(tx, { roundId, organisationId, what, version: 1, at: fromNow(0), by: null });
  });

const kinds = ({ events }: Watching) => events.map((event) => `${event.what} ${event.organisationId ?? "-"}`);

inEachCountry("watching a round", (country) => {
  const watching: Watching[] = [];
  const begin = async (who: Who, roundId: string, after?: number): Promise<Watching> => {
    const { service, people } = country();
    const one = await watch({
      url: service.url,
      person: people[who],
      roundId,
      ...(after === undefined ? {} : { after }),
    });
    watching.push(one);
    return one;
  };
  afterEach(() => {
    for (const one of watching.splice(0)) one.leave();
  });

  it("tells what happens from then on, at once", async () => {
    const roundId = await addOpenRound(country());
    const reviewer = await begin("reviewer", roundId);
    const waits: number[] = [];
    for (let times = 1; times <= TIMES; times++) {
      const asked = Date.now();
      await reopen(country(), roundId, NGHE_AN);
      await reviewer.heard(times);
      waits.push(Date.now() - asked);
    }
    // Of the poll alone each but the first would be a whole turn; a busy machine slows some, and not all.
    assert.ok(Math.min(...waits.slice(1)) < POLL_MS / 2, `a nudge is quicker than the poll: ${waits.join(", ")} ms`);
    await country().people.administrator.get("closeRound", { params: { roundId } });
    await reviewer.heard(TIMES + 1);
    assert.deepEqual(kinds(reviewer), [...Array<string>(TIMES).fill(`reopened ${NGHE_AN}`), "round-closed -"]);
    assert.equal(reviewer.events[0]?.by?.name, "Quản trị");
  });

  it("shows each watcher only the organisations they may see", async () => {
    const roundId = await addOpenRound(country());
    const { departmentId } = country();
    const EXPECTED: readonly (readonly [Who, readonly string[]])[] = [
      ["reviewer", [NGHE_AN, VINH_LONG, departmentId, "-"]],
      ["viewer", [NGHE_AN, VINH_LONG, departmentId, "-"]],
      ["ngheAn", [NGHE_AN, "-"]],
      ["ngheAnAdministrator", [NGHE_AN, departmentId, "-"]],
      ["vinhLong", [VINH_LONG, "-"]],
    ];
    const all = await Promise.all(EXPECTED.map(([who]) => begin(who, roundId)));
    const elsewhere = await addOpenRound(country());
    await happen(country(), elsewhere, [["submitted", NGHE_AN]]);
    await happen(country(), roundId, [
      ["submitted", NGHE_AN],
      ["submitted", VINH_LONG],
      ["draft-saved", departmentId],
      ["round-changed", null],
    ]);
    for (const [index, [who, organisations]] of EXPECTED.entries()) {
      const heard = await all[index]?.heard(organisations.length);
      assert.deepEqual(
        heard?.map((event) => event.organisationId ?? "-"),
        organisations,
        who,
      );
    }
  });

  it("goes on after Last-Event-ID, with nothing lost and nothing doubled", async () => {
    const roundId = await addOpenRound(country());
    const first = await begin("reviewer", roundId);
    await happen(
      country(),
      roundId,
      Array.from({ length: 20 }, () => ["submitted", NGHE_AN] as const),
    );
    const seen = (await first.heard(20)).map((event) => event.id);
    first.leave();
    await happen(
      country(),
      roundId,
      Array.from({ length: 1200 }, () => ["submitted", VINH_LONG] as const),
    );
    const again = await begin("reviewer", roundId, seen[9] ?? 0);
    const burst = Array.from({ length: 10 }, () => reopen(country(), roundId, NGHE_AN));
    await Promise.all(burst);
    const ids = (await again.heard(1220)).map((event) => event.id);
    assert.deepEqual(ids.slice(0, 10), seen.slice(10));
    assert.equal(new Set(ids).size, 1220);
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(again.events.length, 1220);
  });

  it("does not wait for numbers of another database", async () => {
    const roundId = await addOpenRound(country());
    const one = await begin("reviewer", roundId, 999_999_999);
    await reopen(country(), roundId, NGHE_AN);
    assert.equal((await one.heard(1))[0]?.what, "reopened");
  });

  it("hears what another process writes", async () => {
    const roundId = await addOpenRound(country());
    const { database, people } = country();
    const beside = await startProcess(database.env);
    try {
      const here = await begin("reviewer", roundId);
      const there = await watch({ url: beside.url, person: people.ngheAn, roundId });
      await reopen(country(), roundId, NGHE_AN);
      const other = await signIn(beside.url, people.administrator);
      await other.get("closeRound", { params: { roundId } });
      await Promise.all([here.heard(2), there.heard(2)]);
      assert.deepEqual(here.events, there.events);
      there.leave();
    } finally {
      assert.equal(await beside.stop(), 0);
    }
  });

  it("ends for who signs out, whose account is closed, whose role changes, or who is expected no more", async () => {
    const { service, people } = country();
    const roundId = await addOpenRound(country());
    const { administrator } = people;
    const bo = { url: service.url, organisationId: "bo" };
    const session = await signIn(service.url, people.viewer);
    const former = await addPerson(administrator, { ...bo, role: "viewer" });
    const promoted = await addPerson(administrator, { ...bo, role: "viewer" });
    const leaving = [session, former, promoted, people.vinhLong];
    const ending = await Promise.all(leaving.map((person) => watch({ url: service.url, person, roundId })));
    const staying = await begin("viewer", roundId);
    const change = (personId: string, body: object) =>
      administrator.get("changePerson", { params: { personId }, body });
    await session.get("signOut", {});
    await change(former.id, { isActive: false });
    await change(promoted.id, { role: "administrator" });
    await administrator.get("changeRound", { params: { roundId }, body: { expectedIds: [NGHE_AN] } });
    await Promise.all(ending.map((one) => one.ended));
    await happen(country(), roundId, [["submitted", NGHE_AN]]);
    assert.deepEqual(kinds({ ...staying, events: await staying.heard(2) }), [
      "round-changed -",
      `submitted ${NGHE_AN}`,
    ]);
    for (const one of ending) assert.ok(!kinds(one).includes(`submitted ${NGHE_AN}`));
  });

  it("is refused to those who do not see the round", async () => {
    const roundId = await addOpenRound(country());
    const refusal = await country().people.daNang.refused("watchRound", { params: { roundId } });
    assert.equal(refusal.code, "not-found");
  });

  it("ends when the service stops, and goes on after it has started again", async () => {
    const { database, people } = country();
    const roundId = await addOpenRound(country());
    const before = await startProcess(database.env);
    const one = await watch({ url: before.url, person: people.reviewer, roundId });
    await happen(country(), roundId, [["submitted", NGHE_AN]]);
    const [last] = await one.heard(1);
    assert.equal(await before.stop(), 0);
    await one.ended;
    await happen(country(), roundId, [["returned", NGHE_AN]]);
    const after = await startProcess(database.env);
    const again = await watch({ url: after.url, person: people.reviewer, roundId, after: last?.id ?? 0 });
    await again.heard(1);
    assert.deepEqual(kinds(again), [`returned ${NGHE_AN}`]);
    again.leave();
    assert.equal(await after.stop(), 0);
  });
});

describe("a waker", () => {
  const listeners = new Set<() => void>();
  const subscribe = (wake: () => void) => {
    listeners.add(wake);
    return () => void listeners.delete(wake);
  };
  const call = () => [...listeners].forEach((wake) => wake());
  const LONG_MS = 60_000;

  it("wakes when called, and at once when called before it slept", async () => {
    const leaving = new AbortController();
    const waker = makeWaker(subscribe, leaving.signal);
    call();
    await waker.sleep(LONG_MS);
    setTimeout(call, 20);
    await waker.sleep(LONG_MS);
    const slept = Date.now();
    await waker.sleep(50);
    assert.ok(Date.now() - slept >= 45, "a call ends one sleep only");
    leaving.abort();
  });

  it("wakes, and listens no more, when it is told to leave", async () => {
    const leaving = new AbortController();
    const waker = makeWaker(subscribe, leaving.signal);
    setTimeout(() => leaving.abort(), 20);
    await waker.sleep(LONG_MS);
    await waker.sleep(LONG_MS);
    assert.equal(listeners.size, 0);
  });
});
