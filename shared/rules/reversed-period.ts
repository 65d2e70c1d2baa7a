import { defineRule } from "../rule.ts";
import { periodPlace, timedRows } from "./periods.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const reversedPeriod = defineRule({
  id: "reversed-period",
  severity: "error",
  status: "trusted",
  checks: { vi: "Thời gian kết thúc sau thời gian bắt đầu", en: "A period ends after it begins" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "{row}: thời gian “{text}” ở ô {cells} kết thúc trước khi bắt đầu. Xin sửa lại.",
      en: "{row}: the period “{text}” in {cells} ends before it begins. Please correct it.",
    },
  },
  find: ({ appendix }, found) =>
    timedRows(appendix, ({ period }) => period.isReversed).map((row) => found("standard", periodPlace(appendix, row))),
});
