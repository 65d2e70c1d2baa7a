import { defineRule } from "../rule.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const repeatedColumn = defineRule({
  id: "repeated-column",
  severity: "error",
  status: "trusted",
  checks: { vi: "Mỗi cột chỉ có một lần", en: "Each column stands once" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "Hai cột có cùng nội dung “{header}” (ô {cells}). Xin xóa cột thừa hoặc sửa tên cột.",
      en: "Two columns hold the same, “{header}” (cells {cells}). Please delete one or correct its heading.",
    },
  },
});
