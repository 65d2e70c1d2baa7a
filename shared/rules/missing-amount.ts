import { figureCell, hasFigures, isMoney, textCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { formById } from "../forms/index.ts";
import { defineRule } from "../rule.ts";
import type { SumFaults } from "../sums/sum-faults.ts";
import { rowLabel } from "../sums/tell.ts";
import { itemOf } from "./missing-text.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const missingAmount = defineRule({
  id: "missing-amount",
  severity: "warning",
  status: "trusted",
  checks: {
    vi: "Nhiệm vụ nào cũng có kinh phí, đơn vị nào cũng có số liệu",
    en: "Every item has money, every organisation its figures",
  },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "{count} dòng chưa có kinh phí: {cells}. Xin bổ sung, hoặc ghi rõ lý do ở cột Ghi chú.",
      en: "{count} rows have no money: {cells}. Please add it, or say why in the notes.",
    },
    whole: {
      vi: "{row}: ô {cells} (tổng số) để trống trong khi các cột chi tiết đã có số. Xin bổ sung.",
      en: "{row}: the total in {cells} is blank while its parts have figures. Please add it.",
    },
  },
  find: ({ appendix, sums }, found) => {
    if (!formById(appendix.form).asksFigures) return [];
    if (!isMoney(appendix))
      return findBlankWholes(appendix).map(({ row, cell }) =>
        found("whole", { cells: [cell], facts: { row: rowLabel(row) } }),
      );
    const filled = new Set<number>();
    for (const row of appendix.rows) if (hasFigures(row)) filled.add(row.parent);
    const blank = appendix.rows.filter((row) => isBlankItem(appendix, row, filled) && !isToldBySums(sums, row));
    const items = [...new Set(blank.map((row) => itemOf(appendix, row)))];
    const cells = items.map((row) => figureCell(appendix, row, 0));
    return items.length === 0 ? [] : [found("standard", { cells, facts: { count: items.length } })];
  },
});

/** Money may be given in one sum for the item above, or be explained in words. */
function isBlankItem(appendix: Appendix, row: AppendixRow, filled: ReadonlySet<number>): boolean {
  if (row.kind !== "lineItem" || hasFigures(row) || row.name === "" || textCell(appendix, row, "name") === null)
    return false;
  if (row.texts["note"] !== undefined || row.texts["amountWords"] !== undefined || row.unread.length > 0) return false;
  for (let line: AppendixRow | undefined = row; line; line = appendix.rows[line.parent]) {
    const isOneSum = line === row || !filled.has(appendix.rows.indexOf(line));
    if (isOneSum && hasFigures(line)) return false;
  }
  return true;
}

/** A blank that makes a total fail is told with the total. */
function isToldBySums({ faults, residuals }: SumFaults, row: AppendixRow): boolean {
  const index = residuals.appendix.rows.indexOf(row);
  return faults.some(({ suspect, leftOut }) => suspect?.row === index || leftOut === index);
}

function findBlankWholes(appendix: Appendix): { row: AppendixRow; cell: string }[] {
  const counts = appendix.figureColumns.map(({ holds }) => (holds.type === "count" ? holds : null));
  return counts.flatMap((whole, column) => {
    if (!whole || whole.within !== null) return [];
    const parts = counts.flatMap((part, index) => (part?.within === whole.measure ? [index] : []));
    const blank = appendix.rows.filter(
      (row) =>
        row.kind === "lineItem" && row.figures[column] === null && parts.some((part) => (row.figures[part] ?? 0) > 0),
    );
    return blank.map((row) => ({ row, cell: figureCell(appendix, row, column) }));
  });
}
