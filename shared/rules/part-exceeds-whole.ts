import { figureCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { cellKey } from "../sums/sum-faults.ts";
import { rowLabel } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

/** The parts may overlap, so they need not add up; but none can be larger than the whole. */
export const partExceedsWhole = defineRule({
  id: "part-exceeds-whole",
  severity: "error",
  status: "trusted",
  checks: { vi: "Số chi tiết không vượt tổng số", en: "No part is larger than the whole" },
  source: FORM_ARITHMETIC,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: “{partHeader}” là {part} (ô {cell}), lớn hơn “{wholeHeader}” là {whole} (ô {wholeCell}). Xin kiểm tra lại.",
      en: "{row}: “{partHeader}” is {part} ({cell}), more than “{wholeHeader}”, {whole} ({wholeCell}). Please check them.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const columns = appendix.figureColumns;
    const wholeOf = (measure: string): number =>
      columns.findIndex(({ holds }) => holds.type === "count" && holds.measure === measure);
    return columns.flatMap(({ holds, header }, column) => {
      const whole = holds.type === "count" && holds.within !== null ? wholeOf(holds.within) : -1;
      if (whole < 0) return [];
      return appendix.rows.flatMap((row, index) => {
        if ([column, whole].some((told) => sums.implicated.has(cellKey(appendix, { row: index, column: told }))))
          return [];
        const part = row.figures[column] ?? null;
        const all = row.figures[whole] ?? null;
        if (row.kind === "grandTotal" || part === null || all === null || part <= all) return [];
        if (isToldBefore(appendix, row, { column, whole })) return [];
        const cell = figureCell(appendix, row, column);
        const wholeCell = figureCell(appendix, row, whole);
        const facts = {
          row: rowLabel(row),
          part,
          whole: all,
          cell,
          wholeCell,
          partHeader: header,
          wholeHeader: columns[whole]?.header ?? "",
        };
        return [found("standard", { cells: [cell, wholeCell], facts })];
      });
    });
  },
});

/** A whole that is too small for several parts is told with the first of them. */
function isToldBefore(
  appendix: Appendix,
  row: AppendixRow,
  { column, whole }: { column: number; whole: number },
): boolean {
  const within = appendix.figureColumns[column]?.holds;
  return appendix.figureColumns.slice(0, column).some(({ holds }, index) => {
    const isSibling = holds.type === "count" && within?.type === "count" && holds.within === within.within;
    return isSibling && (row.figures[index] ?? 0) > (row.figures[whole] ?? 0);
  });
}
