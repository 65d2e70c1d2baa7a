import { defineRule } from "../rule.ts";
import { cellKey } from "../sums/sum-faults.ts";
import { sumFormulas } from "../sums/ranges.ts";
import { setCell } from "../sums/tell.ts";
import type { Edit } from "../finding.ts";
import type { SumFaults } from "../sums/sum-faults.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

/** A typed total is right only until a row changes. */
export const typedTotal = defineRule({
  id: "typed-total",
  severity: "info",
  status: "trusted",
  checks: { vi: "Ô tổng là công thức", en: "Totals are formulas" },
  source: FORM_ARITHMETIC,
  fix: "safe",
  says: {
    standard: {
      vi: "{count} ô tổng được nhập số trực tiếp, hiện vẫn đúng. Xin thay bằng công thức để khi thêm bớt dòng, tổng tự tính lại.",
      en: "{count} totals are typed, and right as yet. Formulas would keep them right when rows change.",
    },
  },
  find: ({ sums }, found) => {
    const edits = findTyped(sums);
    const cells = edits.map(({ cell }) => cell);
    return edits.length === 0
      ? []
      : [found("standard", { cells, facts: { count: cells.length }, fix: { kind: "set-formula", safe: true, edits } })];
  },
});

function findTyped(sums: SumFaults): Edit[] {
  const { appendix, down, grandTotals, statedBy } = sums.residuals;
  const edits: Edit[] = [];
  appendix.rows.forEach((_, of) => {
    if (isNothingBelow(sums, of)) return;
    const row = grandTotals.includes(of) ? of : (statedBy[of] ?? -1);
    const line = appendix.rows[row];
    if (!line) return;
    const formulaOf = sumFormulas(sums.residuals, of);
    down.forEach((residuals, column) => {
      const cell = { row, column };
      const isRight = residuals[of] === 0 && (line.figures[column] ?? 0) !== 0;
      if (!isRight || (line.formulas?.[column] ?? null) !== null || sums.implicated.has(cellKey(appendix, cell)))
        return;
      const formula = formulaOf(column);
      const { cell: address, was } = setCell(appendix, cell, line.figures[column] ?? 0);
      if (formula !== null) edits.push({ cell: address, was, formula });
    });
  });
  return edits;
}

const isNothingBelow = ({ residuals }: SumFaults, of: number): boolean =>
  residuals.children[of]?.length === 0 && !residuals.grandTotals.includes(of);
