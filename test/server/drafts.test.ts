/** Drafts over real HTTP: nobody's is overwritten, nobody judges them, and they go when they have been submitted. */
import assert from "node:assert/strict";
import { API_PREFIX } from "../../shared/api/route.ts";
import type { SubmissionState } from "../../shared/submission-states.ts";
import type { SubmissionBody } from "../../shared/api/submissions.ts";
import { body, explanation, openDesk, OTHER_PROVINCE, sheet, sheetNamed, wire, type Desk, type Place } from "./desk.ts";
import { DATABASES, type Person } from "./service.ts";

interface Saved {
  readonly revision: number;
  readonly savedBy: { readonly id: string };
}

for (const kind of DATABASES) {
  describe(`drafts, ${kind}`, () => {
    let desk: Desk;
    before(async function () {
      desk = await openDesk(kind, this);
    });
    after(() => desk.end());

    const draft = (name: string, replaces: number) => ({
      replaces,
      sheets: wire([sheetNamed(name)]),
      explanations: [explanation()],
    });
    const save = (who: Person, params: Place, name: string, replaces: number): Promise<Saved> =>
      who.get("saveDraft", { params, body: draft(name, replaces) });
    const stateOf = async (params: Place): Promise<SubmissionState> =>
      (await desk.reviewer.get("readSubmission", { params })).state;
    const nameIn = async (who: Person, params: Place): Promise<string> => {
      const { content } = await who.get("readDraft", { params });
      return /"value":"(Bản [^"]*)"/.exec(JSON.stringify(content.sheets))?.[1] ?? "";
    };

    it("is kept as it is, though it is wrong", async () => {
      const params = await desk.newPlace();
      assert.equal((await desk.officer.refused("readDraft", { params })).code, "not-found");
      const wrong = { replaces: 0, sheets: wire([sheet({ F8: 999_999, E7: "nhiều" })]), explanations: [explanation()] };
      const saved = await desk.officer.get("saveDraft", { params, body: wrong });
      assert.deepEqual([saved.revision, saved.savedBy.id], [1, desk.officer.id]);
      const { content, ...head } = await desk.officer.get("readDraft", { params });
      assert.deepEqual(content, { sheets: wrong.sheets, explanations: wrong.explanations });
      assert.deepEqual(head, saved);
      const submission = await desk.reviewer.get("readSubmission", { params });
      assert.equal(submission.state, "draft");
      assert.deepEqual(
        submission.history.map(({ from, to, version }) => [from, to, version]),
        [["missing", "draft", null]],
      );
    });

    it("each person has their own; the newest is read, whoever saved it", async () => {
      const params = await desk.newPlace();
      await save(desk.officer, params, "Bản của A", 0);
      await save(desk.colleague, params, "Bản của B", 0);
      assert.equal(await nameIn(desk.officer, params), "Bản của B");
      const rows = await desk.store.db.selectFrom("draft").selectAll().where("round_id", "=", params.roundId).execute();
      assert.deepEqual(new Set(rows.map((row) => row.person_id)), new Set([desk.officer.id, desk.colleague.id]));
      await save(desk.officer, params, "Bản A lần hai", 2);
      assert.equal(await nameIn(desk.colleague, params), "Bản A lần hai");
    });

    it("what somebody saved in another window is not overwritten unseen", async () => {
      const params = await desk.newPlace();
      const first = await save(desk.officer, params, "Bản cửa sổ một", 0);
      const problem = await desk.officer.refused("saveDraft", { params, body: draft("Bản cửa sổ hai", 0) });
      assert.equal(problem.code, "draft-conflict");
      assert.equal((problem.details as Saved).revision, first.revision);
      assert.equal(await nameIn(desk.officer, params), "Bản cửa sổ một");
      const second = await save(desk.officer, params, "Bản cửa sổ hai", first.revision);
      assert.equal(second.revision, first.revision + 1);
      const stale = await desk.officer.refused("saveDraft", { params, body: draft("Bản cũ", first.revision) });
      assert.equal(stale.code, "draft-conflict");
    });

    it("of two savings at the same moment one is kept and the other is told", async () => {
      const params = await desk.newPlace();
      const results = await Promise.all(
        ["Bản một", "Bản hai"].map((name) => desk.officer.client.call("saveDraft", { params, body: draft(name, 0) })),
      );
      assert.deepEqual(results.map(({ status }) => status).sort(), [200, 409]);
    });

    it("goes when it has been submitted; what was saved since stays, and so does a colleague's", async () => {
      const params = await desk.newPlace();
      await save(desk.colleague, params, "Bản của B", 0);
      const sent: SubmissionBody = body({ B7: "Bản của A" });
      await desk.officer.get("saveDraft", { params, body: { replaces: 0, sheets: sent.sheets, explanations: [] } });
      await desk.officer.get("submit", { params, body: sent });
      assert.equal(await nameIn(desk.officer, params), "Bản của B");
      const kept = await desk.store.db
        .selectFrom("draft")
        .select("person_id")
        .where("round_id", "=", params.roundId)
        .execute();
      assert.deepEqual(
        kept.map((row) => row.person_id),
        [desk.colleague.id],
      );
    });

    const STATES: readonly (readonly [SubmissionState, (params: Place) => Promise<unknown>])[] = [
      ["submitted", () => Promise.resolve()],
      [
        "returned",
        (params) =>
          desk.reviewer.get("returnSubmission", { params, body: { version: 1, why: "Xin xem lại.", comments: [] } }),
      ],
      ["accepted", (params) => desk.reviewer.get("acceptSubmission", { params, body: { version: 1, why: "" } })],
    ];
    for (const [state, bring] of STATES) {
      it(`takes nothing back of what is ${state}`, async () => {
        const params = await desk.newPlace();
        await desk.officer.get("submit", { params, body: body() });
        await bring(params);
        await save(desk.officer, params, "Bản nháp mới", 0);
        assert.equal(await stateOf(params), state);
        assert.equal((await desk.officer.get("readSubmission", { params })).latestVersion, 1);
      });
    }

    it("is heard of by who watches the round, once", async () => {
      const params = await desk.newPlace();
      await save(desk.officer, params, "Bản một", 0);
      await save(desk.officer, params, "Bản hai", 1);
      const events = await desk.store.db
        .selectFrom("round_event")
        .select("what")
        .where("round_id", "=", params.roundId)
        .where("organisation_id", "is not", null)
        .execute();
      assert.deepEqual(
        events.map(({ what }) => what),
        ["draft-saved"],
      );
    });

    it("is the submitters' own: nobody else reads or saves it, and a closed round takes none", async () => {
      const params = await desk.newPlace({ expectedIds: ["tinh-vinh-long", OTHER_PROVINCE] });
      await save(desk.officer, params, "Bản của A", 0);
      for (const [who, code] of [
        [desk.reviewer, "forbidden"],
        [desk.administrator, "forbidden"],
        [desk.neighbour, "not-found"],
      ] as const) {
        assert.equal((await who.refused("readDraft", { params })).code, code);
        assert.equal((await who.refused("saveDraft", { params, body: draft("Bản khác", 0) })).code, code);
      }
      await desk.administrator.get("closeRound", { params });
      const closed = await desk.officer.refused("saveDraft", { params, body: draft("Bản muộn", 1) });
      assert.equal(closed.code, "round-not-open");
      assert.equal(await nameIn(desk.officer, params), "Bản của A");
    });

    const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const BODIES: readonly (readonly [string, string, string, number])[] = [
      ["17 MB of JSON", "application/json", JSON.stringify({ sheets: "x".repeat(17 * 1024 * 1024) }), 413],
      ["arrays nested a million deep", "application/json", nested(1_000_000), 400],
      ["cells nested deep", "application/json", `{"replaces":0,"explanations":[],"sheets":${nested(100_000)}}`, 400],
      ["half of it", "application/json", '{"replaces":0,', 400],
      ["a form", "application/x-www-form-urlencoded", "replaces=0", 415],
      ["nothing", "application/json", "", 400],
      ["a number", "application/json", "7", 400],
      ["wrong types", "application/json", '{"replaces":"0","sheets":[],"explanations":[]}', 400],
      ["another's prototype", "application/json", '{"__proto__":{"replaces":0},"sheets":[],"explanations":[]}', 400],
      ["101 sheets", "application/json", JSON.stringify(draftOf(101)), 400],
      ["a sheet's name too long", "application/json", JSON.stringify(draftOf(1, "x".repeat(32))), 400],
    ];
    it("of another shape is refused, and the service goes on", async () => {
      const params = await desk.newPlace();
      const address = `${desk.url}${API_PREFIX}/rounds/${params.roundId}/submissions/${params.organisationId}/draft`;
      for (const [what, type, content, status] of BODIES) {
        const headers = { Authorization: `Bearer ${String(desk.officer.token())}`, "Content-Type": type };
        const answer = await fetch(address, { method: "PUT", headers, body: content }).catch(() => null);
        // A body that is too large may be cut off before it has all been sent.
        if (answer) assert.equal(answer.status, status, what);
        else assert.equal(status, 413, what);
      }
      assert.equal(await stateOf(params), "missing");
      await save(desk.officer, params, "Bản sau đó", 0);
    });
  });
}

function draftOf(sheets: number, name = "PL1"): unknown {
  const one = { name, rows: [], merged: [], hiddenColumns: [], hidden: false };
  return { replaces: 0, explanations: [], sheets: Array.from({ length: sheets }, () => one) };
}
