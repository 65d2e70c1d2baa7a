/** What the tab for submitting decides without a page: what stops a submission, who may submit, how conflicts are settled. */
import assert from "node:assert/strict";
import type { CheckReport, TellableFinding } from "../../addin/checking/report.ts";
import type { LiveState } from "../../addin/live/state.ts";
import {
  chooseAll,
  choiceKey,
  choiceOf,
  choicesOf,
  countUndecided,
  settlementsOf,
  splitLines,
  type Choices,
  type ThreeField,
  type ThreeLine,
} from "../../addin/pane/submit/choices.ts";
import { editsBySheet } from "../../addin/pane/submit/edits-by-sheet.ts";
import { nameColumn, nameField } from "../../addin/pane/kit/field-names.ts";
import { tellMoment, tellTime, tellTimeLeft } from "../../addin/pane/kit/moments.ts";
import { ACCOUNT } from "../../addin/pane/kit/account-words.ts";
import { findPasswordFault } from "../../addin/pane/kit/password-fault.ts";
import { findStanding, nextVersion, type Situation } from "../../addin/pane/submit/standing.ts";
import { findStops, type Terms } from "../../addin/pane/submit/stops.ts";
import { printChange, printValue, shortHash } from "../../addin/pane/kit/values.ts";
import * as words from "../../addin/pane/submit/words.ts";
import { workbookName } from "../../addin/pane/submit/workbook-name.ts";
import { speak } from "../../addin/pane/kit/language.ts";
import type { Me, OutboxEntry } from "../../addin/sync/state.ts";
import type { Round } from "../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../shared/api/submissions.ts";
import type { Severity } from "../../shared/finding.ts";
import type { Bilingual } from "../../shared/rule.ts";
import type { Explanation } from "../../shared/submission.ts";

const finding = (rule: string, severity: Severity, cell = "F12"): TellableFinding => ({
  key: `${rule} ${cell}`,
  rule,
  variant: "standard",
  severity,
  sheet: "PL1",
  cells: cell === "" ? [] : [cell],
  facts: {},
  fix: null,
  message: rule,
});

const appendix = (
  form: CheckReport["appendices"][number]["form"],
  sheet = "PL1",
): CheckReport["appendices"][number] => ({
  sheet,
  form,
  formTitle: { vi: "Biểu", en: "Form" },
  title: "",
  unit: "million",
  lineItems: 3,
  totals: [],
  area: "A5:L39",
});

const report = (
  findings: readonly TellableFinding[],
  appendices: CheckReport["appendices"] = [appendix("targets")],
): CheckReport => ({ language: "vi", findings, appendices, planSheet: null, tookMs: 1 });

const explanation = (rule: string, cell = "F12", sheet = "PL1"): Explanation => ({
  rule,
  variant: "standard",
  sheet,
  cell,
  text: "Theo quyết định.",
});

const TERMS: Terms = { formIds: [], severityOverrides: {}, explainedRuleIds: [] };
const TIGHT: Terms = { ...TERMS, explainedRuleIds: ["period-outside-plan"] };

describe("submitting: what stops it", () => {
  const cases: readonly {
    readonly says: string;
    readonly findings: readonly TellableFinding[];
    readonly terms?: Terms;
    readonly explanations?: readonly Explanation[];
    readonly stops: string;
  }[] = [
    { says: "nothing found", findings: [], stops: "0 0 0" },
    { says: "an error", findings: [finding("number-gap", "error")], stops: "1 0 0" },
    { says: "a question", findings: [finding("ambiguous-amount", "ask")], stops: "0 1 0" },
    { says: "a warning nobody asks about", findings: [finding("number-gap", "warning")], stops: "0 0 0" },
    { says: "a hint", findings: [finding("typed-total", "info")], stops: "0 0 0" },
    {
      says: "a warning that the round wants explained",
      findings: [finding("period-outside-plan", "warning")],
      terms: TIGHT,
      stops: "0 0 1",
    },
    {
      says: "the same, explained",
      findings: [finding("period-outside-plan", "warning")],
      terms: TIGHT,
      explanations: [explanation("period-outside-plan")],
      stops: "0 0 0",
    },
    {
      says: "explained at another cell",
      findings: [finding("period-outside-plan", "warning")],
      terms: TIGHT,
      explanations: [explanation("period-outside-plan", "F13")],
      stops: "0 0 1",
    },
    {
      says: "explained on another sheet",
      findings: [finding("period-outside-plan", "warning")],
      terms: TIGHT,
      explanations: [explanation("period-outside-plan", "F12", "PL2")],
      stops: "0 0 1",
    },
    {
      says: "one without a cell, explained",
      findings: [finding("period-outside-plan", "warning", "")],
      terms: TIGHT,
      explanations: [explanation("period-outside-plan", "")],
      stops: "0 0 0",
    },
    {
      says: "an error that the round takes for a warning",
      findings: [finding("number-gap", "error")],
      terms: { ...TERMS, severityOverrides: { "number-gap": "warning" } },
      stops: "0 0 0",
    },
    {
      says: "a warning that the round takes for an error, explained or not",
      findings: [finding("number-gap", "warning")],
      terms: { ...TERMS, severityOverrides: { "number-gap": "error" } },
      explanations: [explanation("number-gap")],
      stops: "1 0 0",
    },
    {
      says: "a rule that the round has switched off",
      findings: [finding("number-gap", "error")],
      terms: { ...TERMS, severityOverrides: { "number-gap": "off" } },
      stops: "0 0 0",
    },
    {
      says: "a crash, which no round can weigh",
      findings: [finding("crashed-rule", "error")],
      terms: { ...TERMS, severityOverrides: { "crashed-rule": "off" } },
      stops: "1 0 0",
    },
  ];
  for (const { says, findings, terms = TERMS, explanations = [], stops } of cases) {
    it(says, () => {
      const found = findStops(report(findings), explanations, terms);
      const { errors, asks, warnings } = found.counts;
      assert.equal([errors, asks, warnings].join(" "), stops);
      assert.equal(found.isStopped, stops !== "0 0 0");
      assert.equal(found.findings.length, errors + asks + warnings);
    });
  }
  it("errors are told before questions, and these before warnings", () => {
    const found = findStops(
      report([finding("period-outside-plan", "warning"), finding("ambiguous-amount", "ask"), finding("a", "error")]),
      [],
      TIGHT,
    );
    assert.deepEqual(
      found.findings.map(({ severity }) => severity),
      ["error", "ask", "warning"],
    );
  });
  it("says how many errors and questions the round lets pass", () => {
    const findings = [finding("number-gap", "error"), finding("ambiguous-amount", "ask"), finding("nesting", "error")];
    const severityOverrides = { "number-gap": "warning", "ambiguous-amount": "off", nesting: "ask" } as const;
    assert.equal(findStops(report(findings), [], { ...TERMS, severityOverrides }).eased, 2);
    assert.equal(findStops(report(findings), [], TERMS).eased, 0);
  });
  it("a workbook without an appendix, though nothing is found in it", () => {
    const found = findStops(report([], []), [], TERMS);
    assert.ok(found.noAppendix && found.isStopped);
  });
  it("missing forms are named and stop nothing", () => {
    const found = findStops(report([]), [], { ...TERMS, formIds: ["targets", "it-staff"] });
    assert.deepEqual(found.missingForms, ["it-staff"]);
    assert.equal(found.isStopped, false);
  });
});

const field = (by: ThreeField["by"], name = "figure planned year total"): ThreeField => ({
  field: name,
  header: "",
  isDong: true,
  base: 1,
  mine: 2,
  theirs: 3,
  by,
});

const line = (lineId: string, fields: readonly ThreeField[], base: string | null = "PL1!B8"): ThreeLine => ({
  lineId,
  name: lineId,
  keys: { base, mine: "PL1!B8", theirs: "PL1!B8" },
  fields,
});

const NONE: Choices = new Map();
const say = (lines: readonly ThreeLine[], choices: Choices): string =>
  settlementsOf(lines, choices)
    .map(({ lineId, field: name, choice }) => `${lineId} ${name ?? ""} ${choice}`)
    .join("; ");

describe("submitting: a conflict", () => {
  const disputed = line("a", [field("conflict", "name"), field("theirs", "note"), field("both", "period")]);
  const theirs = line("b", [field("theirs", "note")]);
  const mine = line("c", [field("mine", "note")]);
  const alike = line("d", [field("both", "note")]);
  const lines = [theirs, disputed, alike, mine];

  it("what only one side changed is settled their way; what both changed differently waits", () => {
    const choices = (["mine", "theirs", "both", "conflict"] as const).map((by) => choiceOf(mine, field(by), NONE));
    assert.deepEqual(choices, ["mine", "theirs", null, null]);
  });
  it("the officer's choice comes before the default", () => {
    const choices: Choices = new Map([[choiceKey("b", "note"), "mine"]]);
    assert.equal(choiceOf(theirs, field("theirs", "note"), choices), "mine");
    assert.equal(choiceOf(mine, field("theirs", "note"), choices), "theirs");
  });
  it("lines to be decided come first, and those both changed alike are left out", () => {
    const { disputed: open, settled } = splitLines(lines);
    assert.deepEqual(
      [open, settled].map((some) => some.map(({ lineId }) => lineId).join("")),
      ["a", "bc"],
    );
  });
  it("counts what waits for the officer, and settles nothing that waits", () => {
    assert.equal(countUndecided(lines, NONE), 1);
    assert.equal(say(lines, NONE), "b note theirs; a note theirs; c note mine");
  });
  for (const choice of ["mine", "theirs"] as const) {
    it(`all disputed fields at once: ${choice}`, () => {
      const choices = chooseAll(lines, NONE, choice);
      assert.equal(countUndecided(lines, choices), 0);
      assert.equal(say(lines, choices), `b note theirs; a name ${choice}; a note theirs; c note mine`);
    });
  }
  const offered: readonly (readonly [string, ThreeLine, ThreeField, string])[] = [
    ["disputed", disputed, field("conflict", "name"), "mine theirs before"],
    ["changed by one side, whose other side is as before", disputed, field("theirs", "note"), "mine theirs"],
    ["of a line that both put in", line("e", [], null), field("conflict", "name"), "mine theirs"],
    ["whether a line stays", line("e", [], null), field("conflict", "line"), "mine theirs before"],
  ];
  for (const [says, of, disputedField, choices] of offered) {
    it(`what is offered: ${says}`, () => {
      assert.equal(choicesOf(of, disputedField).join(" "), choices);
    });
  }
  for (const choice of ["mine", "theirs", "before"] as const) {
    it(`what is chosen is what is sent: ${choice}`, () => {
      const choices: Choices = new Map([[choiceKey("a", "name"), choice]]);
      assert.equal(say([line("a", [field("conflict", "name")])], choices), `a name ${choice}`);
    });
  }
  it("edits go to their sheets together, in their order", () => {
    const edits = [
      { sheet: "PL1", cell: "F8", was: 1, value: 2 },
      { sheet: "PL2", cell: "B4", was: "x", value: "" },
      { sheet: "PL1", cell: "F9", was: null, value: 3 },
    ];
    assert.deepEqual(
      [...editsBySheet(edits)].map(([sheet, own]) => `${sheet} ${own.map(({ cell }) => cell).join(",")}`),
      ["PL1 F8,F9", "PL2 B4"],
    );
  });
});

const NOW = Date.parse("2026-11-22T03:00:00Z");
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

describe("submitting: times", () => {
  const left: readonly (readonly [string, string, string, string])[] = [
    ["2026-11-30T10:00:00Z", "còn 8 ngày", "8 days left", "far"],
    ["2026-11-25T10:00:00Z", "còn 3 ngày", "3 days left", "near"],
    ["2026-11-23T16:00:00Z", "đến ngày mai", "until tomorrow", "near"],
    // In UTC still the 22nd; in Vietnam tomorrow.
    ["2026-11-22T17:30:00Z", "đến ngày mai", "until tomorrow", "near"],
    ["2026-11-22T10:00:00Z", "hôm nay, còn 7 giờ", "today, 7 hours left", "near"],
    ["2026-11-22T04:30:00Z", "hôm nay, còn 1 giờ", "today, 1 hour left", "near"],
    ["2026-11-22T03:20:00Z", "hôm nay, còn 20 phút", "today, 20 minutes left", "near"],
    ["2026-11-22T03:00:10Z", "hôm nay, còn 1 phút", "today, 1 minute left", "near"],
    ["2026-11-22T02:59:00Z", "đã quá hạn hôm nay", "overdue since today", "past"],
    ["2026-11-21T10:00:00Z", "đã quá hạn 1 ngày", "overdue by 1 day", "past"],
    ["2026-11-02T10:00:00Z", "đã quá hạn 20 ngày", "overdue by 20 days", "past"],
  ];
  for (const [deadline, vi, en, urgency] of left) {
    it(`${deadline}: ${vi}`, () => {
      assert.deepEqual(tellTimeLeft(deadline, NOW), { told: { vi, en }, urgency });
    });
  }
  it("moments are told by the clock in Vietnam, whether kept as a number or a text", () => {
    const told = { vi: "10:00 ngày 22/11/2026", en: "22/11/2026 10:00" };
    assert.deepEqual([tellMoment(NOW), tellMoment("2026-11-22T03:00:00.000Z")], [told, told]);
  });
  it("today only the time is told", () => {
    assert.equal(tellTime(NOW + HOUR_MS, NOW).vi, "11:00");
    assert.equal(tellTime(NOW + DAY_MS, NOW).vi, "10:00 ngày 23/11/2026");
  });
});

const ORGANISATION = {
  id: "so-1",
  parentId: "tinh",
  kind: "department",
  name: "Sở Nội vụ",
  successorId: null,
  isClosed: false,
} as const;
const ME: Me = {
  id: "p",
  name: "Ánh",
  email: "a@b.vn",
  role: "submitter",
  organisation: ORGANISATION,
  mustChangePassword: false,
};
const ROUND: Round = {
  ...TERMS,
  id: "dot",
  ownerId: "tinh",
  name: "Đợt 2027",
  fromYear: 2027,
  toYear: 2027,
  formIds: [],
  severityOverrides: {},
  explainedRuleIds: [],
  unit: "million",
  deadline: "2026-11-30T10:00:00Z",
  expectedIds: ["so-1"],
  needsSignOff: false,
  previousRoundId: null,
  state: "open",
  createdAt: "2026-11-01T00:00:00Z",
};
const SUBMISSION: SubmissionAnswer = {
  roundId: "dot",
  organisationId: "so-1",
  state: "submitted",
  isLocked: false,
  unlockRequest: null,
  latestVersion: 2,
  versions: [],
  history: [],
};
const entry = (status: OutboxEntry["status"], roundId = "dot"): OutboxEntry => ({
  idempotencyKey: "k",
  roundId,
  roundName: "Đợt 2027",
  organisationId: "so-1",
  personId: "p",
  madeAt: NOW,
  workbook: "",
  lineItems: 1,
  status,
});
const WAITING: OutboxEntry["status"] = { kind: "waiting", tries: 0, nextTryAt: null };
const SITUATION: Situation = {
  me: ME,
  round: ROUND,
  submission: SUBMISSION,
  reopenedUntil: null,
  outbox: [],
  now: NOW,
};

describe("submitting: who may, and when", () => {
  const closed: Round = { ...ROUND, state: "closed" };
  const asked = { at: "2026-11-22T01:00:00Z", by: { id: "p", name: "Ánh" }, why: "sửa nguồn" };
  const cases: readonly (readonly [string, Partial<Situation>, "may" | "may ask" | "may not", RegExp | null])[] = [
    ["in an open round", {}, "may", null],
    ["a reviewer", { me: { ...ME, role: "reviewer" } }, "may not", /người rà soát/],
    ["in a round that is being prepared", { round: { ...ROUND, state: "preparing" } }, "may not", /chưa mở/],
    ["in a round that expects others", { round: { ...ROUND, expectedIds: ["so-2"] } }, "may not", /không yêu cầu/],
    ["before it is known how it stands", { submission: null }, "may not", /Chưa biết/],
    ["after the deadline", { now: NOW + 30 * DAY_MS }, "may", /nộp muộn/],
    ["in a closed round", { round: closed }, "may not", /mở lại/],
    [
      "in one reopened until later",
      { round: closed, reopenedUntil: "2026-11-23T00:00:00Z" },
      "may",
      /đến 07:00 ngày 23/,
    ],
    ["in one reopened until before", { round: closed, reopenedUntil: "2026-11-21T00:00:00Z" }, "may not", /mở lại/],
    [
      "in a closed one of which no more is known",
      { round: closed, reopenedUntil: undefined },
      "may",
      /chỉ nộp được nếu/,
    ],
    ["when it is locked", { submission: { ...SUBMISSION, isLocked: true } }, "may ask", /đã khóa/],
    [
      "when it is locked and was asked about",
      { submission: { ...SUBMISSION, isLocked: true, unlockRequest: asked } },
      "may not",
      /Ánh đã đề nghị mở khóa lúc 08:00 ngày 22\/11\/2026: “sửa nguồn”/,
    ],
    ["while one waits", { outbox: [entry(WAITING)] }, "may", /đang chờ gửi/],
    ["while one of another round waits", { outbox: [entry(WAITING, "dot-2")] }, "may", null],
  ];
  for (const [says, part, may, told] of cases) {
    it(`${says}: ${may}`, () => {
      const standing = findStanding({ ...SITUATION, ...part });
      assert.equal(standing.maySubmit ? "may" : standing.mayAskUnlock ? "may ask" : "may not", may);
      const text = standing.told.map(({ vi }) => vi).join(" ");
      if (told) assert.match(text, told);
      else assert.equal(text, "");
      for (const { vi, en } of standing.told) assert.ok(en.length > 3 && en !== vi);
    });
  }
  it("the next version counts those that wait to be sent", () => {
    const outbox = [entry(WAITING), entry({ kind: "sending" }), entry(WAITING, "dot-2")];
    assert.equal(nextVersion({ ...SITUATION, outbox }), 5);
    assert.equal(nextVersion({ ...SITUATION, submission: null }), 1);
  });
});

describe("submitting: how things are named and printed", () => {
  afterEach(() => {
    speak("vi");
  });
  const columns: readonly (readonly [string, string, string])[] = [
    ["planned phase central null", "Kinh phí giai đoạn: trung ương", "Phase: central"],
    ["planned year local recurrent", "Kinh phí năm: địa phương, sự nghiệp", "Year: local, recurrent"],
    ["planned project total", "Tổng kinh phí dự án: tổng số", "Whole cost: total"],
    ["disbursed phase null investment", "Kinh phí giai đoạn: đầu tư, đã giải ngân", "Phase: investment, disbursed"],
    ["planned year null null", "Kinh phí năm: nguồn chưa phân loại", "Year: unclassified source"],
    ["planned year unsourced", "Kinh phí năm: chưa rõ nguồn", "Year: without a source"],
    ["count staff", "count staff", "count staff"],
  ];
  for (const [column, vi, en] of columns) {
    it(column, () => {
      assert.deepEqual(nameColumn(column), { vi, en });
    });
  }
  it("a printed header comes before what the column holds", () => {
    const printed = nameField({ field: "figure planned year total", header: "Kinh phí\n năm 2027" });
    assert.equal(printed.vi, "Kinh phí năm 2027");
    assert.equal(nameField({ field: "figure planned year total", header: "" }).vi, "Kinh phí năm: tổng số");
    assert.equal(nameField({ field: "leadAgency", header: "" }).vi, "Chủ trì");
  });
  it("values", () => {
    const dong = { field: "figure x", isDong: true };
    const plain = { field: "figure x", isDong: false };
    assert.equal(printValue(dong, 1_250_000_000, "million"), "1.250");
    assert.equal(printValue(plain, 1250, "million"), "1.250");
    assert.equal(printValue({ field: "name", isDong: false }, "Sở Nội vụ", "million"), "“Sở Nội vụ”");
    assert.equal(printValue(dong, null, "million"), "(trống)");
    assert.equal(printValue({ field: "line", isDong: false }, null, "million"), "Không có dòng này");
    assert.equal(printValue({ field: "line", isDong: false }, "present", "million"), "Có dòng này");
    assert.equal(printValue({ field: "name", isDong: false }, "a".repeat(400), "million").length, 163);
    speak("en");
    assert.equal(printValue(dong, 1_250_000_000, "million"), "1,250");
    assert.equal(printValue(dong, null, "million"), "(blank)");
  });
  it("differences bear their sign", () => {
    assert.deepEqual(
      [30_000_000, -30_000_000, 0].map((dong) => printChange(dong, true, "million")),
      ["+30", "−30", "0"],
    );
    assert.equal(printChange(-3, false, "million"), "−3");
  });
  it("a hash is shortened to its two ends", () => {
    assert.equal(shortHash(`0a1b2c3d${"0".repeat(48)}9e8f7a6b`), "0a1b2c3d…9e8f7a6b");
  });
  const names: readonly (readonly [string, string])[] = [
    ["C:\\Users\\Anh\\Phụ lục 2027.xlsx", "Phụ lục 2027.xlsx"],
    ["https://tinh.sharepoint.com/ke%20hoach/PL%201.xlsx?web=1", "PL 1.xlsx"],
    ["/Users/anh/50% nguồn.xlsx", "50% nguồn.xlsx"],
    ["", "PL1, PL2"],
  ];
  for (const [documentKey, name] of names) {
    it(`the workbook at “${documentKey}” is called ${name}`, () => {
      const facts = { documentKey } as LiveState["facts"];
      const known = report([], [appendix("targets"), appendix("it-staff", "PL2")]);
      assert.equal(workbookName({ state: { facts, report: known } as LiveState }), name);
    });
  }
  const passwords: readonly (readonly [string, string, string, Bilingual | null])[] = [
    ["cu-mat-khau", "ngan", "ngan", ACCOUNT.tooShort],
    // Ten letters, each of two UTF-16 units.
    ["cu-mat-khau", "𝒶".repeat(9), "𝒶".repeat(9), ACCOUNT.tooShort],
    ["cu-mat-khau", "cu-mat-khau", "cu-mat-khau", ACCOUNT.notNew],
    ["cu-mat-khau", "mat-khau-moi", "mat-khau-moj", ACCOUNT.notTheSame],
    ["cu-mat-khau", "mat-khau-moi", "mat-khau-moi", null],
  ];
  for (const [current, next, again, fault] of passwords) {
    it(`the new password ${next}: ${fault?.vi ?? "will do"}`, () => {
      assert.equal(findPasswordFault(current, next, again), fault);
    });
  }
});

/** Sentences made of facts are made of some. */
function sayWord(word: unknown): Bilingual | null {
  if (typeof word !== "function") return word as Bilingual;
  const facts: readonly (readonly unknown[])[] = [
    [2, 3],
    ["x", 2],
    [{ vi: "hai lỗi", en: "two errors" }, 2],
    ["x", { vi: "10:00 ngày 22/11/2026", en: "22/11/2026 10:00" }],
  ];
  for (const given of facts) {
    const said = (word as (...given: readonly unknown[]) => Bilingual)(...given);
    if (!/undefined|\[object/.test(said.vi + said.en)) return said;
  }
  return null;
}

describe("submitting: words", () => {
  it("every sentence stands in both languages", () => {
    let count = 0;
    for (const [group, sentences] of Object.entries({ ...words, ACCOUNT })) {
      for (const [name, word] of Object.entries(sentences as Readonly<Record<string, unknown>>)) {
        const said = sayWord(word);
        assert.ok(said && said.vi.trim() !== "" && said.en.trim() !== "", `${group}.${name}`);
        assert.notEqual(said.vi, said.en, `${group}.${name}`);
        count++;
      }
    }
    assert.ok(count > 100);
  });
  it("one is one", () => {
    assert.equal(words.SETTLE.disputed(1).en, "For you to choose: 1 line");
    assert.equal(words.SETTLE.disputed(2).en, "For you to choose: 2 lines");
    assert.equal(words.REVIEW.contents(1, 1).en, "1 appendix, 1 line");
    assert.equal(words.REVIEW.contents(2, 3).en, "2 appendices, 3 lines");
  });
});
