/** What can't be done in which state, over real HTTP. The whole table is in test/states.test.ts. */
import assert from "node:assert/strict";
import { moveState } from "../../server/actions/states.ts";
import type { SubmissionState } from "../../shared/submission-states.ts";
import { bringTo, heardOf, logOf, openReviewScene, submitNext, type Place, type ReviewScene } from "./review-scene.ts";
import { DATABASES } from "./service.ts";

const DECISION = { version: 1, why: "Đã xem.", comments: [] };
const WHY = { why: "Cần sửa số liệu." };

/** The state it is in, who tries what, and how the refusal names both. */
const REFUSED = [
  ["accepted", "reviewer", "acceptSubmission", DECISION, "chấp nhận", "được chấp nhận", "accept it", "accepted"],
  ["accepted", "reviewer", "returnSubmission", DECISION, "trả lại", "được chấp nhận", "return it", "accepted"],
  ["returned", "reviewer", "acceptSubmission", DECISION, "chấp nhận", "bị trả lại", "accept it", "returned"],
  ["returned", "reviewer", "returnSubmission", DECISION, "trả lại", "bị trả lại", "return it", "returned"],
  ["prepared", "reviewer", "acceptSubmission", DECISION, "chấp nhận", "chờ duyệt", "accept it", "waiting for sign-off"],
  ["prepared", "reviewer", "unlock", WHY, "mở khóa", "chờ duyệt", "unlock it", "waiting for sign-off"],
  ["submitted", "approver", "signOff", DECISION, "ký duyệt", "đã nộp", "sign it off", "submitted"],
  [
    "submitted",
    "approver",
    "withdraw",
    WHY,
    "trả lại người lập",
    "đã nộp",
    "give it back to the preparer",
    "submitted",
  ],
  ["submitted", "reviewer", "unlock", WHY, "mở khóa", "không khóa", "unlock it", "not locked"],
  [
    "submitted",
    "officer",
    "requestUnlock",
    WHY,
    "đề nghị mở khóa",
    "không khóa",
    "ask for it to be unlocked",
    "not locked",
  ],
  [
    "returned",
    "officer",
    "requestUnlock",
    WHY,
    "đề nghị mở khóa",
    "bị trả lại",
    "ask for it to be unlocked",
    "returned",
  ],
  ["draft", "approver", "withdraw", WHY, "trả lại người lập", "bản nháp", "give it back to the preparer", "draft"],
  ["missing", "approver", "withdraw", WHY, "trả lại người lập", "chưa nộp", "give it back to the preparer", "missing"],
  ["missing", "reviewer", "unlock", WHY, "mở khóa", "chưa nộp", "unlock it", "missing"],
] as const satisfies readonly (readonly [SubmissionState, keyof ReviewScene, string, object, ...string[]])[];

/** Where nothing was submitted there is no version to decide on. */
const NO_VERSION = [
  ["missing", "reviewer", "acceptSubmission"],
  ["draft", "reviewer", "returnSubmission"],
  ["draft", "approver", "signOff"],
] as const;

/** What each role may not do, whatever the state. */
const FORBIDDEN = [
  ["officer", "acceptSubmission"],
  ["officer", "returnSubmission"],
  ["officer", "unlock"],
  ["reviewer", "signOff"],
  ["reviewer", "withdraw"],
  ["reviewer", "requestUnlock"],
  ["administrator", "acceptSubmission"],
] as const;

for (const kind of DATABASES) {
  describe(`what can't be done to a submission, ${kind}`, () => {
    let scene: ReviewScene;
    const places = new Map<SubmissionState, Place>();
    const placeIn = async (state: SubmissionState): Promise<Place> => {
      const known = places.get(state) ?? (await bringTo(scene, state));
      places.set(state, known);
      return known;
    };
    before(async function () {
      scene = await openReviewScene(kind, this);
    });
    after(async () => {
      await scene.end();
    });

    for (const [state, who, route, body, action, stateName, actionEn, stateEn] of REFUSED) {
      it(`${state}: ${route} is refused`, async () => {
        const params = await placeIn(state);
        const problem = await scene[who].refused(route, { params, body });
        assert.deepEqual([problem.code, problem.status], ["wrong-state", 409]);
        assert.deepEqual(problem.facts, { action, actionEn, state: stateName, stateEn });
        assert.equal(problem.vi, `Không thể ${action} khi bản nộp đang ở trạng thái “${stateName}”.`);
      });
    }

    for (const [state, who, route] of NO_VERSION) {
      it(`${state}: ${route} finds no version`, async () => {
        const problem = await scene[who].refused(route, { params: await placeIn(state), body: DECISION });
        assert.deepEqual([problem.code, problem.facts["what"]], ["not-found", "phiên bản này"]);
      });
    }

    for (const [who, route] of FORBIDDEN) {
      it(`${who}: ${route} is forbidden`, async () => {
        const problem = await scene[who].refused(route, { params: await placeIn("submitted"), body: DECISION });
        assert.equal(problem.code, "forbidden");
      });
    }

    it("what was refused leaves no trace", async () => {
      const place = await placeIn("submitted");
      assert.deepEqual(await heardOf(scene, place), ["submitted 1"]);
      const actions = (await logOf(scene, place)).map(({ action }) => action);
      assert.deepEqual(actions, ["submit", "issue-receipt"]);
    });

    it("moves of one moment stand in the history in the order they were made", async () => {
      const place = await scene.newRound();
      const at = new Date().toISOString();
      const ACTIONS = ["save-draft", "submit", "accept", "unlock", "accept", "request-unlock", "unlock"] as const;
      await scene.store.write(async (tx) => {
        const by = { id: scene.officer.id, name: "Cán bộ" };
        for (const action of ACTIONS) await moveState(tx, { ...place, action, version: 1, why: "", by, at });
      });
      const { history } = await scene.officer.get("readSubmission", { params: place });
      assert.deepEqual(
        history.map(({ action }) => action),
        ACTIONS,
      );
    });

    it("a draft is news once; saving it later leaves what was submitted as it is", async () => {
      const place = await bringTo(scene, "draft");
      const params = place;
      const save = (replaces: number, text: string) =>
        scene.officer.get("saveDraft", {
          params,
          body: { replaces, sheets: [], explanations: [{ rule: "r", variant: "v", sheet: "", cell: "", text }] },
        });
      await save(1, "Lưu lần hai");
      assert.deepEqual(await heardOf(scene, place), ["draft-saved"]);
      await submitNext(scene.officer, place);
      await save(2, "Lưu sau khi nộp");
      const submission = await scene.officer.get("readSubmission", { params });
      assert.deepEqual([submission.state, submission.latestVersion], ["submitted", 1]);
      assert.deepEqual(
        submission.history.map(({ action, from, to, version }) => [action, from, to, version]),
        [
          ["save-draft", "missing", "draft", null],
          ["submit", "draft", "submitted", 1],
        ],
      );
    });
  });
}
