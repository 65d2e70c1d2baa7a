/** Submitting over real HTTP: what becomes a version, what does not, and that nothing is lost either way. */
import assert from "node:assert/strict";
import { largeSheet } from "../bench/sheets.ts";
import type { ToldFinding } from "../../shared/api/findings.ts";
import type { ProblemAnswer, ProblemCode } from "../../shared/api/problems.ts";
import type { RoundTerms } from "../../shared/api/rounds.ts";
import type { Receipt, SubmissionBody } from "../../shared/api/submissions.ts";
import { canonicalJson } from "../../shared/submission.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { sha256 } from "../../server/store/ids.ts";
import { LIMITS } from "../../server/workbook/refusals.ts";
import { fromNow, HOUR_MS } from "./accounts.ts";
import {
  body,
  explanation,
  fixtureGrids,
  openDesk,
  OTHER_PROVINCE,
  sheet,
  wire,
  type Desk,
  type Place,
} from "./desk.ts";
import { bodyOf, newKey } from "./rounds.ts";
import { DATABASES, type Person } from "./service.ts";

type Version = Pick<Receipt, "missingForms" | "sheetsOfOtherYears">;

interface ConflictDetails {
  readonly latestVersion: number;
  readonly base: number | null;
  readonly changes: { readonly changed: readonly { readonly fields: readonly unknown[] }[] };
  readonly threeWays: { readonly conflicts: number; readonly lines: readonly unknown[] } | null;
  readonly draft: { readonly revision: number };
}

for (const kind of DATABASES) {
  describe(`submitting, ${kind}`, () => {
    let desk: Desk;
    before(async function () {
      desk = await openDesk(kind, this);
    });
    after(() => desk.end());

    const submit = (who: Person, params: Place, sent: SubmissionBody): Promise<Receipt> =>
      who.get("submit", { params, body: sent });
    const refused = (who: Person, params: Place, sent: SubmissionBody): Promise<ProblemAnswer> =>
      who.refused("submit", { params, body: sent });
    const versionsOf = async (params: Place): Promise<number> =>
      (await desk.officer.get("readSubmission", { params })).versions.length;
    const draftText = async (who: Person, params: Place): Promise<string> =>
      JSON.stringify((await who.get("readDraft", { params })).content);

    it("a right submission gets a receipt that says what was received", async () => {
      const params = await desk.newPlace();
      const receipt = await submit(desk.officer, params, body());
      assert.match(receipt.number, /^PL-20\d\d-\d{6}$/);
      assert.equal(receipt.sha256, sha256(canonicalJson({ sheets: [sheet()], explanations: [] })));
      assert.ok(Math.abs(Date.parse(receipt.at) - Date.now()) < 60_000);
      assert.deepEqual(receipt, {
        ...params,
        number: receipt.number,
        at: receipt.at,
        sha256: receipt.sha256,
        version: 1,
        state: "submitted",
        isLate: false,
        judgedWith: CORE_VERSION,
        warnings: 0,
        missingForms: [],
        sheetsOfOtherYears: [],
      });
    });

    it("what the round asks for and was not sent, and what is for other years, is told wherever it is looked at", async () => {
      const asked = { fromYear: 2026, toYear: 2030, formIds: ["targets", "project-list-phase-year"] as const };
      const params = await desk.newPlace({ ...asked, formIds: [...asked.formIds] });
      const remarks = { missingForms: ["targets"], sheetsOfOtherYears: ["PL1"] };
      const remarksOf = ({ missingForms, sheetsOfOtherYears }: Receipt | Version): object => ({
        missingForms,
        sheetsOfOtherYears,
      });
      const stopped = await refused(desk.officer, params, body({ F8: 999_999 }));
      const { missingForms, sheetsOfOtherYears } = stopped.details as typeof remarks;
      assert.deepEqual({ missingForms, sheetsOfOtherYears }, remarks);

      const sent = body();
      const receipt = await submit(desk.officer, params, sent);
      assert.deepEqual(remarksOf(receipt), remarks);
      assert.deepEqual(await submit(desk.officer, params, sent), receipt, "a retried key");
      const unchanged = await refused(desk.officer, params, body({}, { replaces: 1 }));
      assert.deepEqual((unchanged.details as { receipt: Receipt }).receipt, receipt);

      const version = await desk.reviewer.get("readVersion", { params: { ...params, version: 1 } });
      const { versions } = await desk.officer.get("readSubmission", { params });
      const { lines } = await desk.reviewer.get("readProgress", { params });
      assert.deepEqual([version, ...versions, ...lines].map(remarksOf), [remarks, remarks, remarks]);
    });

    it("a published workbook is submitted as the sheets it holds", async () => {
      const params = await desk.newPlace({ fromYear: 2011, toYear: 2015 });
      const sheets = await fixtureGrids("soc-trang-2011-2015.xlsx");
      const receipt = await submit(desk.officer, params, bodyOf(sheets, { madeWith: CORE_VERSION }));
      assert.equal(receipt.warnings, 1);
      const version = await desk.reviewer.get("readVersion", { params: { ...params, version: 1 } });
      assert.deepEqual(version.sheets, wire(sheets));
      assert.equal(version.appendices[0]?.form, "project-list-nature-origin");
      assert.equal(version.plan?.province, "Sóc Trăng");
      assert.equal(version.lines.length, version.lineItems);
      assert.ok(version.findings.some(({ rule }) => rule === "period-outside-plan"));
    });

    it("rows and cells in any order are the same content", async () => {
      const params = await desk.newPlace();
      await submit(desk.officer, params, body());
      const { rows, ...rest } = sheet();
      const turned = [...rows].reverse().map((row) => ({ ...row, cells: [...row.cells].reverse() }));
      const problem = await refused(desk.officer, params, bodyOf([{ ...rest, rows: turned }], { replaces: 1 }));
      assert.equal(problem.code, "unchanged");
    });

    it("a retried key gives the same receipt, however often, together, and after the round has closed", async () => {
      const params = await desk.newPlace();
      const sent = body();
      const [receipt, ...others] = await Promise.all(
        [1, 2, 3].map(() => submit(desk.officer, params, structuredClone(sent))),
      );
      await desk.administrator.get("closeRound", { params });
      others.push(await submit(desk.officer, params, sent));
      for (const other of others) assert.deepEqual(other, receipt);
      assert.equal(await versionsOf(params), 1);
    });

    it("a key that was used for other content is refused", async () => {
      const params = await desk.newPlace();
      const sent = body();
      await submit(desk.officer, params, sent);
      const others: readonly Partial<SubmissionBody>[] = [
        { sheets: wire([sheet({ B7: "Khác" })]) },
        { replaces: 1 },
        { explanations: [explanation()] },
        { madeWith: "0.1.0" },
      ];
      for (const other of others)
        assert.equal((await refused(desk.officer, params, { ...sent, ...other })).code, "idempotency-key-reused");
    });

    it("of two officers at once one gets the receipt, the other the difference, and their content is kept", async () => {
      const params = await desk.newPlace();
      const tries = await Promise.all(
        [desk.officer, desk.colleague].map(async (who, index) => ({
          who,
          result: await who.client.call("submit", { params, body: body({ M7: `Bản của người ${String(index)}` }) }),
        })),
      );
      const winners = tries.filter(({ result }) => result.ok);
      const loser = tries.find(({ result }) => !result.ok);
      assert.equal(winners.length, 1);
      assert.ok(loser && !loser.result.ok);
      const { code, facts, details } = loser.result.problem;
      assert.deepEqual([code, facts["version"]], ["version-conflict", 1]);
      assert.match(String(facts["name"]), /^submitter/);
      assert.equal((details as ConflictDetails).latestVersion, 1);
      assert.equal((details as ConflictDetails).changes.changed.length, 1);
      assert.equal(await versionsOf(params), 1);
      assert.match(await draftText(loser.who, params), /Bản của người/);
    });

    it("who worked on an old version is told what both have changed since", async () => {
      const params = await desk.newPlace();
      await submit(desk.officer, params, body());
      await submit(desk.officer, params, body({ M7: "Đã trình." }, { replaces: 1 }));
      const mine = body({ M8: "Đang lập." }, { replaces: 1 });
      const problem = await refused(desk.colleague, params, mine);
      const details = problem.details as ConflictDetails;
      assert.equal(problem.code, "version-conflict");
      assert.deepEqual([details.latestVersion, details.base], [2, 1]);
      assert.equal(details.changes.changed.length, 2, "the latest against mine");
      assert.deepEqual([details.threeWays?.lines.length, details.threeWays?.conflicts], [2, 0]);
      const again = await submit(desk.colleague, params, { ...mine, idempotencyKey: newKey(), replaces: 2 });
      assert.equal(again.version, 3);
    });

    it("what is the same as the latest version makes none, and gives that one's receipt", async () => {
      const params = await desk.newPlace();
      const receipt = await submit(desk.officer, params, body());
      for (const replaces of [0, 1]) {
        const problem = await refused(desk.colleague, params, body({}, { replaces }));
        assert.deepEqual([problem.code, problem.facts], ["unchanged", { version: 1 }]);
        assert.deepEqual((problem.details as { receipt: Receipt }).receipt, receipt);
      }
      assert.equal(await versionsOf(params), 1);
      await desk.reviewer.get("acceptSubmission", { params, body: { version: 1, why: "" } });
      assert.equal((await refused(desk.officer, params, body({}, { replaces: 1 }))).code, "unchanged");
      await desk.reviewer.get("unlock", { params, body: { why: "Theo đề nghị." } });
      assert.equal((await refused(desk.officer, params, body({}, { replaces: 1 }))).code, "unchanged");
    });

    const giveBack = (params: Place, version: number): Promise<unknown> =>
      desk.reviewer.get("returnSubmission", { params, body: { version, why: "Xin xem lại.", comments: [] } });

    it("what was returned may come again as it was, or explained, as a new version", async () => {
      const params = await desk.newPlace();
      const explanations = [explanation()];
      await submit(desk.officer, params, body({ A8: 3 }, { explanations }));
      await giveBack(params, 1);
      const again = await submit(desk.officer, params, body({ A8: 3 }, { explanations, replaces: 1 }));
      assert.deepEqual([again.version, again.state], [2, "submitted"]);
      const same = await refused(desk.colleague, params, body({ A8: 3 }, { explanations, replaces: 2 }));
      assert.deepEqual([same.code, same.facts], ["unchanged", { version: 2 }]);
      await giveBack(params, 2);
      assert.equal((await submit(desk.officer, params, body({ A8: 3 }, { replaces: 2 }))).version, 3, "no explanation");
      await giveBack(params, 3);
      const better = [explanation({ text: "Danh mục bỏ số 2." })];
      const explained = await submit(desk.officer, params, body({ A8: 3 }, { explanations: better, replaces: 3 }));
      assert.equal(explained.version, 4);
    });

    it("of two who send again what was returned, at once, one makes a version and both get its receipt", async () => {
      const params = await desk.newPlace();
      await submit(desk.officer, params, body());
      await giveBack(params, 1);
      const tries = await Promise.all(
        [desk.officer, desk.colleague].map((who) =>
          who.client.call("submit", { params, body: body({}, { replaces: 1 }) }),
        ),
      );
      const receipts = tries.map((result) =>
        result.ok ? result.value : (result.problem.details as { receipt: Receipt }).receipt,
      );
      assert.deepEqual(tries.map(({ status }) => status).sort(), [201, 409]);
      assert.deepEqual(receipts[0], receipts[1]);
      assert.equal(receipts[0]?.version, 2);
    });

    it("what was given back to who prepared it may be handed over again as it was", async () => {
      const params = await desk.newPlace({ needsSignOff: true });
      await submit(desk.officer, params, body());
      assert.equal((await refused(desk.officer, params, body({}, { replaces: 1 }))).code, "unchanged");
      await desk.colleague.get("withdraw", { params, body: { why: "Để tôi xem lại." } });
      const again = await submit(desk.officer, params, body({}, { replaces: 1 }));
      assert.deepEqual([again.version, again.state], [2, "prepared"]);
    });

    const STOPPED: readonly (readonly [string, Partial<RoundTerms>, SubmissionBody, string])[] = [
      ["an error", {}, body({ F8: 999_999 }), "source-sum-mismatch"],
      ["a question", {}, body({ E7: "1.500" }), "ambiguous-amount"],
      [
        "a warning that the round takes for an error",
        { severityOverrides: { "number-gap": "error" } },
        body({ A8: 3 }),
        "number-gap",
      ],
      ["a warning that needs an explanation", { explainedRuleIds: ["number-gap"] }, body({ A8: 3 }), "number-gap"],
      [
        "an explanation of something else",
        { explainedRuleIds: ["number-gap"] },
        body({ A8: 3 }, { explanations: [explanation({ cell: "A9" })] }),
        "number-gap",
      ],
    ];
    for (const [what, terms, sent, rule] of STOPPED) {
      it(`${what} stops it: the finding is told, and the content is the person's draft`, async () => {
        const params = await desk.newPlace(terms);
        const problem = await refused(desk.officer, params, sent);
        const { findings } = problem.details as { findings: readonly ToldFinding[] };
        assert.equal(problem.code, "stops-submission");
        assert.equal(problem.facts["count"], findings.length);
        assert.match(problem.vi, /^Còn \d+ (lỗi|câu hỏi|cảnh báo chưa giải trình)/);
        for (const { message } of findings) assert.ok(message.vi.length > 10 && message.en.length > 10);
        assert.ok(
          findings.some((finding) => finding.rule === rule),
          JSON.stringify(findings),
        );
        const submission = await desk.officer.get("readSubmission", { params });
        assert.deepEqual([submission.state, submission.latestVersion, submission.versions], ["draft", 0, []]);
        const draft = await desk.officer.get("readDraft", { params });
        assert.deepEqual(draft.content.sheets, sent.sheets);
        assert.deepEqual(draft.content.explanations, sent.explanations);
      });
    }

    const LET_THROUGH: readonly (readonly [string, Partial<RoundTerms>, SubmissionBody, number])[] = [
      ["a warning", {}, body({ A8: 3 }), 1],
      [
        "a warning that is explained",
        { explainedRuleIds: ["number-gap"] },
        body({ A8: 3 }, { explanations: [explanation()] }),
        1,
      ],
      ["an error that the round turned off", { severityOverrides: { "number-gap": "off" } }, body({ A8: 3 }), 0],
      ["an error that the round lets pass", { severityOverrides: { "number-gap": "info" } }, body({ A8: 3 }), 0],
    ];
    for (const [what, terms, sent, warnings] of LET_THROUGH) {
      it(`${what} goes along`, async () => {
        const params = await desk.newPlace(terms);
        assert.equal((await submit(desk.officer, params, sent)).warnings, warnings);
        const version = await desk.reviewer.get("readVersion", { params: { ...params, version: 1 } });
        assert.deepEqual(version.explanations, sent.explanations);
      });
    }

    const MALFORMED: readonly (readonly [string, SubmissionBody, ProblemCode])[] = [
      ["no appendix", bodyOf([{ ...sheet(), rows: [] }]), "no-appendix"],
      ["no sheet", bodyOf([]), "no-appendix"],
      ["neither sheets nor file", { ...body(), sheets: undefined }, "malformed-request"],
      ["both sheets and file", body({}, { readFromFileId: "abc" }), "malformed-request"],
      ["a sheet given twice", bodyOf([sheet(), sheet()]), "malformed-request"],
      ["a row given twice", bodyOf([{ ...sheet(), rows: [...sheet().rows, ...sheet().rows] }]), "malformed-request"],
      ["a version to replace that is not there", body({}, { replaces: 7 }), "malformed-request"],
      ["a short key", body({}, { idempotencyKey: "abc" }), "malformed-request"],
      ["a newer core", body({}, { madeWith: "99.0" }), "unknown-core"],
      ["a core that is no version", body({}, { madeWith: "mới nhất" }), "malformed-request"],
      ["an unknown file to read", { ...body(), sheets: undefined, readFromFileId: "khong-co" }, "not-found"],
      ["an unknown original", body({}, { attachedFileId: "khong-co" }), "not-found"],
      ["rows beyond a workbook's", bodyOf([{ ...sheet(), rows: emptyRows(LIMITS.rows + 1) }]), "workbook-refused"],
    ];
    it("what can't be a submission leaves nothing behind", async () => {
      const params = await desk.newPlace();
      for (const [what, sent, code] of MALFORMED) {
        const problem = await refused(desk.officer, params, sent);
        assert.equal(problem.code, code, `${what}: ${problem.en}`);
      }
      const submission = await desk.officer.get("readSubmission", { params });
      assert.deepEqual([submission.state, submission.history], ["missing", []]);
      assert.equal((await desk.officer.refused("readDraft", { params })).code, "not-found");
    });

    it("after the deadline it is late while the round is open; once closed it is not taken, unless reopened", async () => {
      const params = await desk.newPlace();
      const setDeadline = (deadline: string): Promise<unknown> =>
        desk.store.db.updateTable("round").set({ deadline }).where("id", "=", params.roundId).execute();
      await setDeadline(fromNow(-HOUR_MS));
      assert.equal((await submit(desk.officer, params, body())).isLate, true);
      await desk.administrator.get("closeRound", { params });
      const next = (): SubmissionBody => body({ B7: "Sau khi đóng" }, { replaces: 1 });
      assert.equal((await refused(desk.officer, params, next())).code, "deadline-passed");
      assert.equal(await versionsOf(params), 1);
      const reopening = { until: fromNow(HOUR_MS), why: "Đơn vị có lý do." };
      await desk.administrator.get("reopenForOrganisation", { params, body: reopening });
      const receipt = await submit(desk.officer, params, next());
      assert.deepEqual([receipt.version, receipt.isLate], [2, true]);
      await desk.store.db
        .updateTable("round_member")
        .set({ reopened_until: fromNow(-1) })
        .execute();
      const after = body({ B7: "Hết hạn mở lại" }, { replaces: 2 });
      assert.equal((await refused(desk.officer, params, after)).code, "deadline-passed");
    });

    it("who is not expected, or may not, is refused", async () => {
      const params = await desk.newPlace({ expectedIds: [OTHER_PROVINCE] });
      const others: readonly (readonly [Person, Place, ProblemCode])[] = [
        [desk.officer, params, "not-found"],
        [desk.neighbour, params, "not-found"],
        [desk.reviewer, { ...params, organisationId: OTHER_PROVINCE }, "forbidden"],
        [desk.administrator, { ...params, organisationId: OTHER_PROVINCE }, "forbidden"],
      ];
      for (const [who, place, code] of others) assert.equal((await refused(who, place, body())).code, code);
    });

    it("who is no longer expected is refused", async () => {
      const params = await desk.newPlace({ expectedIds: [OTHER_PROVINCE, "tinh-vinh-long"] });
      await desk.store.db
        .deleteFrom("round_member")
        .where("round_id", "=", params.roundId)
        .where("organisation_id", "=", "tinh-vinh-long")
        .execute();
      const problem = await refused(desk.officer, params, body());
      assert.ok(["not-expected", "not-found"].includes(problem.code), problem.code);
    });

    it("where a round needs two people it waits for sign-off, and the receipt says so ever after", async () => {
      const params = await desk.newPlace({ needsSignOff: true });
      const sent = body();
      const receipt = await submit(desk.officer, params, sent);
      assert.equal(receipt.state, "prepared");
      const signed = await desk.colleague.get("signOff", { params, body: { version: 1 } });
      assert.deepEqual([signed.state, signed.isLocked], ["submitted", true]);
      assert.deepEqual(await submit(desk.officer, params, sent), receipt);
    });

    it("a locked submission takes no version, and what was sent is kept as a draft", async () => {
      const params = await desk.newPlace();
      await submit(desk.officer, params, body());
      await desk.reviewer.get("acceptSubmission", { params, body: { version: 1, why: "" } });
      const next = body({ B7: "Bổ sung sau khi chấp nhận" }, { replaces: 1 });
      assert.equal((await refused(desk.officer, params, next)).code, "submission-locked");
      assert.match(await draftText(desk.officer, params), /Bổ sung sau khi chấp nhận/);
      const submission = await desk.officer.get("readSubmission", { params });
      assert.deepEqual([submission.state, submission.latestVersion], ["accepted", 1]);
      await desk.reviewer.get("unlock", { params, body: { why: "Theo đề nghị." } });
      assert.equal((await submit(desk.officer, params, { ...next, idempotencyKey: newKey() })).version, 2);
    });

    it("versions are kept for ever, each with what was sent, and the history tells how they came", async () => {
      const params = await desk.newPlace();
      const untouched = await desk.reviewer.get("readSubmission", { params });
      assert.deepEqual([untouched.state, untouched.latestVersion, untouched.history], ["missing", 0, []]);
      for (const version of [1, 2, 3])
        await submit(desk.officer, params, body({ B7: `Lần ${String(version)}` }, { replaces: version - 1 }));
      for (const version of [1, 2, 3]) {
        const read = await desk.reviewer.get("readVersion", { params: { ...params, version } });
        assert.deepEqual(read.sheets, [sheet({ B7: `Lần ${String(version)}` })]);
        assert.equal(read.sha256, sha256(canonicalJson({ sheets: read.sheets, explanations: [] })));
      }
      const { versions, history, state } = await desk.reviewer.get("readSubmission", { params });
      assert.deepEqual(
        versions.map(({ number, by, fileName }) => [number, by.id, fileName]),
        [1, 2, 3].map((number) => [number, desk.officer.id, null]),
      );
      assert.equal(state, "submitted");
      assert.deepEqual(
        history.map(({ from, to, version }) => [from, to, version]),
        [
          ["missing", "submitted", 1],
          ["submitted", "submitted", 2],
          ["submitted", "submitted", 3],
        ],
      );
      const missing = await desk.reviewer.refused("readVersion", { params: { ...params, version: 4 } });
      assert.equal(missing.code, "not-found");
    });

    it("line items stay the same ones through versions and rounds", async () => {
      const first = await desk.newPlace();
      const linesOf = async (params: Place, version: number): Promise<ReadonlyMap<string, string>> => {
        const { lines } = await desk.officer.get("readVersion", { params: { ...params, version } });
        return new Map(lines.map(({ lineId, name }) => [name, lineId]));
      };
      await submit(desk.officer, first, body());
      const before = await linesOf(first, 1);
      assert.ok(before.size >= 5 && new Set(before.values()).size === before.size);
      await submit(desk.officer, first, body({ B8: "Mở rộng trung tâm tích hợp dữ liệu tỉnh" }, { replaces: 1 }));
      const after = await linesOf(first, 2);
      assert.deepEqual([...after.values()], [...before.values()], "reworded, and still the same");

      await desk.reviewer.get("acceptSubmission", { params: first, body: { version: 2, why: "" } });
      const next = await desk.newPlace({ previousRoundId: first.roundId });
      await submit(desk.officer, next, body());
      assert.deepEqual([...(await linesOf(next, 1)).values()], [...before.values()]);
      const alone = await desk.newPlace();
      await submit(desk.officer, alone, body());
      assert.ok([...(await linesOf(alone, 1)).values()].every((id) => ![...before.values()].includes(id)));
    });

    it("a sheet of 20,000 line items is submitted, submitted again, and shown", async () => {
      const params = await desk.newPlace();
      const large = largeSheet(20_000, { seed: 3 });
      assert.equal((await submit(desk.officer, params, bodyOf([large]))).version, 1);
      assert.equal((await refused(desk.officer, params, bodyOf([large], { replaces: 1 }))).code, "unchanged");
      const version = await desk.officer.get("readVersion", { params: { ...params, version: 1 } });
      assert.deepEqual([version.lineItems, version.lines.length], [20_000, 20_000]);
    });

    it("the log tells each receipt with the hash of what was received", async () => {
      const params = await desk.newPlace();
      const receipt = await submit(desk.officer, params, body());
      const told = (await desk.audit()).find(({ action }) => action === "issue-receipt");
      assert.equal(told?.subject, `submission ${params.roundId} ${params.organisationId}`);
      assert.deepEqual(told.details, {
        version: 1,
        receipt: receipt.number,
        sha256: receipt.sha256,
        fileId: null,
        isLate: false,
      });
      assert.equal((await desk.administrator.get("verifyAudit", {})).isWhole, true);
    });
  });
}

function emptyRows(count: number): { row: number; hidden: boolean; cells: { column: number; value: number }[] }[] {
  return Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    hidden: false,
    cells: [{ column: 0, value: 1 }],
  }));
}
