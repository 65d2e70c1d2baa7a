import { defineRule } from "../rule.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const unreadablePeriod = defineRule({
  id: "unreadable-period",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Thời gian thực hiện đọc được", en: "Periods can be read" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "Không đọc được thời gian “{text}” ở ô {cells}. Xin ghi theo dạng “2020”, “2020-2022” hoặc “Quý 4/2020”.",
      en: "The period “{text}” in {cells} can't be read. Please write “2020”, “2020-2022” or “Quý 4/2020”.",
    },
  },
});
