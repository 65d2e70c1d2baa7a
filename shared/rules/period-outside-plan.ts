import { isMoney } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { printYears } from "../period.ts";
import { rowLabel } from "../sums/tell.ts";
import { continuityOf, planYears, timedRows } from "./periods.ts";
import { PLAN_YEARS } from "./sources.ts";

/**
 * An item wholly outside the plan's years has no place in it. One that begins before a plan of several years is worth a
 * look unless it is carried over; a plan for one year lists running projects as a matter of course.
 */
export const periodOutsidePlan = defineRule({
  id: "period-outside-plan",
  severity: "error",
  status: "trusted",
  checks: { vi: "Thời gian thực hiện nằm trong giai đoạn kế hoạch", en: "Periods lie in the plan's years" },
  source: PLAN_YEARS,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: thời gian “{text}” (ô {cells}) nằm ngoài kế hoạch {planYears}. Xin kiểm tra thời gian hoặc bỏ dòng này.",
      en: "{row}: the period “{text}” ({cells}) lies outside the plan for {planYears}. Please check it, or take the row out.",
    },
    startsBefore: {
      severity: "warning",
      vi: "{row}: thời gian “{text}” (ô {cells}) bắt đầu trước kế hoạch {planYears}. Xin kiểm tra, hoặc ghi rõ là chuyển tiếp.",
      en: "{row}: the period “{text}” ({cells}) begins before the plan for {planYears}. Please check it, or mark it as carried over.",
    },
  },
  find: ({ appendix, plan }, found) => {
    const years = planYears(appendix, plan);
    if (!years || !isMoney(appendix) || appendix.form === "disbursement-review" || appendix.form === "project-status") return [];
    const from = Math.min(years.from, appendix.phase?.from ?? years.from);
    const isLong = years.to - years.from > 12;
    return timedRows(appendix).flatMap(({ row, period, cell, text }) => {
      if (period.isReversed) return [];
      const facts = { row: rowLabel(row), text, planYears: printYears({ from, to: years.to }) };
      if (period.to < from || period.from > years.to) return [found("standard", { cells: [cell], facts })];
      const isEarly = isLong && period.from < from && continuityOf(appendix, row) === null;
      return isEarly ? [found("startsBefore", { cells: [cell], facts })] : [];
    });
  },
});
