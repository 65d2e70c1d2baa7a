import { defineRule } from "../rule.ts";
import { MONEY_UNIT } from "./sources.ts";

export const unitNotStated = defineRule({
  id: "unit-not-stated",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Bảng ghi đơn vị tính", en: "The sheet states its unit" },
  source: MONEY_UNIT,
  fix: "choose",
  says: {
    inferred: {
      vi: "Bảng không ghi đơn vị tính. Số liệu khớp tổng {planDong} của kế hoạch khi tính theo {inferredUnit}. Xin ghi rõ “Đơn vị tính: {inferredUnit}”.",
      en: "The sheet states no unit. Its figures agree with the plan's {planDong} as {inferredUnit}. Please state the unit.",
    },
    ofForm: {
      vi: "Bảng không ghi đơn vị tính; tạm tính theo {inferredUnit} như biểu mẫu. Xin ghi rõ đơn vị tính.",
      en: "The sheet states no unit; by its form it is taken as {inferredUnit}. Please state the unit.",
    },
    unknown: {
      severity: "ask",
      vi: "Bảng không ghi đơn vị tính và không có căn cứ để suy ra. Xin chọn đơn vị tính.",
      en: "The sheet states no unit and nothing tells it. Please choose the unit.",
    },
  },
});
