import { defineRule } from "../rule.ts";
import { MONEY_UNIT } from "./sources.ts";

export const unitContradictsPlan = defineRule({
  id: "unit-contradicts-plan",
  severity: "error",
  status: "trusted",
  checks: { vi: "Đơn vị tính khớp với kế hoạch", en: "The unit agrees with the plan" },
  source: MONEY_UNIT,
  fix: "choose",
  says: {
    standard: {
      vi: "Bảng ghi đơn vị “{statedUnit}”, nhưng số liệu chỉ khớp tổng {planDong} của kế hoạch khi tính theo “{agreesUnit}”. Xin sửa dòng đơn vị tính.",
      en: "The sheet states “{statedUnit}”, but its figures agree with the plan's {planDong} only as “{agreesUnit}”. Please correct the unit line.",
    },
  },
});
