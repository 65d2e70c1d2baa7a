import { defineRule } from "../rule.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const formulaError = defineRule({
  id: "formula-error",
  severity: "error",
  status: "trusted",
  checks: { vi: "Công thức cho ra kết quả", en: "Formulas give a result" },
  source: FORM_ARITHMETIC,
  fix: "explain",
  says: {
    standard: {
      vi: "Công thức ở ô {cells} báo lỗi {text}. Xin sửa công thức hoặc nhập lại số.",
      en: "The formula in {cells} gives {text}. Please mend the formula or type the figure.",
    },
    noResult: {
      severity: "warning",
      vi: "Công thức ở ô {cells} chưa có kết quả trong tệp. Xin mở tệp bằng Excel, lưu lại rồi kiểm tra.",
      en: "The formula in {cells} has no result in the file. Please open it in Excel, save it and check again.",
    },
  },
});
