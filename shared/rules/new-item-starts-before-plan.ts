import { defineRule } from "../rule.ts";
import { printYears } from "../period.ts";
import { rowLabel } from "../sums/tell.ts";
import { continuityOf, planYears, timedRows } from "./periods.ts";
import { PLAN_YEARS } from "./sources.ts";

export const newItemStartsBeforePlan = defineRule({
  id: "new-item-starts-before-plan",
  severity: "error",
  status: "trusted",
  checks: { vi: "Dự án mới không bắt đầu trước kế hoạch", en: "New items do not begin before the plan" },
  source: PLAN_YEARS,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: ghi là mới nhưng thời gian “{text}” (ô {cells}) bắt đầu trước kế hoạch {planYears}. Xin sửa thời gian, hoặc ghi là chuyển tiếp.",
      en: "{row}: it is marked new, but its period “{text}” ({cells}) begins before the plan for {planYears}. Please correct the period, or mark it as carried over.",
    },
  },
  find: ({ appendix, plan }, found) => {
    const years = planYears(appendix, plan);
    if (!years) return [];
    return timedRows(appendix)
      .filter(({ row, period }) => continuityOf(appendix, row) === "new" && period.from < years.from && period.to >= years.from)
      .map(({ row, cell, text }) => found("standard", { cells: [cell], facts: { row: rowLabel(row), text, planYears: printYears(years) } }));
  },
});
