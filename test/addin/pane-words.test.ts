import assert from "node:assert/strict";
import { sayTrouble } from "../../addin/pane/bars.ts";
import { sayAppendix } from "../../addin/pane/findings/clean.ts";
import { sayLoss } from "../../addin/pane/findings/losses.ts";
import { sayDone } from "../../addin/pane/findings/undo-line.ts";
import { isBusy, sayCounts, sayWhen } from "../../addin/pane/head/head-line.ts";
import { keepLanguage, recallLanguage, say, speak } from "../../addin/pane/kit/language.ts";
import { printContent, printDifference, printMoney, printTime } from "../../addin/pane/kit/printing.ts";
import { memo } from "../../addin/pane/memo.ts";
import type { AppendixReport } from "../../addin/checking/report.ts";
import { trouble } from "../../addin/host/troubles.ts";
import type { DoneFix, LiveState, Loss, Occasion } from "../../addin/live/state.ts";
import type { Severity } from "../../shared/finding.ts";

afterEach(() => {
  speak("vi");
});

const appendix = (more: Partial<AppendixReport> = {}): AppendixReport => ({
  sheet: "PL1",
  form: "project-list-by-origin",
  formTitle: { vi: "Danh mục", en: "List" },
  title: "",
  unit: "million",
  lineItems: 26,
  totals: [
    { label: { vi: "Tổng", en: "Total" }, isWhole: true, dong: 74_820_000_000, planDong: null },
    { label: { vi: "Trung ương", en: "Central" }, isWhole: false, dong: 1_000_000, planDong: null },
  ],
  area: "A5:L39",
  ...more,
});

const reportOf = (severities: readonly Severity[], appendices = [appendix()]): NonNullable<LiveState["report"]> => ({
  language: "vi",
  findings: severities.map((severity, index) => ({
    key: String(index),
    rule: "number-gap",
    variant: "standard",
    severity,
    sheet: "PL1",
    cells: [],
    facts: {},
    fix: null,
    message: "",
  })),
  appendices,
  planSheet: null,
  tookMs: 1,
});

describe("pane: the counts", () => {
  const CASES: readonly (readonly [readonly Severity[], string, string])[] = [
    [["error", "error", "error", "warning", "warning"], "3 lỗi · 2 cảnh báo", "3 errors · 2 warnings"],
    [["error"], "1 lỗi", "1 error"],
    [["ask", "warning", "info"], "1 câu hỏi · 1 cảnh báo", "1 question · 1 warning"],
    [["info", "info"], "Không có lỗi · 2 gợi ý", "No errors · 2 hints"],
    [[], "Không có lỗi", "No errors"],
    [Array.from({ length: 1_200 }, () => "error"), "1.200 lỗi", "1,200 errors"],
  ];
  for (const [severities, vi, en] of CASES)
    it(vi, () => {
      const report = reportOf(severities);
      assert.equal(sayCounts({ report }), vi);
      speak("en");
      assert.equal(sayCounts({ report }), en);
    });
  it("none without an appendix is no clean bill", () => {
    assert.equal(sayCounts({ report: reportOf([], []) }), "Chưa có phụ lục");
  });
  it("nothing before the first check", () => {
    assert.equal(sayCounts({ report: null }), "");
  });
});

describe("pane: what is said of the last check", () => {
  const at = new Date(2026, 10, 22, 14, 5).getTime();
  const checked = (occasion: Occasion): Parameters<typeof sayWhen>[0] => ({
    phase: "ready",
    report: reportOf([]),
    lastCheck: { at, occasion },
    isStale: false,
    trouble: null,
  });
  const refusal = trouble("editing-cell").trouble;
  const CASES: readonly (readonly [string, Parameters<typeof sayWhen>[0], string, boolean])[] = [
    ["on opening", checked("opened"), "kiểm tra lúc 14:05 khi mở ngăn", false],
    ["while typing", checked("live"), "kiểm tra lúc 14:05 khi có thay đổi", false],
    ["by our button", checked("saved-here"), "kiểm tra và lưu lúc 14:05", false],
    ["after Excel saved", checked("saved-by-excel"), "kiểm tra lúc 14:05 sau khi lưu", false],
    ["when asked", checked("asked"), "kiểm tra lại lúc 14:05", false],
    ["after a change", { ...checked("live"), isStale: true }, "có thay đổi, đang kiểm tra…", true],
    [
      "after a change that can't be read",
      { ...checked("live"), isStale: true, trouble: refusal },
      "có thay đổi sau lần kiểm tra lúc 14:05",
      false,
    ],
    ["before anything", { ...checked("live"), phase: "starting", report: null, lastCheck: null }, "Đang mở…", true],
    ["while reading", { ...checked("live"), phase: "reading", report: null }, "Đang đọc các trang tính…", true],
    ["while checking first", { ...checked("live"), phase: "checking", report: null }, "Đang kiểm tra…", true],
    [
      "where nothing could be read",
      { ...checked("live"), phase: "starting", report: null, trouble: refusal },
      "chưa kiểm tra được",
      false,
    ],
  ];
  for (const [says, state, expected, busy] of CASES)
    it(says, () => {
      assert.equal(sayWhen(state), expected);
      assert.equal(isBusy(state), busy);
    });
});

describe("pane: a paste that took something away", () => {
  const loss = (formulas: number, rules: readonly string[]): Loss => ({
    id: 1,
    sheetId: "1",
    sheet: "PL1",
    pasted: "F8:H12",
    formulas: Array.from({ length: formulas }, (_, index) => ({ cell: `G${String(index)}`, formula: "=A1", now: 1 })),
    entryRules: rules.map((cells) => ({ cells, rule: {} })),
  });
  const CASES: readonly (readonly [Loss, string])[] = [
    [
      loss(3, ["F8:F10", "H8"]),
      "Lần dán vừa rồi vào F8:H12 (PL1) đã thay 3 công thức bằng số và làm mất danh sách chọn ở 4 ô.",
    ],
    [loss(1, []), "Lần dán vừa rồi vào F8:H12 (PL1) đã thay 1 công thức bằng số."],
    [loss(0, ["F8"]), "Lần dán vừa rồi vào F8:H12 (PL1) đã làm mất danh sách chọn ở 1 ô."],
  ];
  for (const [lost, expected] of CASES)
    it(expected, () => {
      assert.equal(sayLoss(lost), expected);
    });
});

describe("pane: what was mended, and what is right", () => {
  const done = (messages: readonly string[]): DoneFix => ({
    id: 1,
    sheet: "PL1",
    messages,
    applied: { sheet: "1", cells: [] },
  });
  it("one fix by its finding, several by their number", () => {
    assert.equal(sayDone(done(["Ô G7 ghi số dạng chữ."])), "Đã sửa: Ô G7 ghi số dạng chữ.");
    assert.equal(sayDone(done(["a", "b"])), "Đã sửa 2 mục ở trang tính PL1");
    assert.equal(sayDone(done([])), "Đã sửa các ô ở trang tính PL1");
  });
  const CASES: readonly (readonly [Partial<AppendixReport>, string])[] = [
    [{}, "26 dòng, tổng 74.820 triệu đồng"],
    [{ totals: [] }, "26 dòng"],
    [{ unit: null }, "26 dòng"],
    [{ totals: [{ label: { vi: "Tổng", en: "Total" }, isWhole: true, dong: null, planDong: null }] }, "26 dòng"],
  ];
  for (const [more, expected] of CASES)
    it(expected, () => {
      assert.equal(sayAppendix(appendix(more)), expected);
    });
  it("what Excel refused names its cells, the first of many", () => {
    const { trouble: few } = trouble("cells-changed", ["G12", "H12"]);
    assert.match(sayTrouble(few), /Hãy kiểm tra lại\. Ô: G12, H12\.$/);
    const { trouble: many } = trouble("cells-changed", ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]);
    assert.match(sayTrouble(many), /Ô: A1, A2, A3, A4, A5, A6…\.$/);
    assert.doesNotMatch(sayTrouble(trouble("excel-failed").trouble), /Ô:/);
  });
});

describe("pane: how figures and times are printed", () => {
  it("in the language that is spoken", () => {
    assert.equal(printMoney(74_820_000_000, "million"), "74.820 triệu đồng");
    assert.equal(printDifference(20_000_000, "million"), "+20");
    assert.equal(printDifference(-1_500_000_000, "million"), "−1.500");
    assert.equal(printDifference(0, "million"), "0");
    assert.equal(printTime(new Date(2026, 0, 5, 8, 3).getTime()), "08:03");
    assert.deepEqual(["", null, 15_000, 2020, -5, 2.5, true, "=A1"].map(printContent), [
      "(trống)",
      "(trống)",
      "15.000",
      "2020",
      "-5",
      "2,5",
      "TRUE",
      "=A1",
    ]);
    speak("en");
    assert.equal(printMoney(74_820_000_000, "million"), "74,820 million đồng");
    assert.equal(printContent(""), "(blank)");
  });
  it("a fact that is missing shows as such", () => {
    const text = { vi: "Ô {cell} và {other}", en: "{cell} and {other}" };
    assert.equal(say(text, { cell: "G7" }), "Ô G7 và …");
  });
  it("the language is remembered, and Vietnamese where nothing can be", () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (name: string): string | null => kept.get(name) ?? null,
      setItem: (name: string, value: string): void => void kept.set(name, value),
    };
    assert.equal(recallLanguage(shelf), "vi");
    keepLanguage(shelf, "en");
    assert.equal(recallLanguage(shelf), "en");
    const forbid = (): never => {
      throw new Error("forbidden");
    };
    keepLanguage({ getItem: forbid, setItem: forbid }, "en");
    assert.equal(recallLanguage({ getItem: forbid, setItem: forbid }), "vi");
  });
  it("what was computed of the very same things is not computed again", () => {
    let times = 0;
    const double = memo((list: readonly number[], by: number) => {
      times += 1;
      return list.map((one) => one * by);
    });
    const list = [1, 2];
    assert.equal(double(list, 2), double(list, 2));
    assert.equal(times, 1);
    assert.deepEqual(double(list, 3), [3, 6]);
    assert.deepEqual(double([1, 2], 3), [3, 6]);
    assert.equal(times, 3);
  });
});
