import { figureCell } from "../appendix.ts";
import { guardedAs } from "../guarded-sum.ts";
import { defineRule } from "../rule.ts";
import { addressOf, figureFacts, rowLabel } from "../sums/tell.ts";
import { sumFormula } from "../sums/ranges.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

/** Rows added at the edge of a SUM's range are not in it: the commonest way a total goes wrong in Excel. */
export const sumRangeIncomplete = defineRule({
  id: "sum-range-incomplete",
  severity: "error",
  status: "trusted",
  checks: { vi: "Công thức tổng cộng đủ các dòng, mỗi dòng một lần", en: "A total's formula adds every row once" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    missed: {
      vi: "Công thức ={formula} ở ô {cell} bỏ sót {missed}, tức là thiếu {difference}. Xin sửa công thức.",
      en: "The formula ={formula} in {cell} leaves out {missed}, which is {difference}. Please mend it.",
    },
    doubled: {
      vi: "Công thức ={formula} ở ô {cell} cộng hai lần {doubled}, tức là thừa {difference}. Xin sửa công thức.",
      en: "The formula ={formula} in {cell} adds {doubled} twice, which is {difference} too much. Please mend it.",
    },
  },
  find: ({ sums }, found) => {
    const { appendix, effective } = sums.residuals;
    return sums.ranges.map((range) => {
      const row = appendix.rows[range.row];
      const cell = row ? figureCell(appendix, row, range.column) : "";
      const wrong = range.missed.length > 0 ? range.missed : range.doubled;
      const cells = wrong.map((index) => addressOf(appendix, { row: index, column: range.column }));
      const difference = wrong.reduce((sum, index) => sum + (effective[range.column]?.[index] ?? 0), 0);
      const formula = sumFormula(sums.residuals, range.of, range.column);
      const fix =
        formula === null
          ? null
          : ({
              kind: "set-formula",
              safe: false,
              edits: [{ cell, was: `=${range.formula}`, formula: guardedAs(range.formula, formula) }],
            } as const);
      const facts = {
        row: rowLabel(row),
        cell,
        formula: range.formula,
        ...figureFacts(appendix, { difference: Math.abs(difference) }),
      };
      return range.missed.length > 0
        ? found("missed", { cells: [cell], facts: { ...facts, missed: cells }, fix })
        : found("doubled", { cells: [cell], facts: { ...facts, doubled: cells }, fix });
    });
  },
});
