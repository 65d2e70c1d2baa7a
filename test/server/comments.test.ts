/** Comments on cells: written by reviewers, read by both sides, dealt with by the submitters. */
import assert from "node:assert/strict";
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

const COMMENT = { sheet: "PL1", cell: "F7", text: "Xin đối chiếu." };

for (const kind of DATABASES) {
  describe(`comments on cells, ${kind}`, () => {
    let scene: ReviewScene;
    let place: Place;
    before(async function () {
      scene = await openReviewScene(kind, this);
      place = await bringTo(scene, "submitted");
      await submitNext(scene.officer, place, { replaces: 1 });
    });
    after(async () => {
      await scene.end();
    });
    const add = (version: number, comment: object, params = place) =>
      scene.reviewer.get("addComment", { params: { ...params, version }, body: { ...COMMENT, ...comment } });
    const listed = async (params: Place) => (await scene.officer.get("listComments", { params })).comments;

    it("are written on any version and read by both sides, oldest first", async () => {
      await add(2, { text: "Một" });
      await add(1, { text: "Hai", cell: "" });
      await add(2, { text: "Ba", cell: "XFD1048576" });
      const told = (await listed(place)).map(({ version, cell, text }) => [version, cell, text]);
      assert.deepEqual(told, [
        [2, "F7", "Một"],
        [1, "", "Hai"],
        [2, "XFD1048576", "Ba"],
      ]);
      for (const one of [scene.reviewer, scene.approver, await scene.person(PROVINCE, "viewer")])
        assert.equal((await one.get("listComments", { params: place })).comments.length, 3);
    });

    it("are kept word for word, line breaks and all", async () => {
      const text = "Dòng 1:\n  “500” — <b>không</b> phải 5.000'; drop table comment; --";
      assert.equal((await add(2, { text })).text, text);
      assert.ok((await listed(place)).some((comment) => comment.text === text));
    });

    it("of one return stand in the order in which they were given", async () => {
      const params = await scene.newRound();
      const sheets = [sheetWith(), { ...sheetWith(), name: "PL0", rows: [] }];
      await submitNext(scene.officer, params, { sheets });
      const comments = ["G12", "B7", "AA7", "C7"].map((cell) => ({ ...COMMENT, cell }));
      const other = { ...COMMENT, sheet: "PL0", cell: "Z99" };
      await scene.reviewer.get("returnSubmission", {
        params,
        body: { version: 1, why: "Nhiều chỗ.", comments: [...comments, other] },
      });
      assert.deepEqual(
        (await listed(params)).map(({ cell }) => cell),
        ["G12", "B7", "AA7", "C7", "Z99"],
      );
      const logged = (await logOf(scene, params)).find(({ action }) => action === "comment")?.details;
      assert.equal((logged as { comments: unknown[] }).comments.length, 5);
      assert.doesNotMatch(JSON.stringify(logged), /đối chiếu/, "what was said is kept with the comments alone");
    });

    for (const cell of ["XFE1", "A1048577", "ZZZ1", "A0", "a1", "$A$1", "A1:B2", "12", "A"])
      it(`“${cell}” is no cell`, async () => {
        const params = { ...place, version: 1 };
        const problem = await scene.reviewer.refused("addComment", { params, body: { ...COMMENT, cell } });
        assert.deepEqual([problem.code, problem.facts["where"]], ["malformed-request", "body.cell"]);
      });

    it("may be on the submission as a whole, which has no cells", async () => {
      const { sheet, cell } = await add(1, { sheet: "", cell: "" });
      assert.deepEqual([sheet, cell], ["", ""]);
      const params = { ...place, version: 1 };
      const problem = await scene.reviewer.refused("addComment", { params, body: { ...COMMENT, sheet: "" } });
      assert.deepEqual([problem.code, problem.facts["where"]], ["malformed-request", "body.cell"]);
    });

    for (const sheet of ["PL2", "pl1", "PL1 ", "%", 'PL1"', "Phụ lục"])
      it(`are not on “${sheet}”, which the version does not have`, async () => {
        const count = (await listed(place)).length;
        const params = { ...place, version: 2 };
        const body = { ...COMMENT, sheet };
        const problem = await scene.reviewer.refused("addComment", { params, body });
        assert.deepEqual([problem.code, problem.status, problem.facts], ["no-such-sheet", 422, { sheet, version: 2 }]);
        assert.equal(problem.vi, `Bản 2 không có trang tính “${sheet}”. Xin chọn lại trang tính.`);
        assert.equal((await listed(place)).length, count);
      });

    it("on a sheet that is not there keep a return from being done", async () => {
      const params = await bringTo(scene, "submitted");
      const comments = [COMMENT, { ...COMMENT, sheet: "PL9" }];
      const body = { version: 1, why: "Sai.", comments };
      const problem = await scene.reviewer.refused("returnSubmission", { params, body });
      assert.deepEqual([problem.code, problem.facts["sheet"]], ["no-such-sheet", "PL9"]);
      const { state } = await scene.officer.get("readSubmission", { params });
      assert.deepEqual([state, await listed(params)], ["submitted", []]);
    });

    it("are dealt with once; who did it first stays named", async () => {
      const { id } = await add(1, { text: "Xin sửa." });
      const params = { ...place, commentId: id };
      const heard = (await heardOf(scene, place)).length;
      const first = await scene.officer.get("resolveComment", { params });
      assert.equal(first.resolvedBy?.id, scene.officer.id);
      assert.deepEqual(await scene.approver.get("resolveComment", { params }), first);
      assert.deepEqual(
        (await listed(place)).find((comment) => comment.id === id),
        first,
      );
      assert.deepEqual((await heardOf(scene, place)).slice(heard), ["comment-resolved 1"]);
      const log = (await logOf(scene, place)).filter(({ action }) => action === "resolve-comment");
      assert.equal(log.length, 1);
    });

    it("by two at the same moment: one is named to both", async () => {
      const { id } = await add(1, { text: "Cùng lúc." });
      const params = { ...place, commentId: id };
      const [one, other] = await Promise.all(
        [scene.officer, scene.approver].map((person) => person.get("resolveComment", { params })),
      );
      assert.deepEqual(one, other);
    });

    it("are found only where they were written", async () => {
      const { id } = await add(1, {});
      const elsewhere = await bringTo(scene, "submitted");
      for (const params of [
        { ...elsewhere, commentId: id },
        { ...place, commentId: "khong-co" },
      ])
        assert.equal((await scene.officer.refused("resolveComment", { params })).code, "not-found");
      assert.deepEqual(await listed(elsewhere), []);
    });

    it("stand on versions there are", async () => {
      const empty = await bringTo(scene, "draft");
      for (const params of [
        { ...place, version: 3 },
        { ...empty, version: 1 },
      ])
        assert.equal((await scene.reviewer.refused("addComment", { params, body: COMMENT })).code, "not-found");
    });

    it("are the reviewer's to write and the submitter's to deal with", async () => {
      const { id } = await add(1, {});
      const params = { ...place, version: 1, commentId: id };
      assert.equal((await scene.officer.refused("addComment", { params, body: COMMENT })).code, "forbidden");
      assert.equal((await scene.reviewer.refused("resolveComment", { params })).code, "forbidden");
      const stranger = await scene.person("tinh-nghe-an", "submitter");
      assert.equal((await stranger.refused("listComments", { params })).code, "not-found");
    });
  });
}
