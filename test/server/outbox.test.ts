/** The queue of e-mails in the database: what is due, for how long it waits, when it is given up. */
import assert from "node:assert/strict";
import { readConfig } from "../../server/config.ts";
import { claimEmail, keepFailed, keepSent, oneLine, queueEmail } from "../../server/mail/outbox.ts";
import { openStore, type Store } from "../../server/store/database.ts";
import type { EmailTable } from "../../server/store/tables.ts";
import { DATABASES, makeDatabase, type TestDatabase } from "./service.ts";

const MAIL = { url: "smtp://mail", from: "a@vi-du.vn", remindHours: 48 };
const PAST = "2020-01-01T00:00:00.000Z";
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

for (const kind of DATABASES)
  describe(`the outbox (${kind})`, () => {
    let database: TestDatabase | null = null;
    let store: Store;
    before(async function () {
      database = await makeDatabase(kind, this);
      store = await openStore(readConfig(database.env).database);
    });
    beforeEach(() => store.db.deleteFrom("email").execute());
    after(async () => {
      await store?.close();
      await database?.drop();
    });

    const put = (notice: string) =>
      store.write((tx) => queueEmail(tx, MAIL, { to: "b@vi-du.vn", subject: notice, body: "", notice }));
    const set = (values: Partial<EmailTable>) => store.db.updateTable("email").set(values).execute();
    const only = () => store.db.selectFrom("email").selectAll().executeTakeFirstOrThrow();

    it("keeps a notice once", async () => {
      for (const notice of ["one", "two", "one"]) await put(notice);
      assert.equal((await store.db.selectFrom("email").select("id").execute()).length, 2);
    });

    it("gives each e-mail to one taker, longest due first, and nothing when none is due", async () => {
      assert.equal(await claimEmail(store), null);
      for (const notice of ["c", "a", "b"]) await put(notice);
      for (const [notice, hour] of [
        ["a", "01"],
        ["b", "02"],
        ["c", "03"],
      ] as const)
        await store.db
          .updateTable("email")
          .set({ next_attempt_at: `2020-01-01T${hour}:00:00.000Z` })
          .where("notice", "=", notice)
          .execute();
      const due: (string | null)[] = [];
      for (let times = 0; times < 4; times++) due.push((await claimEmail(store))?.notice ?? null);
      assert.deepEqual(due, ["a", "b", "c", null]);
      await set({ next_attempt_at: PAST });
      const together = await Promise.all(Array.from({ length: 5 }, () => claimEmail(store)));
      const taken = together.flatMap((email) => email?.notice ?? []);
      assert.deepEqual(taken.sort(), ["a", "b", "c"]);
    });

    it("gives it again when the taker was stopped, after a while", async () => {
      await put("left behind");
      const first = await claimEmail(store);
      assert.ok(Date.parse(first?.next_attempt_at ?? "") > Date.now() + 9 * 60 * SECOND_MS);
      assert.equal(await claimEmail(store), null);
      await set({ next_attempt_at: PAST });
      const again = await claimEmail(store);
      assert.deepEqual([again?.id, again?.attempts], [first?.id, 2]);
    });

    it("is done with what was sent", async () => {
      await put("sent");
      const email = await claimEmail(store);
      assert.ok(email);
      await keepSent(store, email);
      await set({ next_attempt_at: PAST });
      assert.equal(await claimEmail(store), null);
      assert.notEqual((await only()).sent_at, null);
    });

    const WAITS: readonly (readonly [number, number])[] = [
      [1, 2 * SECOND_MS],
      [2, 8 * SECOND_MS],
      [3, 32 * SECOND_MS],
      [6, 2048 * SECOND_MS],
      [8, 32_768 * SECOND_MS],
      [9, 24 * HOUR_MS],
      [12, 24 * HOUR_MS],
    ];
    for (const [attempts, waits] of WAITS)
      it(`waits ${String(waits / SECOND_MS)} seconds after ${String(attempts)} attempts`, async () => {
        await put("refused");
        const email = { ...(await only()), attempts };
        const before = Date.now();
        await keepFailed(store, email, "451 try later");
        const after = Date.now();
        const { next_attempt_at, last_error } = await only();
        assert.equal(last_error, "451 try later");
        const from = Date.parse(next_attempt_at) - waits;
        assert.ok(from >= before && from <= after, `${next_attempt_at} is not so long after`);
      });

    it("gives it up after twelve attempts", async () => {
      await put("hopeless");
      await set({ attempts: 11 });
      const last = await claimEmail(store);
      assert.equal(last?.attempts, 12);
      await set({ next_attempt_at: PAST });
      assert.equal(await claimEmail(store), null);
    });
  });

describe("one line", () => {
  const LINES: readonly (readonly [string, string])[] = [
    ["Đợt 2027", "Đợt 2027"],
    ["Đợt\r\nBcc: a@b.vn", "Đợt Bcc: a@b.vn"],
    ["\n a \u2028\u2029 b \u0085c\0", "a   b  c"],
    ["\r\n\r\n", ""],
  ];
  for (const [text, line] of LINES) it(JSON.stringify(text), () => assert.equal(oneLine(text), line));
});
