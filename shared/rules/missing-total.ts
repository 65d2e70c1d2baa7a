import { hasFigures, isMoney } from "../appendix.ts";
import type { Finding } from "../finding.ts";
import { defineRule, type Found } from "../rule.ts";
import type { SumFaults } from "../sums/sum-faults.ts";
import { addressOf, figureFacts, rowLabel, setCell } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

type Variant = "standard" | "scope" | "row";

export const missingTotal = defineRule<Variant>({
  id: "missing-total",
  severity: "error",
  status: "trusted",
  checks: { vi: "Bảng và các mục có tổng", en: "The table and its sections have totals" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: ô tổng {cells} để trống, giá trị đúng là {sum}.",
      en: "{row}: the total in {cells} is blank; it should be {sum}.",
    },
    scope: {
      severity: "warning",
      vi: "Dòng tổng cộng không có số ở ô {cells}; các dòng cộng lại {sum}. Xin bổ sung.",
      en: "The grand total has no figure in {cells}; the rows add up to {sum}. Please add it.",
    },
    row: {
      severity: "warning",
      vi: "Bảng không có dòng tổng cộng. Xin thêm dòng tổng cộng.",
      en: "The table has no grand total. Please add one.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const blanks = findBlanks(sums, found);
    const first = appendix.figureColumns[0];
    if (!first || !isMoney(appendix) || sums.residuals.grandTotals.length > 0) return blanks;
    const leaves = appendix.rows.filter((row) => row.kind === "lineItem" && hasFigures(row));
    return leaves.length > 1 ? [...blanks, found("row", { cells: [first.headerCell] })] : blanks;
  },
});

/** Each blank total with the figure it should show. */
function findBlanks(sums: SumFaults, found: Found<Variant>): Finding[] {
  const { appendix, blankTotals } = sums.residuals;
  return [...blankTotals.values()].map((blank) => {
    const edit = setCell(appendix, blank, blank.sum);
    const facts = { row: rowLabel(appendix.rows[blank.row]), ...figureFacts(appendix, { sum: blank.sum }) };
    return found(blank.isWholeBundle ? "scope" : "standard", {
      cells: [addressOf(appendix, blank)],
      facts,
      fix: { kind: "set-value", safe: false, edits: [edit] },
    });
  });
}
