/** The parts of sending that decide: when to try again, in which order, and what an answer means. */
import assert from "node:assert/strict";
import { waitMs } from "../../addin/sync/backoff.ts";
import { bodyOf, makePieces } from "../../addin/sync/body-pieces.ts";
import { chooseRoundId } from "../../addin/sync/choose-round.ts";
import { readOidcReturn } from "../../addin/sync/oidc-return.ts";
import { chooseNext, linkToReceived, nextTime, superseded } from "../../addin/sync/outbox-order.ts";
import type { OutboxRecord } from "../../addin/sync/outbox-record.ts";
import { troubleOf, type Trouble } from "../../addin/sync/reply.ts";
import { makeSecret, newKey } from "../../addin/sync/secrets.ts";
import { readSubmitAnswer, type SubmitAnswer } from "../../addin/sync/submit-answer.ts";
import { describeProblem, PROBLEM_CODES, type ProblemCode } from "../../shared/api/problems.ts";
import type { Round } from "../../shared/api/rounds.ts";
import { API } from "../../shared/api.ts";
import { largeSheet } from "../bench/sheets.ts";
import { TERMS } from "../server/rounds.ts";

describe("waiting before the next try", () => {
  for (const [tries, least, most] of [
    [1, 2_000, 4_000],
    [2, 4_000, 8_000],
    [6, 64_000, 128_000],
    [8, 150_000, 300_000],
    [10_000, 150_000, 300_000],
  ] as const)
    it(`after ${String(tries)}: ${String(least)} to ${String(most)} ms`, () => {
      assert.deepEqual([waitMs(tries, 0), waitMs(tries, 1)], [least, most]);
    });
});

const record = (key: string, more: Partial<OutboxRecord> = {}): OutboxRecord => ({
  idempotencyKey: key,
  roundId: "dot",
  roundName: "Đợt",
  organisationId: "tinh",
  personId: "an",
  madeAt: 100,
  workbook: "so-lieu.xlsx",
  lineItems: 5,
  status: { kind: "waiting", tries: 0, nextTryAt: null },
  replaces: 1,
  madeWith: "0.2.0",
  triedAt: null,
  isNoted: false,
  ...more,
});
const tried = (triedAt: number, nextTryAt: number | null): Partial<OutboxRecord> => ({
  triedAt,
  status: { kind: "waiting", tries: 1, nextTryAt },
});
const refused: OutboxRecord["status"] = { kind: "refused", problem: { vi: "", en: "" }, findings: [] };
const conflict: OutboxRecord["status"] = {
  kind: "conflict",
  conflict: { told: { vi: "", en: "" }, latestVersion: 2, threeWays: null },
};

describe("which entry is sent next", () => {
  const now = { personId: "an", at: 1000, forcedAt: 0 };
  for (const [what, records, asked, key] of [
    ["a new one at once", [record("a")], {}, "a"],
    ["none of another person", [record("a", { personId: "binh" })], {}, null],
    ["one whose time has come", [record("a", tried(500, 1000))], {}, "a"],
    ["none whose time has not come", [record("a", tried(500, 1001))], {}, null],
    ["one before its time when the network is back", [record("a", tried(500, 2000))], { forcedAt: 600 }, "a"],
    ["not twice for one return of the network", [record("a", tried(600, 2000))], { forcedAt: 600 }, null],
    ["none that waits for signing in", [record("a", tried(500, null))], {}, null],
    ["one that waited for signing in, after it", [record("a", tried(500, null))], { forcedAt: 900 }, "a"],
    ["the older of one work", [record("a"), record("b", { madeAt: 200 })], {}, "a"],
    ["none before the older of its work", [record("a", tried(500, 2000)), record("b", { madeAt: 200 })], {}, null],
    ["one of other work", [record("a", tried(500, 2000)), record("b", { roundId: "khác" })], {}, "b"],
    ["one whose elder was refused", [record("a", { status: refused }), record("b")], {}, "b"],
    [
      "none that the service has answered",
      [record("a", { status: refused }), record("b", { status: conflict })],
      {},
      null,
    ],
  ] as const)
    it(what, () => {
      assert.equal(chooseNext(records, { ...now, ...asked })?.idempotencyKey ?? null, key);
    });

  it("the clock is set to the first that is due", () => {
    const records = [record("a", tried(1, 900)), record("b", { ...tried(1, 700), roundId: "khác" }), record("c")];
    assert.equal(nextTime(records, "an"), 700);
    assert.equal(nextTime(records, "binh"), null);
    assert.equal(nextTime([record("a", tried(1, null))], "an"), null);
  });
});

describe("what an entry means for the others", () => {
  const keys = (records: readonly OutboxRecord[]): readonly string[] =>
    records.map(({ idempotencyKey }) => idempotencyKey);

  it("a new one takes the place of what was refused or in conflict, of the same work alone", () => {
    const records = [
      record("refused", { status: refused }),
      record("conflict", { status: conflict }),
      record("waiting"),
      record("other round", { status: refused, roundId: "khác" }),
      record("other person", { status: refused, personId: "binh" }),
    ];
    assert.deepEqual(keys(superseded(records, record("new"))), ["refused", "conflict"]);
  });

  it("what waits behind one that was received replaces it, unless it may have been sent", () => {
    const received = record("a");
    const records = [
      received,
      record("behind", { madeAt: 200 }),
      record("sent", { madeAt: 200, ...tried(300, 400) }),
      record("other", { madeAt: 200, roundId: "khác" }),
      record("refused", { madeAt: 200, status: refused }),
    ].slice(1);
    const linked = linkToReceived(records, received, 7);
    assert.deepEqual([keys(linked), linked[0]?.replaces], [["behind"], 7]);
  });
});

const answerTo = (code: ProblemCode, details?: unknown): SubmitAnswer => {
  const { status, vi, en, facts } = describeProblem(code, { version: 3 }, details);
  const trouble: Trouble = { ok: false, status, code, told: { vi, en }, facts, details };
  return readSubmitAnswer(trouble);
};

describe("what an answer to a submission means", () => {
  const AGAIN: readonly ProblemCode[] = [
    "too-many-requests",
    "account-locked",
    "oidc-unavailable",
    "busy",
    "shutting-down",
    "internal",
  ];
  const SIGN_IN: readonly ProblemCode[] = PROBLEM_CODES.filter(
    (code) =>
      describeProblem(code, {}).status === 401 || code === "password-change-required" || code === "account-closed",
  );
  for (const code of PROBLEM_CODES) {
    const kind = AGAIN.includes(code)
      ? "again"
      : SIGN_IN.includes(code)
        ? "sign-in"
        : code === "version-conflict"
          ? "conflict"
          : "refused";
    it(`${code}: ${kind}`, () => assert.equal(answerTo(code).kind, kind));
  }
  for (const [code, status] of [
    ["unreachable", 0],
    ["unreachable", 502],
    ["garbled", 200],
  ] as const)
    it(`${code} with ${String(status)}: again`, () => {
      assert.equal(readSubmitAnswer(troubleOf(code, { vi: "", en: "" }, status)).kind, "again");
    });

  it("a conflict brings what the service told of it; without that, its version", () => {
    const threeWays = { lines: [], unchanged: 5, conflicts: 0 };
    const told = answerTo("version-conflict", { latestVersion: 4, base: 1, changes: null, threeWays, draft: {} });
    assert.ok(told.kind === "conflict");
    assert.deepEqual([told.conflict.latestVersion, told.conflict.threeWays], [4, threeWays]);
    const untold = answerTo("version-conflict");
    assert.ok(untold.kind === "conflict");
    assert.deepEqual([untold.conflict.latestVersion, untold.conflict.threeWays], [3, null]);
  });

  it("what stops it comes with its findings", () => {
    const finding = {
      rule: "number-gap",
      variant: "standard",
      severity: "error",
      sheet: "PL1",
      cells: ["A8"],
      facts: {},
    };
    const findings = [{ ...finding, fix: null, message: { vi: "Số thứ tự nhảy.", en: "A number is missing." } }];
    const answer = answerTo("stops-submission", { findings, missingForms: [], sheetsOfOtherYears: [], draft: {} });
    assert.ok(answer.kind === "refused");
    assert.deepEqual(answer.findings, findings);
  });
});

describe("the body of a submission", () => {
  it("made in pieces it is what the contract takes, whatever the size", async () => {
    const sheets = [
      largeSheet(2500, { formulas: true }),
      { ...largeSheet(3), name: "Trống", rows: [] },
      largeSheet(10),
    ];
    const named = sheets.map((sheet, index) => ({ ...sheet, name: `PL${String(index)}` }));
    const explanations = [
      { rule: "number-gap", variant: "standard", sheet: "PL0", cell: "A8", text: "Theo danh mục." },
    ];
    const pieces = await makePieces(named, explanations);
    assert.ok(pieces.length > 6);
    const head = { idempotencyKey: newKey(), replaces: 3, madeWith: "0.2.0" };
    const sent = API.submit.body.parse(JSON.parse(await bodyOf(head, pieces).text()));
    assert.deepEqual(sent, { ...head, attachedFileId: null, explanations, sheets: named });
  });

  it("without any sheet it is one all the same", async () => {
    const head = { idempotencyKey: newKey(), replaces: 0, madeWith: "0.2.0" };
    const sent: unknown = JSON.parse(await bodyOf(head, await makePieces([], [])).text());
    assert.deepEqual(sent, { ...head, attachedFileId: null, explanations: [], sheets: [] });
  });
});

describe("which round a workbook is for", () => {
  const round = (id: string, state: Round["state"]): Round => ({
    ...TERMS,
    id,
    ownerId: "bo",
    state,
    createdAt: "2026-01-01T00:00:00.000Z",
  });
  const [open, closed, other] = [round("mở", "open"), round("đóng", "closed"), round("khác", "open")];
  for (const [what, rounds, workbook, machine, chosen] of [
    ["the workbook's own, though closed", [open, closed], "đóng", "mở", "đóng"],
    ["the only open one", [open, closed], null, "đóng", "mở"],
    ["the only open one, when the workbook's own is not there", [open, closed], "đã xóa", null, "mở"],
    ["of several the one used last", [open, other], null, "khác", "khác"],
    ["none, when it can't be told", [open, other], null, null, null],
    ["none, when the one used last is not there", [open, other], null, "đã xóa", null],
    ["none of none", [], "mở", "mở", null],
  ] as const)
    it(what, () => assert.equal(chooseRoundId(rounds, { workbook, machine }), chosen));
});

describe("coming back from single sign-on", () => {
  for (const [text, kind, told] of [
    ["#code=abc-123", "code", "abc-123"],
    ["code=abc-123", "code", "abc-123"],
    ["#problem=oidc-unknown-person&email=an%40vi-du.vn", "problem", "an@vi-du.vn"],
    ["#problem=oidc-failed", "problem", "không thành công"],
    ["#problem=khong-co-ma-nay&code=abc", "problem", "không thành công"],
    ["", "problem", "không thành công"],
  ] as const)
    it(`“${text}”: ${kind}`, () => {
      const back = readOidcReturn(text);
      assert.equal(back.kind, kind);
      assert.ok((back.kind === "code" ? back.code : back.told.vi).includes(told));
    });

  it("a secret is new each time, and its challenge as the contract wants it", async () => {
    const [first, second] = [await makeSecret(), await makeSecret()];
    assert.match(first?.challenge ?? "", /^[\w-]{43}$/);
    assert.match(first?.verifier ?? "", /^[\w-]{43}$/);
    assert.notEqual(first?.verifier, second?.verifier);
  });
});
