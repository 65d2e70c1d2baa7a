import { isMoney } from "../appendix.ts";
import type { Finding } from "../finding.ts";
import { defineRule } from "../rule.ts";
import { printYears } from "../period.ts";
import { type TimedRow, continuityOf, periodPlace, planYears, timedRows } from "./periods.ts";
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
    if (!years || !isMoney(appendix) || appendix.form === "disbursement-review" || appendix.form === "project-status")
      return [];
    const from = Math.min(years.from, appendix.phase?.from ?? years.from);
    const isLong = years.to - years.from > 12;
    const tell = (row: TimedRow, variant: "standard" | "startsBefore"): Finding => {
      const { cells, facts } = periodPlace(appendix, row);
      return found(variant, { cells, facts: { ...facts, planYears: printYears({ from, to: years.to }) } });
    };
    const rows = timedRows(
      appendix,
      ({ period }) => !period.isReversed && (period.from < from || period.from > years.to),
    );
    return rows.flatMap((row) => {
      if (row.period.to < from || row.period.from > years.to) return [tell(row, "standard")];
      return isLong && continuityOf(appendix, row) === null ? [tell(row, "startsBefore")] : [];
    });
  },
});
