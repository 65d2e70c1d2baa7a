import { defineRule } from "../rule.ts";
import { findMissingText } from "./missing-text.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const missingPeriod = defineRule({
  id: "missing-period",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Nhiệm vụ nào cũng có thời gian thực hiện", en: "Every item has a period" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "{count} dòng chưa ghi thời gian thực hiện: {cells}. Xin bổ sung.",
      en: "{count} rows have no period: {cells}. Please add it.",
    },
  },
  find: ({ appendix }, found) => findMissingText(appendix, "period").map((place) => found("standard", place)),
});
