import { figureCell, isMoney, textCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { formById } from "../forms/index.ts";
import { defineRule } from "../rule.ts";
import { rowLabel } from "../sums/tell.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const missingAmount = defineRule({
  id: "missing-amount",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Nhiệm vụ nào cũng có kinh phí, đơn vị nào cũng có số liệu", en: "Every item has money, every organisation its figures" },
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
  find: ({ appendix }, found) => {
    if (!formById(appendix.form).asksFigures) return [];
    if (!isMoney(appendix)) return findBlankWholes(appendix).map(({ row, cell }) => found("whole", { cells: [cell], facts: { row: rowLabel(row) } }));
    const blank = appendix.rows.filter((row) => isBlankItem(appendix, row));
    const cells = blank.map((row) => figureCell(appendix, row, 0));
    return blank.length === 0 ? [] : [found("standard", { cells, facts: { count: blank.length } })];
  },
});

/** Money may be given in one sum for the item above, or be explained in words. */
function isBlankItem(appendix: Appendix, row: AppendixRow): boolean {
  if (row.kind !== "lineItem" || row.name === "" || textCell(appendix, row, "name") === null) return false;
  if (row.texts["note"] !== undefined || row.texts["amountWords"] !== undefined) return false;
  for (let line: AppendixRow | undefined = row; line; line = appendix.rows[line.parent]) {
    if (line.figures.some((value) => value !== null)) return false;
  }
  return true;
}

function findBlankWholes(appendix: Appendix): { row: AppendixRow; cell: string }[] {
  const wholes = appendix.figureColumns.flatMap(({ holds }, index) => (holds.type === "count" && holds.within === null ? [index] : []));
  const first = wholes[0];
  if (first === undefined) return [];
  return appendix.rows
    .filter((row) => row.kind === "lineItem" && row.figures[first] === null && row.figures.some((value) => (value ?? 0) > 0))
    .map((row) => ({ row, cell: figureCell(appendix, row, first) }));
}
