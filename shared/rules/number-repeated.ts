import { textCell } from "../appendix.ts";
import { findNumberBreaks } from "../numbering-breaks.ts";
import { defineRule } from "../rule.ts";
import { foldWords } from "../text.ts";
import { NUMBERING } from "./sources.ts";

/** A row that stands twice, name and all, is `duplicate-line-item`. */
export const numberRepeated = defineRule({
  id: "number-repeated",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Số thứ tự không trùng", en: "Item numbers are not repeated" },
  source: NUMBERING,
  fix: "explain",
  says: {
    standard: {
      vi: "Số thứ tự {number} có hai lần, ở ô {first} và {cell}. Xin đánh số lại.",
      en: "The number {number} stands twice, in {first} and {cell}. Please renumber.",
    },
  },
  find: ({ appendix }, found) =>
    findNumberBreaks(appendix).repeats.flatMap((repeat) => {
      const line = appendix.rows[repeat.row];
      const first = appendix.rows[repeat.first];
      if (!line || !first || foldWords(line.name) === foldWords(first.name)) return [];
      const cell = textCell(appendix, line, "number") ?? "";
      const facts = { number: repeat.number, cell, first: textCell(appendix, first, "number") ?? "" };
      return [found("standard", { cells: [cell], facts })];
    }),
});
