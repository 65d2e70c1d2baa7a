/** Signing in with a password, and what becomes of sessions. */
import assert from "node:assert/strict";
import type { SessionAnswer } from "../../shared/api/sessions.ts";
import { addAccount, fromNow, HOUR_MS, openScene, tryPassword, type Scene } from "./accounts.ts";
import { DATABASES, nobody, signIn, signInFirst, somebody, type Person } from "./service.ts";

const DAY_MS = 24 * HOUR_MS;

for (const kind of DATABASES) {
  describe(`signing in (${kind})`, () => {
    let scene: Scene;
    before(async function () {
      scene = await openScene(kind, this, { LOG_LEVEL: "trace" });
    });
    after(() => scene?.end());

    const open = (account: { email: string; password: string }): Promise<SessionAnswer> =>
      nobody(scene.url).get("signIn", { body: { email: account.email, password: account.password } });
    const holder = (session: SessionAnswer): Person =>
      somebody(scene.url, { ...session.me, password: "", token: () => session.accessToken });
    const refresh = (refreshToken: string): Promise<SessionAnswer> =>
      nobody(scene.url).get("refreshSession", { body: { refreshToken } });
    const refusedRefresh = async (refreshToken: string): Promise<string> =>
      (await nobody(scene.url).refused("refreshSession", { body: { refreshToken } })).code;
    const change = (person: { id: string }, values: object): Promise<unknown> =>
      scene.store.write((tx) => tx.updateTable("person").set(values).where("id", "=", person.id).execute());
    const changeSessions = (person: { id: string }, values: object): Promise<unknown> =>
      scene.store.write((tx) => tx.updateTable("session").set(values).where("person_id", "=", person.id).execute());

    describe("the password", () => {
      it("opens the account, whatever the address's capitals", async () => {
        const account = await addAccount(scene, {});
        assert.equal(await tryPassword(scene.url, ` ${account.email.toUpperCase()} `, account.password), "");
      });
      it("wrong is answered as an address nobody has, and as slowly", async () => {
        const account = await addAccount(scene, {});
        const known = await nobody(scene.url).refused("signIn", { body: { ...account, password: "sai" } });
        const unknown = await nobody(scene.url).refused("signIn", { body: { email: "ma@vi-du.vn", password: "sai" } });
        assert.deepEqual(known, unknown);
        const time = async (email: string): Promise<number> => {
          const start = performance.now();
          await tryPassword(scene.url, email, "sai");
          return performance.now() - start;
        };
        const times = { known: Infinity, unknown: Infinity };
        // In turns: what else the machine does at the time slows both.
        for (let turn = 0; turn < 4; turn++) {
          times.unknown = Math.min(times.unknown, await time("ma@vi-du.vn"));
          times.known = Math.min(times.known, await time(account.email));
        }
        const ratio = times.unknown / times.known;
        assert.ok(ratio > 0.4 && ratio < 2.5, String(ratio));
      });
      it("is not taken from a closed account, which only the right one is told", async () => {
        const account = await addAccount(scene, {});
        await change(account, { is_active: 0 });
        assert.equal(await tryPassword(scene.url, account.email, account.password), "account-closed");
        assert.equal(await tryPassword(scene.url, account.email, "sai"), "wrong-password");
      });
      it("opens nothing where there is none", async () => {
        const account = await addAccount(scene, {});
        await change(account, { password_hash: null });
        assert.equal(await tryPassword(scene.url, account.email, account.password), "wrong-password");
      });
      it("opens as many sessions as there are devices", async () => {
        const account = await addAccount(scene, {});
        const sessions = await Promise.all(Array.from({ length: 8 }, () => open(account)));
        assert.equal(new Set(sessions.map(({ accessToken }) => accessToken)).size, 8);
        for (const session of sessions) await holder(session).get("readMe", {});
      });
    });

    describe("wrong passwords", () => {
      const guess = async (email: string, times: number): Promise<string> => {
        let last = "";
        for (let time = 0; time < times; time++) last = await tryPassword(scene.url, email, `sai ${String(time)}`);
        return last;
      };
      const minutesLocked = async (id: string): Promise<number> => {
        const row = await scene.store.db
          .selectFrom("person")
          .selectAll()
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
        return row.locked_until === null ? 0 : Math.round((Date.parse(row.locked_until) - Date.now()) / 60_000);
      };

      it("five in a row lock the account for a quarter of an hour, then twice as long", async () => {
        const account = await addAccount(scene, {});
        assert.equal(await guess(account.email, 4), "wrong-password");
        assert.equal(await guess(account.email, 1), "account-locked");
        assert.equal(await minutesLocked(account.id), 15);
        const locked = await nobody(scene.url).refused("signIn", { body: account });
        assert.equal(locked.code, "account-locked");
        assert.match(String(locked.facts["until"]), /^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
        assert.match(locked.vi, /tạm khóa đến \d\d/);

        await change(account, { locked_until: fromNow(-1000) });
        assert.equal(await guess(account.email, 4), "wrong-password");
        assert.equal(await guess(account.email, 1), "account-locked");
        assert.equal(await minutesLocked(account.id), 30);
      });
      it("are forgotten with the right one", async () => {
        const account = await addAccount(scene, {});
        await guess(account.email, 4);
        assert.equal(await tryPassword(scene.url, account.email, account.password), "");
        assert.equal(await guess(account.email, 4), "wrong-password");
      });
      it("guessed side by side are no more than five", async () => {
        const account = await addAccount(scene, {});
        const guesses = Array.from({ length: 25 }, (_, n) => tryPassword(scene.url, account.email, `sai ${String(n)}`));
        const answers = await Promise.all(guesses);
        assert.equal(answers.filter((answer) => answer === "wrong-password").length, 4);
        assert.equal(answers.filter((answer) => answer === "account-locked").length, 21);
        assert.equal(await tryPassword(scene.url, account.email, account.password), "account-locked");
      });
      it("count when they come with a change of password, too", async () => {
        const account = await addAccount(scene, {});
        const person = await signInFirst(scene.url, account);
        const wrong = { body: { current: "sai", next: "một mật khẩu rất dài" } };
        for (let time = 0; time < 4; time++) {
          const { code, status } = await person.refused("changePassword", wrong);
          assert.deepEqual([code, status], ["wrong-current-password", 422]);
        }
        assert.equal((await person.refused("changePassword", wrong)).code, "account-locked");
        assert.equal(await tryPassword(scene.url, person.email, person.password), "account-locked");
      });
    });

    describe("the first password", () => {
      it("opens nothing but its own change, who one is, and the way out", async () => {
        const account = await addAccount(scene, { role: "administrator" });
        const person = await signIn(scene.url, account);
        assert.equal((await person.get("readMe", {})).mustChangePassword, true);
        for (const id of ["listOrganisations", "listRounds", "readAudit"] as const)
          assert.equal((await person.refused(id, {})).code, "password-change-required", id);
        const body = { current: account.password, next: "đã đổi sang mật khẩu dài" };
        await person.get("changePassword", { body });
        await person.get("listOrganisations", {});
        assert.equal((await person.get("readMe", {})).mustChangePassword, false);
        assert.equal(await tryPassword(scene.url, account.email, account.password), "wrong-password");
      });

      const faults: readonly (readonly [string, string, RegExp])[] = [
        ["ngắn", "weak-password", /ít nhất 10 ký tự/],
        ["matkhau12345", "weak-password", /quá dễ đoán/],
        ["PHAM THU 12345", "weak-password", /họ tên/],
      ];
      for (const [next, code, said] of faults)
        it(`can't become “${next}”`, async () => {
          const account = await addAccount(scene, {});
          await change(account, { name: "Phạm Thử" });
          const person = await signIn(scene.url, account);
          const problem = await person.refused("changePassword", { body: { current: account.password, next } });
          assert.equal(problem.code, code);
          assert.match(problem.vi, said);
        });
      it("can't become itself, however its marks are typed", async () => {
        const person = await signInFirst(scene.url, await addAccount(scene, {}));
        const body = { current: person.password, next: person.password.normalize("NFD") };
        assert.equal((await person.refused("changePassword", { body })).code, "password-reused");
      });
    });

    it("a changed password ends all other sessions, and not the one it was changed in", async () => {
      const person = await signInFirst(scene.url, await addAccount(scene, {}));
      const other = await open(person);
      await person.get("changePassword", { body: { current: person.password, next: "lại một mật khẩu khác" } });
      await person.get("readMe", {});
      assert.equal((await holder(other).refused("readMe", {})).code, "session-ended");
      assert.equal(await refusedRefresh(other.refreshToken), "session-ended");
    });

    describe("a session", () => {
      it("goes on with new tokens, and the old access token ends", async () => {
        const account = await addAccount(scene, {});
        const first = await open(account);
        const second = await refresh(first.refreshToken);
        assert.equal(second.me.id, account.id);
        assert.notEqual(second.refreshToken, first.refreshToken);
        await holder(second).get("readMe", {});
        assert.equal((await holder(first).refused("readMe", {})).code, "session-ended");
      });
      it("forgives two windows asking with one token within ten seconds", async () => {
        const first = await open(await addAccount(scene, {}));
        const [one, two] = await Promise.allSettled([refresh(first.refreshToken), refresh(first.refreshToken)]);
        assert.deepEqual([one.status, two.status].sort(), ["fulfilled", "rejected"]);
        const second = one.status === "fulfilled" ? one.value : two.status === "fulfilled" ? two.value : first;
        assert.equal(await refusedRefresh(first.refreshToken), "token-already-used");
        await holder(second).get("readMe", {});
      });
      it("ends when a token replaced before comes again later: one of the two is a thief", async () => {
        const account = await addAccount(scene, {});
        const first = await open(account);
        const second = await refresh(first.refreshToken);
        await changeSessions(account, { rotated_at: fromNow(-11_000) });
        assert.equal(await refusedRefresh(first.refreshToken), "token-already-used");
        assert.equal((await holder(second).refused("readMe", {})).code, "session-ended");
        assert.equal(await refusedRefresh(second.refreshToken), "session-ended");
        const [last] = await scene.audit();
        assert.deepEqual([last?.action, last?.subject], ["end-stolen-session", `person ${account.id}`]);
      });
      it("ends when a token from long ago comes again", async () => {
        const first = await open(await addAccount(scene, {}));
        const third = await refresh((await refresh(first.refreshToken)).refreshToken);
        assert.equal(await refusedRefresh(first.refreshToken), "token-already-used");
        assert.equal(await refusedRefresh(third.refreshToken), "session-ended");
      });
      it("of which nobody knows is over", async () => {
        for (const token of ["x", "không-có", "x.y", `${"0".repeat(16)}.${"a".repeat(43)}`])
          assert.equal(await refusedRefresh(token), "session-ended");
      });
      it("that nobody refreshed in time is over", async () => {
        const account = await addAccount(scene, {});
        const session = await open(account);
        await changeSessions(account, { refresh_expires_at: fromNow(-1000) });
        assert.equal(await refusedRefresh(session.refreshToken), "session-ended");
      });
      it("moves its end with each refresh, up to 90 days from signing in", async () => {
        const account = await addAccount(scene, {});
        const days = (session: SessionAnswer): number =>
          Math.round((Date.parse(session.refreshExpiresAt) - Date.now()) / DAY_MS);
        let session = await open(account);
        assert.equal(days(session), 14);
        await changeSessions(account, { refresh_expires_at: fromNow(DAY_MS) });
        session = await refresh(session.refreshToken);
        assert.equal(days(session), 14);
        await changeSessions(account, { created_at: fromNow(-87 * DAY_MS) });
        assert.equal(days(await refresh(session.refreshToken)), 3);
      });
      it("is not refreshed once the account is closed", async () => {
        const account = await addAccount(scene, {});
        const session = await open(account);
        await change(account, { is_active: 0 });
        assert.equal(await refusedRefresh(session.refreshToken), "account-closed");
        assert.equal((await holder(session).refused("readMe", {})).code, "account-closed");
      });
      it("ends by signing out, and the others go on", async () => {
        const account = await addAccount(scene, {});
        const [first, second] = [await open(account), await open(account)];
        await holder(first).get("signOut", {});
        assert.equal((await holder(first).refused("readMe", {})).code, "session-ended");
        assert.equal(await refusedRefresh(first.refreshToken), "session-ended");
        await holder(second).get("readMe", {});
      });
      it("ends everywhere by signing out everywhere", async () => {
        const account = await addAccount(scene, {});
        const sessions = [await open(account), await open(account), await open(account)];
        const [asked] = sessions;
        assert.ok(asked);
        await holder(asked).get("signOutEverywhere", {});
        for (const session of sessions) {
          assert.equal((await holder(session).refused("readMe", {})).code, "session-ended");
          assert.equal(await refusedRefresh(session.refreshToken), "session-ended");
        }
        assert.deepEqual((await scene.audit())[0]?.details, { sessions: 3 });
      });
      it("leaves the database a while after its end", async () => {
        const account = await addAccount(scene, {});
        const session = await open(account);
        await signInFirst(scene.url, account);
        await holder(session).refused("readMe", {});
        await changeSessions(account, { ended_at: fromNow(-2 * HOUR_MS) });
        await open(await addAccount(scene, {}));
        const rows = await scene.store.db
          .selectFrom("session")
          .select("id")
          .where("person_id", "=", account.id)
          .execute();
        assert.deepEqual(rows, []);
      });
    });

    describe("the bearer token", () => {
      const headers: readonly (readonly [string, string])[] = [
        ["", "not-signed-in"],
        ["Bearer", "not-signed-in"],
        ["Bearer abc", "not-signed-in"],
        ["Basic cXVhbnRyaTpzYWk=", "not-signed-in"],
        [`Bearer ${"x".repeat(500)}`, "not-signed-in"],
        [`Bearer ${"x".repeat(43)}`, "session-ended"],
      ];
      for (const [header, code] of headers)
        it(`“${header.slice(0, 20)}” is answered with ${code}`, async () => {
          const response = await fetch(`${scene.url}/api/v1/me`, { headers: header ? { Authorization: header } : {} });
          assert.equal(response.status, 401);
          assert.equal(response.headers.get("www-authenticate"), "Bearer");
          assert.equal(((await response.json()) as { code: string }).code, code);
        });
    });

    it("writes down who came and who failed, with the address and never with a password", async () => {
      const account = await addAccount(scene, {});
      await tryPassword(scene.url, account.email, "mật-khẩu-gõ-sai");
      await tryPassword(scene.url, "mật-khẩu-gõ-nhầm-ô", "mật-khẩu-gõ-sai");
      const session = await open(account);
      const [came, wrongField, failed] = await scene.audit();
      assert.deepEqual([came?.action, came?.details], ["sign-in", { way: "password" }]);
      assert.match(came?.actor ?? "", /^Phạm Thử/);
      assert.deepEqual(failed?.details, { way: "password", why: "wrong-password", email: account.email });
      assert.deepEqual(wrongField?.details, { way: "password", why: "wrong-password", email: "" });
      const everything = JSON.stringify([
        await scene.audit(),
        await scene.store.db.selectFrom("session").selectAll().execute(),
      ]);
      for (const secret of [account.password, "mật-khẩu-gõ", session.accessToken, session.refreshToken])
        assert.ok(!everything.includes(secret), secret);
    });

    it("keeps addresses, passwords and tokens out of the service's log", async () => {
      const account = await addAccount(scene, {});
      const session = await open(account);
      await tryPassword(scene.url, account.email, "mật-khẩu-gõ-sai");
      await holder(session).get("readMe", {});
      const log = scene.service.said().split("Ctrl+C")[1] ?? "";
      for (const secret of ["vi-du.vn", account.password, "mật-khẩu", session.accessToken, session.refreshToken])
        assert.ok(!log.includes(secret), secret);
    });
  });

  describe(`a short access token (${kind})`, () => {
    let scene: Scene;
    before(async function () {
      scene = await openScene(kind, this, { ACCESS_MINUTES: "0.5" });
    });
    after(() => scene?.end());

    it("is over after its time, and the refresh token gives another", async () => {
      const session = await nobody(scene.url).get("signIn", { body: scene.administrator });
      const held = somebody(scene.url, { ...session.me, password: "", token: () => session.accessToken });
      await held.get("readMe", {});
      assert.ok(Date.parse(session.accessExpiresAt) - Date.now() <= 30_000);
      // As if half a minute had gone by.
      await scene.store.db
        .updateTable("session")
        .set({ access_expires_at: fromNow(-1) })
        .execute();
      assert.equal((await held.refused("readMe", {})).code, "session-ended");
      const body = { refreshToken: session.refreshToken };
      const next = await nobody(scene.url).get("refreshSession", { body });
      const again = somebody(scene.url, { ...session.me, password: "", token: () => next.accessToken });
      assert.equal((await again.get("readMe", {})).id, session.me.id);
    });
  });
}
