/** What reviewers do: return with comments, accept, unlock; and what happens when two of them act at once. */
import assert from "node:assert/strict";
import { bodyOf, MINISTRY } from "./rounds.ts";
import {
  bringTo,
  heardOf,
  logOf,
  openReviewScene,
  PROVINCE,
  sheetWith,
  submitNext,
  type Place,
  type ReviewScene,
} from "./review-scene.ts";
import { DATABASES } from "./service.ts";

/** Nobody listens there: e-mails stay in the queue, where they can be looked at. */
const MAIL = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "phuluc@vi-du.vn" };
const COMMENT = { sheet: "PL1", cell: "F7", text: "Xin đối chiếu với quyết định đầu tư." };

for (const kind of DATABASES) {
  describe(`review, ${kind}`, () => {
    let scene: ReviewScene;
    before(async function () {
      scene = await openReviewScene(kind, this, MAIL);
    });
    after(async () => {
      await scene.end();
    });
    const accept = (params: Place, version: number) =>
      scene.reviewer.get("acceptSubmission", { params, body: { version, why: "" } });
    const noticesOf = async ({ roundId }: Place): Promise<readonly string[]> => {
      const rows = await scene.store.db.selectFrom("email").select(["notice", "to_address"]).execute();
      return rows
        .filter(({ notice }) => notice.includes(roundId))
        .map(({ notice, to_address }) => `${notice.split(":")[0] ?? ""} ${notice.split(":")[3] ?? ""} ${to_address}`)
        .sort();
    };

    it("is returned, submitted again, accepted, unlocked as asked, and submitted again", async () => {
      const { officer, approver, reviewer } = scene;
      const params = await bringTo(scene, "submitted");
      const returned = await reviewer.get("returnSubmission", {
        params,
        body: { version: 1, why: "Chưa rõ nguồn vốn.", comments: [COMMENT] },
      });
      assert.deepEqual([returned.state, returned.isLocked], ["returned", false]);
      const { comments } = await officer.get("listComments", { params });
      assert.deepEqual(
        comments.map(({ version, sheet, cell, text, by }) => ({ version, sheet, cell, text, by: by.id })),
        [{ version: 1, ...COMMENT, by: reviewer.id }],
      );

      assert.equal((await submitNext(officer, params, { replaces: 1 })).state, "submitted");
      assert.equal((await accept(params, 2)).isLocked, true);
      const third = bodyOf([sheetWith({ M7: "Bản thứ ba" })], { replaces: 2 });
      assert.equal((await officer.refused("submit", { params, body: third })).code, "submission-locked");

      await approver.get("requestUnlock", { params, body: { why: "Sai một số." } });
      const asked = await officer.get("requestUnlock", { params, body: { why: "Sai số ở dòng 2." } });
      assert.deepEqual(
        [asked.state, asked.isLocked, asked.unlockRequest?.why, asked.unlockRequest?.by.id],
        ["accepted", true, "Sai số ở dòng 2.", officer.id],
      );
      const unlocked = await reviewer.get("unlock", { params, body: { why: "Đồng ý." } });
      assert.deepEqual(
        [unlocked.state, unlocked.isLocked, unlocked.unlockRequest, unlocked.latestVersion],
        ["accepted", false, null, 2],
      );
      assert.equal((await reviewer.refused("unlock", { params, body: { why: "Lần nữa." } })).code, "wrong-state");

      assert.equal((await officer.get("submit", { params, body: third })).state, "submitted");
      const { history } = await officer.get("readSubmission", { params });
      assert.deepEqual(
        history.map(({ action, from, to, version, why, by }) => [action, from, to, version, why, by.id]),
        [
          ["submit", "missing", "submitted", 1, "", officer.id],
          ["return", "submitted", "returned", 1, "Chưa rõ nguồn vốn.", reviewer.id],
          ["submit", "returned", "submitted", 2, "", officer.id],
          ["accept", "submitted", "accepted", 2, "", reviewer.id],
          ["request-unlock", "accepted", "accepted", 2, "Sai một số.", approver.id],
          ["request-unlock", "accepted", "accepted", 2, "Sai số ở dòng 2.", officer.id],
          ["unlock", "accepted", "accepted", 2, "Đồng ý.", reviewer.id],
          ["submit", "accepted", "submitted", 3, "", officer.id],
        ],
      );
      assert.deepEqual(await heardOf(scene, params), [
        "submitted 1",
        "returned 1",
        "commented 1",
        "submitted 2",
        "accepted 2",
        "unlock-requested 2",
        "unlock-requested 2",
        "unlocked 2",
        "submitted 3",
      ]);
      const log = (await logOf(scene, params))
        .map(({ action }) => action)
        .filter((action) => action !== "issue-receipt");
      assert.deepEqual(log, [
        "submit",
        "return",
        "comment",
        "submit",
        "accept",
        "request-unlock",
        "request-unlock",
        "unlock",
        "submit",
      ]);
    });

    it("every submitter of the organisation is told by e-mail, and nobody else", async () => {
      const params = await bringTo(scene, "returned");
      await submitNext(scene.officer, params, { replaces: 1 });
      await accept(params, 2);
      const submitters = [scene.officer.email, scene.approver.email];
      const expected = submitters.flatMap((email) => [`accepted 2 ${email}`, `returned 1 ${email}`]);
      assert.deepEqual(await noticesOf(params), expected.sort());
    });

    it("the reviewers of the round's owner are told by e-mail of a request, once until it is dealt with", async () => {
      const params = await bringTo(scene, "prepared");
      const former = await scene.person(MINISTRY, "reviewer");
      const personId = former.id;
      await scene.administrator.get("changePerson", { params: { personId }, body: { isActive: false } });
      await scene.person(MINISTRY, "viewer");
      const ask = (why: string) => scene.officer.get("requestUnlock", { params, body: { why } });
      const requests = async () => (await noticesOf(params)).filter((notice) => notice.startsWith("unlock-requested"));
      await scene.approver.get("signOff", { params, body: { version: 1 } });
      await ask("Sai số.");
      await ask("Sai số ở dòng 2.");
      const once = [scene.reviewer, scene.colleague].map(({ email }) => `unlock-requested 1 ${email}`).sort();
      assert.deepEqual(await requests(), once);
      await scene.reviewer.get("unlock", { params, body: { why: "Đồng ý." } });
      await accept(params, 1);
      await ask("Vẫn sai.");
      assert.deepEqual(await requests(), [...once, ...once].sort());
    });

    it("accepted, unlocked and accepted again it is locked again, and its submitters are told again", async () => {
      const params = await bringTo(scene, "accepted");
      const again = { params, body: { version: 1, why: "Số liệu vẫn đúng." } };
      assert.equal((await scene.reviewer.refused("acceptSubmission", again)).code, "wrong-state");
      await scene.reviewer.get("unlock", { params, body: { why: "Xem lại." } });
      const locked = await scene.reviewer.get("acceptSubmission", again);
      assert.deepEqual([locked.state, locked.isLocked, locked.latestVersion], ["accepted", true, 1]);
      assert.deepEqual(
        locked.history.slice(-2).map(({ action, from, to }) => [action, from, to]),
        [
          ["unlock", "accepted", "accepted"],
          ["accept", "accepted", "accepted"],
        ],
      );
      const next = bodyOf([sheetWith({ M7: "Bản khác" })], { replaces: 1 });
      assert.equal((await scene.officer.refused("submit", { params, body: next })).code, "submission-locked");
      assert.equal((await scene.reviewer.refused("acceptSubmission", again)).code, "wrong-state");
      const once = [scene.officer, scene.approver].map(({ email }) => `accepted 1 ${email}`);
      assert.deepEqual(await noticesOf(params), [...once, ...once].sort());
    });

    it("a request that is refused tells nobody", async () => {
      const params = await bringTo(scene, "submitted");
      await scene.officer.refused("requestUnlock", { params, body: { why: "Chưa khóa." } });
      assert.deepEqual(await noticesOf(params), []);
    });

    it("who acts on a version that was replaced must look again", async () => {
      const params = await bringTo(scene, "submitted");
      await submitNext(scene.officer, params, { replaces: 1 });
      const decision = { version: 1, why: "Đã xem.", comments: [COMMENT] };
      for (const route of ["acceptSubmission", "returnSubmission"] as const) {
        const problem = await scene.reviewer.refused(route, { params, body: decision });
        assert.deepEqual([problem.code, problem.status, problem.facts["version"]], ["version-conflict", 409, 2]);
      }
      assert.deepEqual((await scene.officer.get("listComments", { params })).comments, [], "nothing is half done");
      assert.deepEqual(await noticesOf(params), []);
      const never = await scene.reviewer.refused("acceptSubmission", { params, body: { version: 3, why: "" } });
      assert.equal(never.code, "not-found");
      assert.equal((await accept(params, 2)).state, "accepted");
    });

    it("of an acceptance and a return at the same moment exactly one holds", async () => {
      const outcomes: string[] = [];
      for (let round = 0; round < 4; round++) {
        const params = await bringTo(scene, "submitted");
        const decision = { version: 1, why: "Đã xem.", comments: [COMMENT] };
        const [accepted, returned] = await Promise.all([
          scene.reviewer.client.call("acceptSubmission", { params, body: decision }),
          scene.colleague.client.call("returnSubmission", { params, body: decision }),
        ]);
        assert.deepEqual([accepted.status, returned.status].sort(), [200, 409]);
        const lost = accepted.ok ? returned : accepted;
        assert.equal(lost.ok ? "" : lost.problem.code, "wrong-state");
        const { state, isLocked, history } = await scene.officer.get("readSubmission", { params });
        const { comments } = await scene.officer.get("listComments", { params });
        assert.deepEqual(
          { state, isLocked, changes: history.length, comments: comments.length },
          accepted.ok
            ? { state: "accepted", isLocked: true, changes: 2, comments: 0 }
            : { state: "returned", isLocked: false, changes: 2, comments: 1 },
        );
        assert.equal((await noticesOf(params)).length, 2);
        outcomes.push(state);
      }
      assert.equal(outcomes.length, 4);
    });

    it("an acceptance and a new version at the same moment: what is accepted is what was seen", async () => {
      const params = await bringTo(scene, "submitted");
      const body = bodyOf([sheetWith({ M7: "Cùng lúc" })], { replaces: 1 });
      const [accepted, submitted] = await Promise.all([
        scene.reviewer.client.call("acceptSubmission", { params, body: { version: 1, why: "" } }),
        scene.officer.client.call("submit", { params, body }),
      ]);
      const { state, latestVersion } = await scene.officer.get("readSubmission", { params });
      assert.notEqual(accepted.ok, submitted.ok);
      assert.deepEqual([state, latestVersion], accepted.ok ? ["accepted", 1] : ["submitted", 2]);
    });

    it("a round that is closed is still reviewed", async () => {
      const params = await bringTo(scene, "submitted");
      await scene.administrator.get("closeRound", { params });
      assert.equal((await accept(params, 1)).state, "accepted");
      assert.equal((await scene.reviewer.get("unlock", { params, body: { why: "Nhầm." } })).isLocked, false);
    });

    it("a signature is taken back by unlocking: the next version waits for another one", async () => {
      const params = await bringTo(scene, "prepared");
      await scene.approver.get("signOff", { params, body: { version: 1 } });
      await scene.officer.get("requestUnlock", { params, body: { why: "Sai số." } });
      const unlocked = await scene.reviewer.get("unlock", { params, body: { why: "Đồng ý." } });
      assert.deepEqual([unlocked.state, unlocked.isLocked], ["submitted", false]);
      assert.equal((await submitNext(scene.officer, params, { replaces: 1 })).state, "prepared");
    });

    it("what was signed off is returned unlocked, with an open request forgotten", async () => {
      const params = await bringTo(scene, "prepared");
      await scene.approver.get("signOff", { params, body: { version: 1 } });
      await scene.officer.get("requestUnlock", { params, body: { why: "Sai số." } });
      const body = { version: 1, why: "Trả lại để sửa.", comments: [] };
      const returned = await scene.reviewer.get("returnSubmission", { params, body });
      assert.deepEqual([returned.state, returned.isLocked, returned.unlockRequest], ["returned", false, null]);
    });

    it("an open request outlives the acceptance", async () => {
      const params = await bringTo(scene, "prepared");
      await scene.approver.get("signOff", { params, body: { version: 1 } });
      await scene.officer.get("requestUnlock", { params, body: { why: "Sai số." } });
      assert.equal((await accept(params, 1)).unlockRequest?.why, "Sai số.");
    });

    it("reviewers of other organisations neither review nor see it", async () => {
      const params = await bringTo(scene, "submitted");
      const decision = { version: 1, why: "Đã xem.", comments: [] };
      const own = await scene.person(PROVINCE, "reviewer");
      const other = await scene.person("tinh-nghe-an", "reviewer");
      const viewer = await scene.person(MINISTRY, "viewer");
      assert.equal((await own.refused("acceptSubmission", { params, body: decision })).code, "forbidden");
      assert.equal((await other.refused("acceptSubmission", { params, body: decision })).code, "not-found");
      assert.equal((await viewer.refused("returnSubmission", { params, body: decision })).code, "forbidden");
    });

    for (const [what, route, body] of [
      ["returned without a reason", "returnSubmission", { version: 1, why: "  ", comments: [] }],
      ["returned without a version", "returnSubmission", { why: "Sai.", comments: [] }],
      [
        "returned with a comment on no cell",
        "returnSubmission",
        { version: 1, why: "Sai.", comments: [{ ...COMMENT, cell: "7F" }] },
      ],
      ["unlocked without a reason", "unlock", { why: "" }],
      ["asked to be unlocked without a reason", "requestUnlock", {}],
    ] as const)
      it(`is not ${what}`, async () => {
        const params = await bringTo(scene, route === "returnSubmission" ? "submitted" : "accepted");
        const who = route === "requestUnlock" ? scene.officer : scene.reviewer;
        assert.equal((await who.refused(route, { params, body } as never)).code, "malformed-request");
      });
  });
}
