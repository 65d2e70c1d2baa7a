import assert from "node:assert/strict";
import { describe as say, printDong } from "../shared/describe.ts";
import type { Facts, Finding } from "../shared/finding.ts";
import type { Language, Unit } from "../shared/money.ts";
import { rules } from "../shared/rules/index.ts";
import { check, gridOf, IT_STAFF, phaseYearGrid, planGrid, SINGLE_AMOUNT, TARGETS, withCells } from "./builders.ts";

const madeUp = (rule: string, facts: Facts, more: Partial<Finding> = {}): Finding => ({
  rule,
  variant: "standard",
  severity: "error",
  sheet: "Phụ lục",
  cells: ["G12"],
  facts,
  fix: null,
  ...more,
});

const TOTALS: Facts = {
  totals: ["F13"],
  printedDong: 11_850_000_000,
  sumDong: 11_800_500_000,
  differenceDong: 49_500_000,
};

describe("describe: amounts", () => {
  const CASES: readonly (readonly [Unit | null, Language, readonly [string, string, string]])[] = [
    ["million", "vi", ["11.850 triệu đồng", "11.800,5 triệu đồng", "49,5 triệu đồng"]],
    ["million", "en", ["11,850 million đồng", "11,800.5 million đồng", "49.5 million đồng"]],
    ["thousand", "vi", ["11.850.000 nghìn đồng", "11.800.500 nghìn đồng", "49.500 nghìn đồng"]],
    ["billion", "vi", ["11,85 tỷ đồng", "11,8005 tỷ đồng", "0,0495 tỷ đồng"]],
    ["dong", "vi", ["11.850.000.000 đồng", "11.800.500.000 đồng", "49.500.000 đồng"]],
    [null, "en", ["11,850,000,000 đồng", "11,800,500,000 đồng", "49,500,000 đồng"]],
  ];
  for (const [unit, language, [printed, sum, difference]] of CASES) {
    it(`are in the sheet's unit, ${String(unit)}, in ${language}`, () => {
      const words = say(madeUp("grand-total-mismatch", { ...TOTALS, unit }), language);
      for (const amount of [printed, sum, difference]) assert.ok(words.includes(` ${amount}`), words);
    });
  }
  it("of a sheet without a unit are plain figures", () => {
    const words = say(
      madeUp("grand-total-mismatch", { totals: ["C9"], printed: 1201, sum: 1200, difference: 1, unit: null }),
      "vi",
    );
    assert.match(words, /ghi 1\.201, các mục và các dòng cộng lại 1\.200; lệch 1\./);
  });

  const PRINTED: readonly (readonly [number, Unit, Language, string])[] = [
    [480_000_000, "million", "vi", "480 triệu đồng"],
    [0, "million", "vi", "0 triệu đồng"],
    [-1_500_000, "million", "vi", "-1,5 triệu đồng"],
    [1, "billion", "vi", "0,000000001 tỷ đồng"],
    [999_999_999_999_999, "dong", "en", "999,999,999,999,999 đồng"],
    [8_580_000_000, "billion", "en", "8.58 billion đồng"],
  ];
  for (const [dong, unit, language, text] of PRINTED) {
    it(`${String(dong)} đồng in ${unit} is "${text}"`, () => {
      assert.equal(printDong(dong, unit, language), text);
    });
  }
});

describe("describe: lists", () => {
  const cells = (count: number): string[] => Array.from({ length: count }, (_, index) => `E${String(index + 4)}`);
  const hidden = (count: number, language: Language): string =>
    say(madeUp("hidden-amount", { count }, { cells: cells(count) }), language);

  it("name up to eight cells", () => {
    assert.match(hidden(1, "vi"), /bị ẩn: E4\. /);
    assert.match(hidden(8, "vi"), /bị ẩn: E4, E5, E6, E7, E8, E9, E10, E11\. /);
  });
  it("are cut after eight, saying how many more there are", () => {
    assert.match(hidden(9, "vi"), /E10, E11 và 1 ô khác\. /);
    assert.match(hidden(29, "vi"), /E10, E11 và 21 ô khác\. /);
    assert.match(hidden(29, "en"), /E10, E11 and 21 more\. /);
  });
  it("in facts are cut as the cells are", () => {
    const words = say(madeUp("grand-total-mismatch", { ...TOTALS, totals: cells(10), unit: "dong" }), "en");
    assert.match(words, /E4, E5, E6, E7, E8, E9, E10, E11 and 2 more/);
  });
});

describe("describe: other facts", () => {
  const wordsOf = (rule: string, facts: Facts, more: Partial<Finding> = {}): string =>
    say(madeUp(rule, facts, more), "vi");

  it("years and item numbers are not grouped", () => {
    assert.match(
      wordsOf("same-year-period", { row: "4. Thương mại", text: "2020-2020", year: "2020" }),
      /trong năm 2020 xin ghi “2020”/,
    );
    assert.match(wordsOf("missing-name", { rowNumber: "1234" }), /Dòng 1234 /);
  });
  it("counts are", () => {
    assert.match(wordsOf("hidden-amount", { count: 1234 }), /^1\.234 ô /);
  });
  it("units are named in the reader's language", () => {
    const finding = madeUp("unit-contradicts-plan", {
      statedUnit: "billion",
      agreesUnit: "million",
      planDong: 5_850_000_000,
    });
    assert.match(say(finding, "vi"), /“tỷ đồng”.* 5\.850\.000\.000 đồng .*“triệu đồng”/);
    assert.match(say(finding, "en"), /“billion đồng”.* 5,850,000,000 đồng .*“million đồng”/);
  });
  it("a text that looks like a unit is left as it is", () => {
    assert.match(wordsOf("unreadable-amount", { text: "million" }), /“million”/);
  });
  it("the sheet is named", () => {
    assert.match(
      wordsOf("unknown-form", { headers: ["Họ tên", "Chức vụ"] }, { sheet: "PL 02" }),
      /trang “PL 02”.*Họ tên, Chức vụ/,
    );
  });
  it("signs in a text are printed as they are", () => {
    const text = "$& {sum} \\1 ${0} {{x}}";
    assert.ok(wordsOf("unreadable-amount", { text }).includes(`“${text}”`));
  });
  it("a fact that is not there leaves a gap, and not a hole in the program", () => {
    assert.match(wordsOf("unreadable-amount", {}), /“…”/);
    assert.equal(wordsOf("unreadable-amount", {}, { variant: "of a later version" }), "unreadable-amount");
  });
  it("slips of the keyboard are told in words", () => {
    const facts = { ...TOTALS, suspect: "F9", slipTypo: "swapped-digits", valueDong: 3_000_000_000, unit: "million" };
    const finding = madeUp("grand-total-mismatch", facts, { variant: "suspect" });
    assert.match(say(finding, "vi"), /ô F9 đảo hai chữ số; nếu là 3\.000 triệu đồng thì khớp/);
    assert.match(say(finding, "en"), /F9 most likely has two digits swapped; 3,000 million đồng would agree/);
  });
});

describe("describe: what is found on sheets", () => {
  const single = (changes: Parameters<typeof withCells>[1]): ReturnType<typeof gridOf> =>
    gridOf(withCells(SINGLE_AMOUNT, changes));
  const SAID: Readonly<Record<string, readonly [() => readonly Finding[], string]>> = {
    "source-sum-mismatch": [
      () => check(phaseYearGrid({ G7: 1000, G6: 1800, G13: 2800 })).findings,
      "1. Nâng cấp mạng cục bộ của Văn phòng UBND tỉnh: tổng ghi 3.500 triệu đồng, các nguồn cộng lại 3.300 triệu đồng; lệch 200 triệu đồng. Xin sửa ô F7 hoặc các ô nguồn cùng dòng.",
    ],
    "plan-total-mismatch": [
      () => check(phaseYearGrid(), planGrid({ B7: "5.805 triệu đồng", C7: null })).findings,
      "Kế hoạch ghi tổng 5.805 triệu đồng (ô Kế hoạch!B7), phụ lục cộng được 5.850 triệu đồng; lệch 45 triệu đồng. Xin kiểm tra văn bản kế hoạch hoặc phụ lục.",
    ],
    "reversed-period": [
      () => check(single({ F4: "2025-2021" })).findings,
      "1. Duy trì Kiến trúc chính quyền điện tử: thời gian “2025-2021” ở ô F4 kết thúc trước khi bắt đầu. Xin sửa lại.",
    ],
    "part-exceeds-whole": [
      () => check(gridOf(withCells(IT_STAFF, { G5: 34, G9: 96 }))).findings,
      "1. Sở Công thương: “Số CB có hộp thư điện tử” là 34 (ô G5), lớn hơn “Tổng số CB trong ĐV” là 33 (ô C5). Xin kiểm tra lại.",
    ],
    "target-out-of-range": [
      () => check(gridOf(withCells(TARGETS, { C4: "120%" }))).findings,
      "2. Tỷ lệ văn bản điện tử có chữ ký số: chỉ tiêu “120%” ở ô C4 ngoài khoảng 0-100 %. Xin kiểm tra lại.",
    ],
  };
  for (const [rule, [find, words]] of Object.entries(SAID)) {
    it(`${rule}: where, what, how far off, and what to do`, () => {
      const finding = find().find((found) => found.rule === rule);
      assert.ok(finding, "not found");
      assert.equal(say(finding, "vi"), words);
    });
  }

  it("no name turns the direction of the figures behind it", () => {
    const finding = madeUp("source-sum-mismatch", { row: "1. Mạng\u202E\u2067 nội bộ", ...TOTALS, unit: "million" });
    assert.match(say(finding, "vi"), /^1\. Mạng nội bộ: tổng ghi 11\.850 triệu đồng/);
  });

  it("every sentence of every rule can be said, in both languages, without any fact", () => {
    for (const { id, says } of rules) {
      for (const variant of Object.keys(says)) {
        for (const language of ["vi", "en"] as const) assert.ok(say(madeUp(id, {}, { variant }), language).length > 20);
      }
    }
  });
});
