import { textColumn } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { printYears } from "../period.ts";
import { continuityOf, periodPlace, planYears, timedRows } from "./periods.ts";
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
    if (!years || !textColumn(appendix, "continuity")) return [];
    return timedRows(
      appendix,
      (row) =>
        !row.period.isReversed &&
        row.period.from < years.from &&
        row.period.to >= years.from &&
        continuityOf(appendix, row) === "new",
    ).map((row) => {
      const { cells, facts } = periodPlace(appendix, row);
      return found("standard", { cells, facts: { ...facts, planYears: printYears(years) } });
    });
  },
});
