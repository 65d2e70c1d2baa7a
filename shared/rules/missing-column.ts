import { defineRule } from "../rule.ts";
import { FORM_COLUMNS } from "./sources.ts";

export const missingColumn = defineRule({
  id: "missing-column",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Bảng có đủ các cột của biểu mẫu", en: "The table has the columns of its form" },
  source: FORM_COLUMNS,
  fix: "explain",
  says: {
    standard: {
      vi: "Bảng thiếu cột “{columnVi}” của biểu mẫu. Xin thêm cột; nếu bảng đã có cột này, xin sửa tên cột cho đúng.",
      en: "The table lacks the form's column “{columnEn}”. Please add it, or correct its heading if it is there.",
    },
  },
});
