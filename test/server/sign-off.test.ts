/** Two persons: one prepares (người lập), another signs off (người duyệt). */
import assert from "node:assert/strict";
import { fromNow, HOUR_MS } from "./accounts.ts";
import { bodyOf } from "./rounds.ts";
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

for (const kind of DATABASES) {
  describe(`sign-off by a second person, ${kind}`, () => {
    let scene: ReviewScene;
    before(async function () {
      scene = await openReviewScene(kind, this);
    });
    after(async () => {
      await scene.end();
    });
    const sign = (params: Place, version: number) => scene.approver.get("signOff", { params, body: { version } });

    it("is prepared, given back, prepared again, signed off, locked and accepted", async () => {
      const { officer, approver, reviewer } = scene;
      const params = await scene.newRound({ needsSignOff: true });
      const receipt = await submitNext(officer, params);
      assert.equal(receipt.state, "prepared");

      const given = await approver.get("withdraw", { params, body: { why: "Thiếu nguồn vốn." } });
      assert.deepEqual([given.state, given.isLocked, given.latestVersion], ["draft", false, 1]);

      assert.equal((await submitNext(officer, params, { replaces: 1 })).state, "prepared");
      const signed = await sign(params, 2);
      assert.deepEqual([signed.state, signed.isLocked], ["submitted", true]);
      assert.deepEqual(
        signed.versions.map(({ signedOffBy }) => signedOffBy?.id ?? null),
        [null, approver.id],
      );

      const locked = await officer.refused("submit", {
        params,
        body: bodyOf([sheetWith({ M7: "Thêm" })], { replaces: 2 }),
      });
      assert.equal(locked.code, "submission-locked");
      const accepted = await reviewer.get("acceptSubmission", { params, body: { version: 2, why: "" } });
      assert.deepEqual([accepted.state, accepted.isLocked], ["accepted", true]);
      assert.deepEqual(
        accepted.history.map(({ action, from, to, version, why, by }) => [action, from, to, version, why, by.id]),
        [
          ["prepare", "missing", "prepared", 1, "", officer.id],
          ["withdraw", "prepared", "draft", 1, "Thiếu nguồn vốn.", approver.id],
          ["prepare", "draft", "prepared", 2, "", officer.id],
          ["sign-off", "prepared", "submitted", 2, "", approver.id],
          ["accept", "submitted", "accepted", 2, "", reviewer.id],
        ],
      );
      assert.deepEqual(await heardOf(scene, params), [
        "prepared 1",
        "withdrawn 1",
        "prepared 2",
        "signed-off 2",
        "accepted 2",
      ]);
      const log = (await logOf(scene, params))
        .map(({ action }) => action)
        .filter((action) => action !== "issue-receipt");
      assert.deepEqual(log, ["prepare", "withdraw", "prepare", "sign-off", "accept"]);
    });

    it("nobody signs off what they prepared themselves", async () => {
      const params = await bringTo(scene, "prepared");
      const problem = await scene.officer.refused("signOff", { params, body: { version: 1 } });
      assert.deepEqual([problem.code, problem.vi], ["same-person", "Người duyệt phải khác người lập."]);
      const { state, versions } = await scene.officer.get("readSubmission", { params });
      assert.deepEqual([state, versions[0]?.signedOffBy], ["prepared", null]);
      assert.equal((await sign(params, 1)).state, "submitted");
    });

    it("whoever prepared the version in question: its own number counts, not who came first", async () => {
      const params = await bringTo(scene, "prepared");
      await submitNext(scene.approver, params, { replaces: 1 });
      assert.equal((await scene.approver.refused("signOff", { params, body: { version: 2 } })).code, "same-person");
      const signed = await scene.officer.get("signOff", { params, body: { version: 2 } });
      assert.equal(signed.versions[1]?.signedOffBy?.id, scene.officer.id);
    });

    it("a version that was replaced meanwhile is not signed off", async () => {
      const params = await bringTo(scene, "prepared");
      await submitNext(scene.officer, params, { replaces: 1 });
      const problem = await scene.approver.refused("signOff", { params, body: { version: 1 } });
      assert.deepEqual([problem.code, problem.facts["version"]], ["version-conflict", 2]);
      assert.equal((await scene.approver.refused("signOff", { params, body: { version: 3 } })).code, "not-found");
      assert.equal((await sign(params, 2)).state, "submitted");
    });

    it("of two who sign off at the same moment one is told that it is done", async () => {
      const third = await scene.person(PROVINCE, "submitter");
      const params = await bringTo(scene, "prepared");
      const both = await Promise.all(
        [scene.approver, third].map((one) => one.client.call("signOff", { params, body: { version: 1 } })),
      );
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    });

    it("is late when it is signed off after the deadline", async () => {
      const params = await bringTo(scene, "prepared");
      await scene.store.write((tx) =>
        tx
          .updateTable("round")
          .set({ deadline: fromNow(-HOUR_MS) })
          .where("id", "=", params.roundId)
          .execute(),
      );
      const [before] = (await scene.officer.get("readSubmission", { params })).versions;
      assert.equal(before?.isLate, false);
      assert.equal((await sign(params, 1)).versions[0]?.isLate, true);
    });

    it("a closed round takes no signature, until it is reopened", async () => {
      const params = await bringTo(scene, "prepared");
      await scene.administrator.get("closeRound", { params });
      const problem = await scene.approver.refused("signOff", { params, body: { version: 1 } });
      assert.ok(["round-not-open", "deadline-passed"].includes(problem.code), problem.code);
      await scene.administrator.get("reopenForOrganisation", {
        params,
        body: { until: fromNow(HOUR_MS), why: "Đơn vị đề nghị." },
      });
      assert.equal((await sign(params, 1)).state, "submitted");
    });

    it("what was prepared can still be signed off when the round no longer asks for it", async () => {
      const params = await bringTo(scene, "prepared");
      await scene.store.write(async (tx) => {
        const { terms } = await tx
          .selectFrom("round")
          .select("terms")
          .where("id", "=", params.roundId)
          .executeTakeFirstOrThrow();
        const changed = JSON.stringify({ ...(JSON.parse(terms) as object), needsSignOff: false });
        await tx.updateTable("round").set({ terms: changed }).where("id", "=", params.roundId).execute();
      });
      assert.equal((await sign(params, 1)).state, "submitted");
    });

    it("who only looks on can't sign off", async () => {
      const params = await bringTo(scene, "prepared");
      for (const role of ["viewer", "reviewer"] as const) {
        const onlooker = await scene.person(PROVINCE, role);
        assert.equal((await onlooker.refused("signOff", { params, body: { version: 1 } })).code, "forbidden");
      }
    });
  });
}
