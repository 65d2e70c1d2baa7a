/** The grounds rules stand on, each written once. */
import type { Bilingual } from "../rule.ts";

export const FORM_ARITHMETIC: Bilingual = { vi: "Phép cộng của chính biểu mẫu", en: "The form's own arithmetic" };
export const FORM_COLUMNS: Bilingual = { vi: "Các cột của biểu mẫu", en: "The form's columns" };
export const PLAN_TEXT: Bilingual = {
  vi: "Phần kinh phí trong văn bản kế hoạch",
  en: "What the plan's text says of money",
};
export const PLAN_YEARS: Bilingual = { vi: "Giai đoạn của kế hoạch", en: "The years the plan is for" };
export const NUMBERING: Bilingual = { vi: "Cách đánh số của biểu mẫu", en: "The form's numbering" };
export const WRITING_FIGURES: Bilingual = {
  vi: "Luật Kế toán số 88/2015/QH13, Điều 11 (dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân)",
  en: "Law on Accounting 88/2015/QH13, Article 11 (dot between thousands, comma before decimals)",
};
export const MONEY_UNIT: Bilingual = {
  vi: "Luật Kế toán số 88/2015/QH13, Điều 10 (đơn vị tính)",
  en: "Law on Accounting 88/2015/QH13, Article 10 (unit of money)",
};
export const NO_OVERLAP: Bilingual = {
  vi: "Yêu cầu không chồng chéo, trùng lặp nêu trong các kế hoạch",
  en: "The plans' own demand that work must not overlap or be repeated",
};
