/** The section said of a line item: where it stands, in few words. */
import assert from "node:assert/strict";
import { sectionOf } from "../../shared/consolidation/version.ts";
import { findOtherYears } from "../../shared/other-years.ts";
import { gridOf, SINGLE_AMOUNT } from "../builders.ts";
import { versionOf } from "./build.ts";

describe("a line item's section", () => {
  const LONG = "Nhóm dự án ứng dụng CNTT phục vụ người dân và doanh nghiệp";
  const CASES: readonly (readonly [string, readonly (readonly [string, string])[], string])[] = [
    ["none", [], ""],
    ["one", [["I", "Hạ tầng"]], "I. Hạ tầng"],
    [
      "two",
      [
        ["I", "Hạ tầng"],
        ["3", "Cổng dịch vụ công"],
      ],
      "I. Hạ tầng › 3. Cổng dịch vụ công",
    ],
    [
      "three: the outermost and its own",
      [
        ["I", "Hạ tầng"],
        ["1", "Mạng"],
        ["1.1", "Mạng cục bộ"],
      ],
      "I. Hạ tầng › 1.1. Mạng cục bộ",
    ],
    [
      "two that are long together: its own",
      [
        ["III", LONG],
        ["2", "Phần mềm"],
      ],
      "2. Phần mềm",
    ],
    ["a long one in full", [["III", LONG]], `III. ${LONG}`],
  ];
  for (const [name, sections, text] of CASES) {
    it(name, () => {
      assert.equal(sectionOf(sections.map(([number, title]) => ({ number, name: title }))), text);
    });
  }
});

describe("appendices of other years", () => {
  const CASES: readonly (readonly [string, number, number, boolean])[] = [
    ["the years asked for", 2021, 2025, false],
    ["a year of them", 2023, 2023, false],
    ["years that meet them", 2025, 2030, false],
    ["later ones", 2026, 2030, true],
    ["earlier ones", 2016, 2020, true],
  ];
  for (const [name, fromYear, toYear, isOther] of CASES) {
    it(`2021-2025 for ${name}`, () => {
      const { appendices, plan } = versionOf("a", [gridOf(SINGLE_AMOUNT)]);
      assert.deepEqual(findOtherYears(appendices, plan, { fromYear, toYear }), isOther ? ["Phụ lục"] : []);
    });
  }
});
