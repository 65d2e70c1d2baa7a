import { textCell, type Appendix } from "../appendix.ts";
import type { Fix } from "../finding.ts";
import { findNumberBreaks, printLike, type NumberGap } from "../numbering-breaks.ts";
import { readItemNumber } from "../reading/numbering.ts";
import { defineRule } from "../rule.ts";
import { missingNumber } from "../sums/tell.ts";
import { NUMBERING } from "./sources.ts";

/** A gap where a total is larger than its rows is told there: a row has probably been deleted. */
export const numberGap = defineRule({
  id: "number-gap",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Số thứ tự liên tục", en: "Item numbers have no gaps" },
  source: NUMBERING,
  fix: "choose",
  says: {
    standard: {
      vi: "Số thứ tự nhảy từ {previous} sang {number} (ô {cells}), thiếu số {missing}. Xin đánh số lại hoặc kiểm tra dòng bị thiếu.",
      en: "The numbers jump from {previous} to {number} ({cells}); {missing} is not there. Please renumber, or look for a lost row.",
    },
    start: {
      vi: "Số thứ tự bắt đầu từ {number} (ô {cells}), thiếu số {missing}. Xin đánh số lại hoặc kiểm tra dòng bị thiếu.",
      en: "The numbers begin at {number} ({cells}); {missing} is not there. Please renumber, or look for a lost row.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const told = new Set(sums.faults.map((fault) => missingNumber(sums, fault)));
    return findNumberBreaks(appendix)
      .gaps.filter((gap) => !told.has(gap))
      .map((gap) => {
        const line = appendix.rows[gap.row];
        const cell = line ? (textCell(appendix, line, "number") ?? "") : "";
        const facts = { previous: gap.previous, number: gap.number, missing: gap.missing };
        return found(gap.previous === "" ? "start" : "standard", { cells: [cell], facts, fix: renumber(appendix, gap) });
      });
  },
});

/** Moves the numbers after the gap, in the same section, one after the other. */
function renumber(appendix: Appendix, gap: NumberGap): Fix | null {
  const line = appendix.rows[gap.row];
  const first = line ? readItemNumber(gap.missing) : null;
  if (!line || !first) return null;
  let next = first.parts[first.parts.length - 1] ?? 1;
  const edits = appendix.rows.slice(gap.row).flatMap((row) => {
    const number = readItemNumber(row.number);
    const isNext = row.parent === line.parent && number?.style === first.style && number.parts.length === first.parts.length;
    if (!isNext || row.kind === "grandTotal") return [];
    return [{ cell: textCell(appendix, row, "number") ?? "", was: row.number, value: printLike(number, next++) }];
  });
  return { kind: "renumber", safe: false, edits };
}
