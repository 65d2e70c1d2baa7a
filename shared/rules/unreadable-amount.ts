import { defineRule } from "../rule.ts";
import { WRITING_FIGURES } from "./sources.ts";

export const unreadableAmount = defineRule({
  id: "unreadable-amount",
  severity: "error",
  status: "trusted",
  checks: { vi: "Ô số liệu đọc được thành số", en: "Figure cells can be read as numbers" },
  source: WRITING_FIGURES,
  fix: "explain",
  says: {
    standard: {
      vi: "Không đọc được số “{text}” ở ô {cells}. Xin nhập lại bằng số.",
      en: "The figure “{text}” in {cells} can't be read. Please type a number.",
    },
    words: {
      severity: "warning",
      vi: "Ô {cells} ở cột số liệu ghi chữ “{text}”, được tính là chưa có số. Xin nhập số, hoặc chuyển lời ghi sang cột Ghi chú.",
      en: "Cell {cells} in a figure column says “{text}” and counts as no figure. Please type a number, or move the words to the notes.",
    },
    tooLarge: {
      vi: "Số “{text}” ở ô {cells} có hơn 15 chữ số, Excel không giữ được chính xác. Xin kiểm tra lại số và đơn vị tính.",
      en: "The figure “{text}” in {cells} has more than 15 digits, which Excel can't keep exactly. Please check it and the unit.",
    },
  },
});
