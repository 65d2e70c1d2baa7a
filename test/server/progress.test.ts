/** Progress over real HTTP: each organisation's line, for those who may see it. */
import assert from "node:assert/strict";
import type { ProgressLine } from "../../shared/api/rounds.ts";
import type { SubmissionTable, VersionTable } from "../../server/store/tables.ts";
import { addOpenRound, DAY_MS, fromNow, inEachCountry, NGHE_AN, VINH_LONG, type Who } from "./country.ts";
import { putVersion } from "./versions.ts";

const NOTHING: Omit<ProgressLine, "organisationId" | "name"> = {
  state: "missing",
  isLate: false,
  isLocked: false,
  unlockRequested: false,
  version: null,
  submittedAt: null,
  submittedBy: null,
  lineItems: 0,
  errors: 0,
  warnings: 0,
  totalDong: null,
  missingForms: [],
  sheetsOfOtherYears: [],
  reopenedUntil: null,
};
const AT = "2026-11-01T02:00:00.000Z";
const SUBMITTED: Partial<ProgressLine> = {
  state: "submitted",
  version: 1,
  submittedAt: AT,
  submittedBy: "Người lập",
  lineItems: 12,
  warnings: 3,
  totalDong: 53_930_320_000,
};

inEachCountry("progress", (country) => {
  const linesFor = async (who: Who, roundId: string) =>
    (await country().people[who].get("readProgress", { params: { roundId } })).lines;

  it("is nothing for those who have not begun, by name", async () => {
    const roundId = await addOpenRound(country(), { expectedIds: [VINH_LONG, "tinh-da-nang", NGHE_AN] });
    assert.deepEqual(await linesFor("reviewer", roundId), [
      { ...NOTHING, organisationId: "tinh-da-nang", name: "Đà Nẵng" },
      { ...NOTHING, organisationId: NGHE_AN, name: "Nghệ An" },
      { ...NOTHING, organisationId: VINH_LONG, name: "Vĩnh Long" },
    ]);
  });

  interface Put {
    readonly submission?: Partial<SubmissionTable>;
    readonly version?: Partial<VersionTable>;
  }
  const LINES: readonly (readonly [string, Put, Partial<ProgressLine>])[] = [
    ["submitted", {}, {}],
    ["submitted late", { version: { is_late: 1 } }, { isLate: true }],
    ["returned", { submission: { state: "returned" } }, { state: "returned" }],
    ["accepted and locked", { submission: { state: "accepted", is_locked: 1 } }, { state: "accepted", isLocked: true }],
    [
      "asked to be unlocked",
      { submission: { is_locked: 1, unlock_request: '{"at":"","by":{"id":"a","name":"A"},"why":"sai"}' } },
      { isLocked: true, unlockRequested: true },
    ],
    [
      "signed off later",
      { version: { signed_off_at: "2026-11-02T02:00:00.000Z", signed_off_by_id: "b", signed_off_by_name: "B" } },
      { submittedAt: "2026-11-02T02:00:00.000Z" },
    ],
    [
      "prepared and not signed off",
      { submission: { state: "prepared" } },
      { state: "prepared", submittedAt: null, submittedBy: null },
    ],
    [
      "without a form the round asks for, and of another year",
      { version: { remarks: '{"missingForms":["targets"],"sheetsOfOtherYears":["PL 2025"]}' } },
      { missingForms: ["targets"], sheetsOfOtherYears: ["PL 2025"] },
    ],
    ["without a total", { version: { total_dong: null, line_items: 0 } }, { totalDong: null, lineItems: 0 }],
    ["larger than 32 bits", { version: { total_dong: 9_007_199_254_740_991 } }, { totalDong: 9_007_199_254_740_991 }],
  ];
  for (const [title, put, expected] of LINES)
    it(`shows what is ${title}`, async () => {
      const roundId = await addOpenRound(country());
      await putVersion(country().store, {
        roundId,
        organisationId: NGHE_AN,
        ...put,
        version: { at: AT, ...put.version },
      });
      const [line, other] = await linesFor("reviewer", roundId);
      assert.deepEqual(line, { ...NOTHING, ...SUBMITTED, organisationId: NGHE_AN, name: "Nghệ An", ...expected });
      assert.equal(other?.state, "missing");
    });

  it("counts who has nothing after the deadline as late, with a draft too, and who submitted in time as in time", async () => {
    const roundId = await addOpenRound(country(), { expectedIds: [NGHE_AN, VINH_LONG, "tinh-da-nang"] });
    const { store } = country();
    await putVersion(store, { roundId, organisationId: NGHE_AN });
    const draft = { state: "draft", is_locked: 0, unlock_request: null, latest_version: 0, updated_at: AT } as const;
    await store.write((tx) =>
      tx
        .insertInto("submission")
        .values({ round_id: roundId, organisation_id: VINH_LONG, ...draft })
        .execute(),
    );
    const isLate = async () => (await linesFor("reviewer", roundId)).map((line) => [line.state, line.isLate]);
    assert.deepEqual(await isLate(), [
      ["missing", false],
      ["submitted", false],
      ["draft", false],
    ]);
    await store.write((tx) =>
      tx
        .updateTable("round")
        .set({ deadline: fromNow(-DAY_MS) })
        .where("id", "=", roundId)
        .execute(),
    );
    assert.deepEqual(await isLate(), [
      ["missing", true],
      ["submitted", false],
      ["draft", true],
    ]);
  });

  it("shows each the lines they may see", async () => {
    const { departmentId } = country();
    const roundId = await addOpenRound(country(), { expectedIds: [NGHE_AN, VINH_LONG, departmentId] });
    const SEEN: readonly (readonly [Who, readonly string[]])[] = [
      ["administrator", [NGHE_AN, departmentId, VINH_LONG]],
      ["reviewer", [NGHE_AN, departmentId, VINH_LONG]],
      ["viewer", [NGHE_AN, departmentId, VINH_LONG]],
      ["ngheAn", [NGHE_AN]],
      ["ngheAnAdministrator", [NGHE_AN, departmentId]],
      ["vinhLong", [VINH_LONG]],
      ["department", [departmentId]],
    ];
    for (const [who, ids] of SEEN)
      assert.deepEqual(
        (await linesFor(who, roundId)).map((line) => line.organisationId),
        ids,
        who,
      );
    assert.equal((await country().people.daNang.refused("readProgress", { params: { roundId } })).code, "not-found");
  });

  it("of a thousand communes is read within a second", async () => {
    const { store, people } = country();
    const ids = Array.from({ length: 1000 }, (_, index) => `xa-${String(index)}`);
    const base = { parent_id: VINH_LONG, kind: "commune", successor_id: null, is_closed: 0, created_at: AT } as const;
    await store.write((tx) =>
      tx
        .insertInto("organisation")
        .values(ids.map((id) => ({ ...base, id, name: `Xã ${id}` })))
        .execute(),
    );
    const roundId = await addOpenRound(country(), { expectedIds: ids });
    let fastest = Infinity;
    // What else the machine does makes some slower, and none faster.
    for (let times = 0; times < 5 && fastest >= 1000; times++) {
      const began = Date.now();
      assert.equal((await linesFor("reviewer", roundId)).length, 1000);
      fastest = Math.min(fastest, Date.now() - began);
    }
    assert.ok(fastest < 1000, `${String(fastest)} ms`);
    assert.equal(
      (await people.vinhLong.get("listRounds", {})).rounds.some((round) => round.id === roundId),
      true,
    );
  });
});
