import { figureCell, type AppendixRow } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { findWrongRatios, type WrongRatio } from "../sums/ratios.ts";
import { cellKey, type SumFaults } from "../sums/sum-faults.ts";
import { rowLabel } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

/** A count that its column's sum already shows wrong makes its ratios wrong too; they are not told again. */
export const ratioMismatch = defineRule({
  id: "ratio-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Tỷ lệ bằng hai số chia nhau", en: "A ratio is its two figures divided" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: tỷ lệ ở ô {cell} ghi {printed}, nhưng {of} / {per} = {value}. Xin sửa tỷ lệ hoặc hai số liệu.",
      en: "{row}: the ratio in {cell} says {printed}, but {of} / {per} = {value}. Please correct the ratio or the figures.",
    },
    shared: {
      vi: "{row}: các tỷ lệ ở ô {ratios} đều không khớp với số {count} ở ô {cell}. Xin kiểm tra ô {cell} trước.",
      en: "{row}: the ratios in {ratios} all disagree with the {count} in {cell}. Please check {cell} first.",
    },
  },
  find: ({ appendix, sums }, found) => {
    if (!appendix.figureColumns.some(({ holds }) => holds.type === "ratio")) return [];
    return appendix.rows.flatMap((row, index) => {
      const wrong = findWrongRatios(appendix, row).filter((ratio) => !isTold(sums, index, ratio));
      const shared = sharedColumn(wrong);
      if (shared !== null) {
        const cell = figureCell(appendix, row, shared);
        const ratios = wrong.map(({ column }) => figureCell(appendix, row, column));
        const facts = { row: rowLabel(row), cell, ratios, count: row.figures[shared] ?? 0 };
        return [found("shared", { cells: [cell, ...ratios], facts })];
      }
      return wrong.map((ratio) => {
        const cell = figureCell(appendix, row, ratio.column);
        const { printed, of, per, value } = ratio;
        const fix = { kind: "set-value", safe: false, edits: [{ cell, was: printed, value }] } as const;
        return found("standard", { cells: [cell], facts: { row: rowLabel(row), cell, printed, of, per, value }, fix });
      });
    });
  },
});

const isTold = (sums: SumFaults, row: number, { ofColumn, perColumn }: WrongRatio): boolean =>
  [ofColumn, perColumn].some((column) => sums.implicated.has(cellKey(sums.residuals.appendix, { row, column })));

/** The count that all of several wrong ratios have in common. */
function sharedColumn(wrong: readonly WrongRatio[]): AppendixRow["figures"]["length"] | null {
  const [first, ...others] = wrong;
  if (!first || others.length === 0) return null;
  const columns = [first.ofColumn, first.perColumn];
  return (
    columns.find((column) => others.every(({ ofColumn, perColumn }) => ofColumn === column || perColumn === column)) ??
    null
  );
}
