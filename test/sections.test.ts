import assert from "node:assert/strict";
import { sectionsOf, sectionText, type SectionLabel } from "../shared/sections.ts";
import { check, gridOf, PHASE_YEAR, phaseYearGrid, type Value } from "./builders.ts";

describe("sections", () => {
  const TEXTS: readonly (readonly [string, readonly (readonly [string, string])[], string])[] = [
    ["none", [], ""],
    ["one", [["I", "Hạ tầng"]], "I. Hạ tầng"],
    [
      "the outermost first",
      [
        ["I", "Hạ tầng"],
        ["3", "Cổng dịch vụ công"],
      ],
      "I. Hạ tầng › 3. Cổng dịch vụ công",
    ],
    ["one without a number", [["", "Các sở, ngành"]], "Các sở, ngành"],
    [
      "a dash is no number",
      [
        ["1", "Mạng"],
        ["-", "Phần cứng"],
      ],
      "1. Mạng › Phần cứng",
    ],
    ["one without a name", [["II", ""]], "II"],
  ];
  for (const [name, labels, text] of TEXTS) {
    it(`${name}: “${text}”`, () => {
      assert.equal(sectionText(labels.map(([number, title]): SectionLabel => ({ number, name: title }))), text);
    });
  }

  const DEEP: Value[][] = [
    ...PHASE_YEAR.slice(0, 7).map((row) => [...row]),
    ["-", "Phần cứng của mạng", null, null, 4000],
    ...PHASE_YEAR.slice(7).map((row) => [...row]),
  ];
  const LINES: readonly (readonly [string, string, string])[] = [
    ["a section stands in none", "Hạ tầng kỹ thuật", ""],
    ["a part stands in its item, which stands in its section", "Phần cứng của mạng", "I. Hạ tầng kỹ thuật › 1. "],
  ];
  for (const [name, line, start] of LINES) {
    it(name, () => {
      const [sheet] = check(gridOf(DEEP)).sheets;
      const appendix = sheet?.appendix;
      const row = appendix?.rows.find((one) => one.name === line);
      assert.ok(appendix && row);
      const text = sectionText(sectionsOf(appendix, row));
      assert.ok(text.startsWith(start) && (start !== "" || text === ""), text);
    });
  }

  it("of every row are its parents, none twice", () => {
    const [sheet] = check(phaseYearGrid()).sheets;
    for (const row of sheet?.appendix?.rows ?? []) {
      const sections = sectionsOf(sheet?.appendix ?? { rows: [] }, row);
      assert.equal(new Set(sections).size, sections.length);
      assert.equal(sections.length, row.parent < 0 ? 0 : 1, row.name);
    }
  });
});
