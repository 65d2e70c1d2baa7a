import { readNumberWords } from "../number-words.ts";
import { defineRule } from "../rule.ts";
import { PLAN_TEXT } from "./sources.ts";

export const planWordsMismatch = defineRule({
  id: "plan-words-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Số tiền bằng số khớp số tiền bằng chữ", en: "Amounts in figures agree with the words" },
  source: PLAN_TEXT,
  fix: "explain",
  says: {
    standard: {
      vi: "“{label}”: phần bằng số là {figuresDong}, phần bằng chữ là {spelledDong} (“{words}”). Xin sửa ô {cell} hoặc {wordsCell}.",
      en: "“{label}”: the figures say {figuresDong}, the words {spelledDong} (“{words}”). Please correct {cell} or {wordsCell}.",
    },
    unreadable: {
      severity: "warning",
      vi: "“{label}”: không đọc được số tiền bằng chữ “{words}” ở ô {cells}. Xin viết lại cho rõ.",
      en: "“{label}”: the amount in words, “{words}” in {cells}, can't be read. Please write it clearly.",
    },
  },
  findInPlan: (plan, _subjects, found) =>
    plan.amounts.flatMap(({ label, cell, dong, words, wordsCell }) => {
      if (words === null || wordsCell === null) return [];
      const wordsDong = readNumberWords(words);
      if (wordsDong === null) return [found("unreadable", { cells: [wordsCell], facts: { label, words } })];
      if (dong === null || wordsDong === dong) return [];
      const facts = { label, figuresDong: dong, spelledDong: wordsDong, words, cell, wordsCell, unit: "dong" };
      return [found("standard", { cells: [cell, wordsCell], facts })];
    }),
});
