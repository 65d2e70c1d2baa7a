import { defineRule } from "../rule.ts";
import { FORM_COLUMNS } from "./sources.ts";

/** Told for a sheet with a numbered table whose header is of no form; a cover page or a note is simply no appendix. */
export const unknownForm = defineRule({
  id: "unknown-form",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Bảng thuộc một biểu mẫu đã biết", en: "A table is of a known form" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "Bảng ở trang “{sheet}” không giống biểu mẫu nào đã biết nên chưa được kiểm tra. Các cột: {headers}.",
      en: "The table on sheet “{sheet}” is of no known form and was not checked. Its columns: {headers}.",
    },
  },
});
