import { defineRule } from "../rule.ts";
import { WRITING_FIGURES } from "./sources.ts";

/** "1.500" typed as text is 1500 or 1,5. Only asked where neither the other texts nor the sums tell. */
export const ambiguousAmount = defineRule({
  id: "ambiguous-amount",
  severity: "ask",
  status: "trusted",
  checks: {
    vi: "Số tiền dạng chữ chỉ hiểu được theo một cách",
    en: "Amounts typed as text can be read in one way only",
  },
  source: WRITING_FIGURES,
  fix: "choose",
  says: {
    standard: {
      vi: "Ô {cells} ghi “{text}” dạng chữ: có thể là {groupedVi} hoặc {decimalVi}. Xin chọn số đúng.",
      en: "Cell {cells} holds the text “{text}”: it may be {groupedVi} or {decimalVi} (Vietnamese signs). Please choose.",
    },
    several: {
      vi: "{count} ô ghi số dạng chữ như “{text}”: dấu “{sign}” ngăn hàng nghìn ({groupedVi}) hay ngăn phần thập phân ({decimalVi})? Xin chọn.",
      en: "{count} cells hold texts like “{text}”: does “{sign}” separate thousands ({groupedVi}) or decimals ({decimalVi})? Please choose.",
    },
  },
});
