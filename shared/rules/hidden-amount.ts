import { defineRule } from "../rule.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

/** What is hidden is still added up, and nobody who reads the print can follow the sum. */
export const hiddenAmount = defineRule({
  id: "hidden-amount",
  severity: "warning",
  status: "trusted",
  checks: { vi: "Không có số liệu trong dòng, cột bị ẩn", en: "No figures in hidden rows or columns" },
  source: FORM_ARITHMETIC,
  fix: "explain",
  says: {
    standard: {
      vi: "{count} ô có số liệu nằm trong dòng hoặc cột bị ẩn: {cells}. Xin bỏ ẩn, hoặc xóa nếu không dùng.",
      en: "{count} cells with figures are in hidden rows or columns: {cells}. Please unhide them, or delete them if unused.",
    },
  },
});
