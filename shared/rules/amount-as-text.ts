import { defineRule } from "../rule.ts";
import { WRITING_FIGURES } from "./sources.ts";

/** Excel leaves text out of every SUM. */
export const amountAsText = defineRule({
  id: "amount-as-text",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Số liệu phải là số, không phải chữ", en: "Figures are numbers, not text" },
  source: WRITING_FIGURES,
  fix: "safe",
  says: {
    standard: {
      vi: "{count} ô ghi số dưới dạng chữ (ví dụ “{text}”), Excel không cộng được. Xin đổi thành số.",
      en: "{count} cells hold figures as text (such as “{text}”), which Excel does not add up. Please turn them into numbers.",
    },
  },
});
