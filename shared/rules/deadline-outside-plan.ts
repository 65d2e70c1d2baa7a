import { defineRule } from "../rule.ts";
import { printYears } from "../period.ts";
import { periodPlace, planYears, timedRows } from "./periods.ts";
import { PLAN_YEARS } from "./sources.ts";

export const deadlineOutsidePlan = defineRule({
  id: "deadline-outside-plan",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Thời hạn của chỉ tiêu nằm trong kế hoạch", en: "Targets are due within the plan" },
  source: PLAN_YEARS,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: thời hạn “{text}” (ô {cells}) nằm ngoài kế hoạch {planYears}. Xin kiểm tra lại.",
      en: "{row}: the deadline “{text}” ({cells}) lies outside the plan for {planYears}. Please check it.",
    },
  },
  find: ({ appendix, plan }, found) => {
    const years = planYears(appendix, plan);
    if (!years || appendix.form !== "targets") return [];
    return timedRows(
      appendix,
      ({ period }) => !period.isReversed && (period.to < years.from || period.from > years.to),
    ).map((row) => {
      const { cells, facts } = periodPlace(appendix, row);
      return found("standard", { cells, facts: { ...facts, planYears: printYears(years) } });
    });
  },
});
