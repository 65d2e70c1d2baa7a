import { defineRule } from "../rule.ts";
import { findMissingText } from "./missing-text.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const missingLeadAgency = defineRule({
  id: "missing-lead-agency",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Nhiệm vụ nào cũng có đơn vị chủ trì", en: "Every item has a lead agency" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "{count} dòng chưa ghi đơn vị chủ trì: {cells}. Xin bổ sung.",
      en: "{count} rows have no lead agency: {cells}. Please add it.",
    },
  },
  find: ({ appendix }, found) => findMissingText(appendix, "leadAgency").map((place) => found("standard", place)),
});
