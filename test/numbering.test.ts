import assert from "node:assert/strict";
import fc from "fast-check";
import { findNumberBreaks, printLike } from "../shared/numbering-breaks.ts";
import {
  numberRank,
  numberToRoman,
  readItemNumber,
  romanToNumber,
  splitNumberedName,
  type ItemNumber,
} from "../shared/reading/numbering.ts";
import { SINGLE_AMOUNT, check, gridOf, type Value } from "./builders.ts";

/** "decimal 1.2", "dash", "none", …; null for what is no number. */
const brief = (number: ItemNumber | null): string | null =>
  number && [number.style, number.parts.join(".")].filter((part) => part !== "").join(" ");

const NUMBERS: readonly (readonly [string | number, string | null])[] = [
  [1, "arabic 1"],
  [0, "arabic 0"],
  [120, "arabic 120"],
  [1.2, "decimal 1.2"],
  [12.34, "decimal 12.34"],
  ["1", "arabic 1"],
  [" 1 ", "arabic 1"],
  ["1.", "arabic 1"],
  ["1)", "arabic 1"],
  ["(1)", "arabic 1"],
  ["1/", "arabic 1"],
  ["1-", "arabic 1"],
  ["1:", "arabic 1"],
  ["1.\u00a0", "arabic 1"],
  ["01", "arabic 1"],
  ["1.2", "decimal 1.2"],
  ["1.2.", "decimal 1.2"],
  ["1,2", "decimal 1.2"],
  ["1.10", "decimal 1.10"],
  ["1.2.3", "decimal 1.2.3"],
  ["1.2.3.4)", "decimal 1.2.3.4"],
  ["I", "roman 1"],
  ["I.", "roman 1"],
  ["II)", "roman 2"],
  ["(III)", "roman 3"],
  ["IV:", "roman 4"],
  ["V", "roman 5"],
  ["VIII.", "roman 8"],
  ["IX", "roman 9"],
  ["X", "roman 10"],
  ["XIV", "roman 14"],
  ["XL", "roman 40"],
  ["I.1", "roman 1.1"],
  ["II.3.", "roman 2.3"],
  ["A", "letter 1"],
  ["B.", "letter 2"],
  ["C", "letter 3"],
  ["D)", "letter 4"],
  ["M", "letter 13"],
  ["A.1", "letter 1.1"],
  ["a", "lower 1"],
  ["a)", "lower 1"],
  ["b.", "lower 2"],
  ["(c)", "lower 3"],
  ["-", "dash"],
  ["–", "dash"],
  ["—", "dash"],
  ["−", "dash"],
  ["•", "dash"],
  ["*", "dash"],
  ["+", "dash"],
  ["", "none"],
  [" \u00a0", "none"],
  [-1, null],
  [100_000, null],
  [1.23456, null],
  [Number.NaN, null],
  ["12345", null],
  ["A.-8", null],
  ["I.1e30", null],
  ["I.0x1F", null],
  ["I. 2", "roman 1.2"],
  ["abc", null],
  ["1 2", null],
  ["1..2", null],
  [".1", null],
  ["-1", null],
  ["IIII", null],
  ["IC", null],
  ["STT", null],
  ["Tổng", null],
  ["TỔNG CỘNG", null],
  ["Mục I", null],
];

/** With the place of the lettered section before: A is 1. */
const AFTER_LETTERS: readonly (readonly [text: string, lastLetter: number, expected: string])[] = [
  ["B", 1, "letter 2"],
  ["C", 2, "letter 3"],
  ["I", 8, "letter 9"],
  ["V.", 21, "letter 22"],
  ["I", 1, "roman 1"],
  ["V", 2, "roman 5"],
  ["X", 3, "roman 10"],
  ["II", 8, "roman 2"],
  ["1", 1, "arabic 1"],
];

/** From the outermost to the innermost. */
const RANKS = ["A", "I", "1", "1.1", "1.1.1", "a)", "-", ""];

const SPLIT: readonly (readonly [string, { readonly number: string; readonly name: string } | null])[] = [
  ["I. CÁC SỞ, NGÀNH TỈNH", { number: "I", name: "CÁC SỞ, NGÀNH TỈNH" }],
  ["I.CÁC SỞ", { number: "I", name: "CÁC SỞ" }],
  ["I.\nCÁC SỞ ", { number: "I", name: "CÁC SỞ" }],
  ["II - Huyện", { number: "II", name: "Huyện" }],
  ["IV) Khác", { number: "IV", name: "Khác" }],
  ["II/ Huyện", { number: "II", name: "Huyện" }],
  ["A. Hạ tầng", { number: "A", name: "Hạ tầng" }],
  ["C: Nhân lực", { number: "C", name: "Nhân lực" }],
  ["1. Mạng LAN", { number: "1", name: "Mạng LAN" }],
  ["12. Đào tạo", { number: "12", name: "Đào tạo" }],
  ["1.2. Mạng WAN", { number: "1.2", name: "Mạng WAN" }],
  ["I.", null],
  ["1. 2", null],
  ["1/2020", null],
  ["I CÁC SỞ", null],
  ["Mục I. Hạ tầng", null],
  ["TỔNG CỘNG", null],
  ["", null],
];

describe("item numbers", () => {
  for (const [value, expected] of NUMBERS) {
    it(`${typeof value === "number" ? String(value) : JSON.stringify(value)} is ${String(expected)}`, () => {
      assert.equal(brief(readItemNumber(value)), expected);
    });
  }

  for (const [text, lastLetter, expected] of AFTER_LETTERS) {
    it(`"${text}" after the letter ${String(lastLetter)} is ${expected}`, () => {
      assert.equal(brief(readItemNumber(text, lastLetter)), expected);
    });
  }

  it("lie in each other in the order of their styles", () => {
    const ranks = RANKS.map((text) => {
      const number = readItemNumber(text);
      assert.ok(number);
      return numberRank(number);
    });
    assert.deepEqual(
      ranks,
      [...new Set(ranks)].sort((a, b) => a - b),
    );
  });

  for (const [text, expected] of SPLIT) {
    it(`${JSON.stringify(text)} in the number column is ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(splitNumberedName(text), expected);
    });
  }

  it("any text is read without throwing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), fc.integer({ min: 0, max: 26 }), (value, lastLetter) => {
        const number = readItemNumber(value, lastLetter);
        assert.ok(number === null || number.parts.every((part) => Number.isSafeInteger(part) && part >= 0));
        if (typeof value === "string") splitNumberedName(value);
      }),
    );
  });
});

describe("roman numerals", () => {
  for (const [value, text] of [
    [1, "I"],
    [4, "IV"],
    [9, "IX"],
    [14, "XIV"],
    [19, "XIX"],
    [40, "XL"],
    [49, "XLIX"],
    [88, "LXXXVIII"],
    [90, "XC"],
    [99, "XCIX"],
  ] as const) {
    it(`${String(value)} is ${text}`, () => {
      assert.equal(numberToRoman(value), text);
      assert.equal(romanToNumber(text), value);
    });
  }

  it("from 1 to 99 are read back", () => {
    for (let value = 1; value <= 99; value++) assert.equal(romanToNumber(numberToRoman(value)), value);
  });

  it("have one spelling each", () => {
    for (const text of ["", "IIII", "VV", "VX", "IC", "IIX", "XXXX", "XVX", "i", "1", "A", "IVI"])
      assert.equal(romanToNumber(text), null, text);
  });
});

describe("a number in the style of another", () => {
  for (const [like, value, expected] of [
    ["1", 2, "2"],
    ["9.", 10, "10"],
    ["1.2", 3, "1.3"],
    ["1.2.9", 10, "1.2.10"],
    ["1,2", 3, "1,3"],
    ["II", 4, "IV"],
    ["XIX.", 20, "XX"],
    ["A", 3, "C"],
    ["B.", 4, "D"],
    ["a)", 3, "c"],
    ["I.1", 2, "I.2"],
    ["A.1", 2, "A.2"],
  ] as const) {
    it(`${String(value)} like "${like}" is "${expected}"`, () => {
      const number = readItemNumber(like);
      assert.ok(number);
      assert.equal(printLike(number, value), expected);
    });
  }
});

/** A list of items and sections ("I", "A" and what has an empty cell for its money) with these numbers. */
const SECTION = /^[A-Z]+$/;
const appendixOf = (numbers: readonly Value[]) => {
  const rows = numbers.map((number, index): Value[] =>
    SECTION.test(String(number))
      ? [number, `Nhóm ${String(index)}`]
      : [number, `Nhiệm vụ số ${String(index)}`, `Sở ${String(index)}`, "Mới", "x", "2021-2025", 100 + index],
  );
  const { sheets } = check(gridOf([...SINGLE_AMOUNT.slice(0, 3), ...rows]));
  const appendix = sheets[0]?.appendix;
  assert.ok(appendix);
  return appendix;
};

/** "III after I lacks II", "2 again at row 3 (first 1)": by index of the row. */
const breaksOf = (numbers: readonly Value[]): readonly string[] => {
  const { gaps, repeats } = findNumberBreaks(appendixOf(numbers));
  return [
    ...gaps.map(
      ({ number, previous, missing }) => `${number} after ${previous === "" ? "nothing" : previous} lacks ${missing}`,
    ),
    ...repeats.map(({ number, first, row }) => `${number} at ${String(row)} as at ${String(first)}`),
  ];
};

const SERIES: readonly (readonly [name: string, numbers: readonly Value[], breaks: readonly string[]])[] = [
  ["in order", [1, 2, 3, 4], []],
  ["as text", ["1.", "2.", "3."], []],
  ["a gap", [1, 2, 4], ["4 after 2 lacks 3"]],
  ["a wide gap", [1, 7, 8], ["7 after 1 lacks 2"]],
  ["two gaps", [1, 3, 5], ["3 after 1 lacks 2", "5 after 3 lacks 4"]],
  ["the first is missing", [2, 3], ["2 after nothing lacks 1"]],
  ["a repeat", [1, 2, 2, 3], ["2 at 2 as at 1"]],
  ["a repeat of an earlier one", [1, 2, 3, 2, 4], ["2 at 3 as at 1"]],
  [
    "groups numbered I II III IV VI VII, as in Vĩnh Long 2020",
    ["I", 1, "II", 1, "III", 1, "IV", 1, "VI", 1, "VII", 1],
    ["VI after IV lacks V"],
  ],
  ["two groups III, as in the results of Vĩnh Long 2020", ["I", 1, "II", 1, "III", 1, "III", 1], ["III at 6 as at 4"]],
  ["numbers begin again in each group", ["I", 1, 2, 3, "II", 1, 2], []],
  ["numbers run on through the groups", ["I", 1, 2, 3, "II", 4, 5, "III", 6], []],
  ["numbers run on, one is missing at the border", ["I", 1, 2, "II", 3, 4, "III", 6, 7], ["6 after 4 lacks 5"]],
  ["numbers begin again, the first is missing", ["I", 1, 2, "II", 1, 2, "III", 2, 3], ["2 after nothing lacks 1"]],
  ["a gap in the second group", ["I", 1, 2, "II", 1, 3], ["3 after 1 lacks 2"]],
  ["numbers begin again under unnumbered headings", [1, 2, 3, 1, 2], []],
  ["lettered sections up to D: C and D are no roman numerals", ["A", 1, "B", 1, "C", 1, "D", 1], []],
  ["a lettered section is missing", ["A", 1, "B", 1, "D", 1], ["D after B lacks C"]],
  ["decimals under their item", [1, "1.1", "1.2", 2, "2.1", "2.2"], []],
  ["a decimal is missing", [1, "1.1", "1.3", 2, "2.1"], ["1.3 after 1.1 lacks 1.2"]],
  ["ten decimals", [1, ...Array.from({ length: 11 }, (_, index) => `1.${String(index + 1)}`)], []],
  ["letters under an item", [1, "a)", "b)", "c)", 2, "a)", "b)"], []],
  ["a letter is missing", [1, "a)", "b)", "d)"], ["d after b lacks c"]],
  ["letters with đ, as Vietnamese lists have them", [1, "a)", "b)", "c)", "d)", "đ)", "e)", "g)"], []],
  ["roman groups in lettered parts", ["A", "I", 1, 2, "II", 1, "B", "I", 1, "II", 1, 2], []],
  ["a roman group is missing in a lettered part", ["A", "I", 1, "III", 1, "B", "I", 1], ["III after I lacks II"]],
  ["dashes", [1, "-", "-", 2, "-"], []],
  ["rows without a number", [1, null, 2, null, 3], []],
];

describe("breaks in item numbers", () => {
  for (const [name, numbers, breaks] of SERIES) {
    it(`${name}: ${numbers.slice(0, 12).map(String).join(" ")}`, () => {
      assert.deepEqual(breaksOf(numbers), breaks);
    });
  }

  it("are the same when asked for again", () => {
    const appendix = appendixOf([1, 2, 4, 4]);
    assert.deepEqual(findNumberBreaks(appendix), findNumberBreaks(appendix));
    assert.equal(findNumberBreaks(appendix).gaps.length, 1);
    assert.equal(findNumberBreaks(appendix).repeats.length, 1);
  });
});
