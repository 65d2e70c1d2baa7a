import { defineRule } from "../rule.ts";
import { MONEY_UNIT } from "./sources.ts";

/** Money is whole đồng; a fraction mostly comes from a division in a formula. */
export const fractionalDong = defineRule({
  id: "fractional-dong",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Số tiền tròn đến đồng", en: "Amounts are whole đồng" },
  source: MONEY_UNIT,
  fix: "explain",
  says: {
    standard: {
      vi: "Số tiền “{text}” ở ô {cells} lẻ dưới một đồng. Xin làm tròn đến đồng.",
      en: "The amount “{text}” in {cells} has a fraction of a đồng. Please round it to whole đồng.",
    },
  },
});
