/** The submitter says which line item a line is. */
import assert from "node:assert/strict";
import {
  bringTo,
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
  describe(`which line item a line is, ${kind}`, () => {
    let scene: ReviewScene;
    let place: Place;
    beforeEach(async () => {
      place = await bringTo(scene, "submitted");
    });
    before(async function () {
      scene = await openReviewScene(kind, this);
    });
    after(async () => {
      await scene.end();
    });
    const say = async (version: number, key: string, lineId: string | null) => {
      const params = { ...place, version };
      const { lines } = await scene.officer.get("correctLineIdentity", { params, body: { key, lineId } });
      return new Map(lines.map((line) => [line.key, line.lineId]));
    };
    const known = async (version: number, by = scene.officer) => {
      const { lines } = await by.get("readVersion", { params: { ...place, version } });
      return new Map(lines.map((line) => [line.key, line.lineId]));
    };
    const refused = (version: number, key: string, lineId: string | null) =>
      scene.officer.refused("correctLineIdentity", { params: { ...place, version }, body: { key, lineId } });
    /** The second version has another line item in row 12. */
    const replaceLine = () =>
      submitNext(scene.officer, place, {
        replaces: 1,
        sheets: [
          sheetWith({
            B12: "Kho hồ sơ điện tử",
            C12: "Trung tâm Lưu trữ",
            D12: 2020,
            E12: 1500,
            E9: 6850,
            E13: 15_850,
          }),
        ],
      });

    it("is a known one: a renamed line goes on", async () => {
      await replaceLine();
      const [before, now] = [await known(1), await known(2)];
      assert.notEqual(now.get("PL1!B12"), before.get("PL1!B12"));
      const said = await say(2, "PL1!B12", before.get("PL1!B12") ?? null);
      assert.deepEqual(said, new Map([...now, ["PL1!B12", before.get("PL1!B12") ?? ""]]));
      assert.deepEqual(await known(2, scene.reviewer), said);
      const changes = await scene.officer.get("compareVersions", {
        params: { ...place, version: 2 },
        query: { since: 1 },
      });
      assert.deepEqual([changes.added.length, changes.removed.length], [0, 0]);
      assert.ok(changes.changed.some(({ line }) => line.name === "Kho hồ sơ điện tử"));
    });

    it("goes on in the versions after", async () => {
      await replaceLine();
      const old = (await known(1)).get("PL1!B12") ?? null;
      await say(2, "PL1!B12", old);
      const sheets = [sheetWith({ B12: "Kho hồ sơ điện tử", C12: "Trung tâm Lưu trữ", D12: 2020, M12: "Ghi chú mới" })];
      await submitNext(scene.officer, place, { replaces: 2, sheets });
      assert.equal((await known(3)).get("PL1!B12"), old);
    });

    it("is a new one, though it looks like one before", async () => {
      await submitNext(scene.officer, place, { replaces: 1 });
      const before = await known(2);
      const said = await say(2, "PL1!B10", null);
      assert.notEqual(said.get("PL1!B10"), before.get("PL1!B10"));
      const changes = await scene.officer.get("compareVersions", {
        params: { ...place, version: 2 },
        query: { since: 1 },
      });
      assert.deepEqual(
        [changes.added.map(({ key }) => key), changes.removed.map(({ key }) => key)],
        [["PL1!B10"], ["PL1!B10"]],
      );
    });

    it("said again, the latter counts", async () => {
      const before = await known(1);
      const first = (await say(1, "PL1!B10", null)).get("PL1!B10");
      const second = (await say(1, "PL1!B10", null)).get("PL1!B10");
      assert.notEqual(first, second);
      const own = before.get("PL1!B10") ?? null;
      assert.deepEqual(await say(1, "PL1!B10", own), before);
      assert.equal((await refused(1, "PL1!B10", second ?? null)).code, "not-found", "nobody bears it any more");
    });

    it("two lines may change places, one after the other", async () => {
      const before = await known(1);
      const [one, other] = [before.get("PL1!B7") ?? null, before.get("PL1!B8") ?? null];
      await say(1, "PL1!B7", null);
      await say(1, "PL1!B8", one);
      const said = await say(1, "PL1!B7", other);
      assert.deepEqual([said.get("PL1!B7"), said.get("PL1!B8")], [other, one]);
    });

    it("is no line item that another line of the version is: both are told", async () => {
      const before = await known(1);
      const problem = await refused(1, "PL1!B7", before.get("PL1!B10") ?? null);
      assert.equal(problem.code, "line-identity-taken");
      assert.deepEqual(problem.facts, {
        key: "PL1!B7",
        name: "Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh",
        otherKey: "PL1!B10",
        otherName: "Phần mềm quản lý ngân sách",
      });
      assert.deepEqual(await known(1), before);
    });

    it("of two who give one line item to two lines at the same moment one is refused", async () => {
      await replaceLine();
      const lineId = (await known(1)).get("PL1!B12") ?? null;
      const both = await Promise.all(
        (["PL1!B7", "PL1!B12"] as const).map((key, index) =>
          [scene.officer, scene.approver][index]?.client.call("correctLineIdentity", {
            params: { ...place, version: 2 },
            body: { key, lineId },
          }),
        ),
      );
      assert.deepEqual(both.map((result) => result?.status).sort(), [200, 409]);
    });

    it("is none that the organisation does not know", async () => {
      const stranger = await scene.person("tinh-nghe-an", "submitter");
      const roundId = (await scene.newRound({ expectedIds: ["tinh-nghe-an"] })).roundId;
      const theirs = { roundId, organisationId: "tinh-nghe-an" };
      await submitNext(stranger, theirs);
      const { lines } = await stranger.get("readVersion", { params: { ...theirs, version: 1 } });
      for (const lineId of [lines[0]?.lineId ?? "", "khong-co", "a"]) {
        const problem = await refused(1, "PL1!B7", lineId);
        assert.deepEqual([problem.code, problem.facts["what"]], ["not-found", "nhiệm vụ, dự án này"]);
      }
    });

    for (const [version, key, what] of [
      [1, "PL1!B99", "dòng này"],
      [1, "PL2!B7", "dòng này"],
      [1, "PL1!C7", "dòng này"],
      [1, "__proto__", "dòng này"],
      [2, "PL1!B7", "phiên bản này"],
    ] as const)
      it(`“${key}” of version ${String(version)} is not found`, async () => {
        const problem = await refused(version, key, null);
        assert.deepEqual([problem.code, problem.facts["what"]], ["not-found", what]);
      });

    it("is said by the submitters, and the log tells", async () => {
      const params = { ...place, version: 1 };
      const body = { key: "PL1!B7", lineId: null };
      assert.equal((await scene.reviewer.refused("correctLineIdentity", { params, body })).code, "forbidden");
      const viewer = await scene.person(PROVINCE, "viewer");
      assert.equal((await viewer.refused("correctLineIdentity", { params, body })).code, "forbidden");
      const from = (await known(1)).get("PL1!B7");
      const to = (await say(1, "PL1!B7", null)).get("PL1!B7");
      const logged = (await logOf(scene, place)).filter(({ action }) => action === "correct-line-identity");
      assert.deepEqual(
        logged.map(({ details }) => details),
        [{ version: 1, key: "PL1!B7", from, to, isNew: true }],
      );
    });
  });
}
