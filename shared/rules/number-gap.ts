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
    order: {
      vi: "Số thứ tự không theo thứ tự: sau {previous} là {number} (ô {cells}), còn số {missing} ở dưới. Xin xếp lại.",
      en: "The numbers are out of order: {number} ({cells}) follows {previous}, and {missing} stands below. Please put them in order.",
    },
    unnumbered: {
      vi: "Ô {cells} chưa có số thứ tự; theo thứ tự là {missing}.",
      en: "Cell {cells} has no item number; in order it is {missing}.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const told = new Set(sums.faults.map((fault) => missingNumber(sums, fault)));
    return findNumberBreaks(appendix)
      .gaps.filter((gap) => !told.has(gap))
      .map((gap) => {
        const cell = numberCell(appendix, gap.row);
        const facts = { previous: gap.previous, number: gap.number, missing: gap.missing };
        if (gap.isOutOfOrder) return found("order", { cells: [cell], facts });
        if (gap.unnumbered >= 0) {
          const blank = numberCell(appendix, gap.unnumbered);
          const fix = {
            kind: "set-value",
            safe: false,
            edits: [{ cell: blank, was: null, value: asCell(gap.missing) }],
          } as const;
          return found("unnumbered", { cells: [blank], facts, fix });
        }
        return found(gap.previous === "" ? "start" : "standard", {
          cells: [cell],
          facts,
          fix: renumber(appendix, gap),
        });
      });
  },
});

const numberCell = (appendix: Appendix, index: number): string => {
  const line = appendix.rows[index];
  return line ? (textCell(appendix, line, "number") ?? "") : "";
};

const asCell = (number: string): string | number => (/^\d+$/.test(number) ? Number(number) : number);

/** Moves the numbers after the gap, in the same section, one after the other. */
function renumber(appendix: Appendix, gap: NumberGap): Fix | null {
  const line = appendix.rows[gap.row];
  const first = line ? readItemNumber(gap.missing) : null;
  if (!line || !first) return null;
  let next = first.parts[first.parts.length - 1] ?? 1;
  const edits = appendix.rows.slice(gap.row).flatMap((row) => {
    const number = readItemNumber(row.number);
    const isNext =
      row.parent === line.parent && number?.style === first.style && number.parts.length === first.parts.length;
    if (!isNext || row.kind === "grandTotal") return [];
    return [
      {
        cell: textCell(appendix, row, "number") ?? "",
        was: asCell(row.number),
        value: asCell(printLike(number, next++)),
      },
    ];
  });
  return { kind: "renumber", safe: false, edits };
}
