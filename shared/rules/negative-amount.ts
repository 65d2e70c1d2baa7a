import { figureCell } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { cellKey } from "../sums/sum-faults.ts";
import { figureFacts, rowLabel } from "../sums/tell.ts";
import { FORM_COLUMNS } from "./sources.ts";

/** A sign that breaks a sum is told there, with the figure that mends it. */
export const negativeAmount = defineRule({
  id: "negative-amount",
  severity: "error",
  status: "trusted",
  checks: { vi: "Số liệu không âm", en: "Figures are not negative" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: ô {cells} có số âm {printed}. Kế hoạch không có số âm, xin kiểm tra lại.",
      en: "{row}: {cells} holds the negative figure {printed}. A plan has none; please check it.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const negative = appendix.rows.filter(
      (row) => row.kind === "lineItem" && row.figures.some((value) => value !== null && value < 0),
    );
    return negative.flatMap((row) =>
      row.figures.flatMap((value, column) => {
        const cell = { row: appendix.rows.indexOf(row), column };
        if (value === null || value >= 0 || sums.implicated.has(cellKey(appendix, cell))) return [];
        const facts = { row: rowLabel(row), ...figureFacts(appendix, { printed: value }) };
        return [found("standard", { cells: [figureCell(appendix, row, column)], facts })];
      }),
    );
  },
});
