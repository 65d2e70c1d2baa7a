import { defineRule } from "../rule.ts";
import { tellSum } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const grandTotalMismatch = defineRule({
  id: "grand-total-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Tổng cộng bằng các mục, các dòng", en: "The grand total is the sum of all sections and rows" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "Tổng cộng ở ô {totals} ghi {printed}, các mục và các dòng cộng lại {sum}; lệch {difference}. Xin sửa tổng cộng hoặc các dòng.",
      en: "The grand total in {totals} says {printed}, all sections and rows add up to {sum}; off by {difference}. Please correct it or the rows.",
    },
    suspect: {
      vi: "Tổng cộng ghi {printed}, các mục và các dòng cộng lại {sum}; lệch {difference}. Nhiều khả năng ô {suspect} {slipTypo}; nếu là {value} thì khớp.",
      en: "The grand total says {printed}, all sections and rows add up to {sum}; off by {difference}. Cell {suspect} most likely {slipTypo}; {value} would agree.",
    },
    located: {
      vi: "Tổng cộng ở ô {cell} ghi {printed}; tất cả các tổng liên quan chỉ khớp khi ô này là {value}.",
      en: "The grand total in {cell} says {printed}; all sums it stands in agree only if it is {value}.",
    },
    exchanged: {
      vi: "Số ở hai ô {exchanged} có thể đã bị đổi chỗ: tổng theo dòng vẫn khớp nhưng tổng cộng ({totals}) lệch {difference}.",
      en: "The figures in {exchanged} seem to have changed places: the row still adds up, the grand totals ({totals}) are off by {difference}.",
    },
    leftOut: {
      vi: "Tổng cộng ở ô {totals} chưa cộng dòng {leftOutRow} ({leftOut}); ghi {printed}, phải là {sum}.",
      en: "The grand total in {totals} leaves out row {leftOutRow} ({leftOut}); it says {printed} and should be {sum}.",
    },
    missingRow: {
      vi: "Tổng cộng ở ô {totals} ghi {printed}, các dòng cộng lại {sum}; thiếu {difference}. Bảng không có số {missingNumber}: có thể một dòng đã bị xóa.",
      en: "The grand total in {totals} says {printed}, the rows add up to {sum}; {difference} is missing. There is no item {missingNumber}: a row may have been deleted.",
    },
    rounding: {
      severity: "warning",
      vi: "Tổng cộng ở ô {totals} ghi {printed}, các mục và các dòng cộng lại {sum}; lệch {difference}, trong mức làm tròn. Xin xem lại nếu không phải do làm tròn.",
      en: "The grand total in {totals} says {printed}, all sections and rows add up to {sum}; off by {difference}, which rounding may explain.",
    },
  },
  find: ({ sums }, found) =>
    sums.faults
      .filter((fault) => fault.kind === "grand")
      .map((fault) => {
        const { variant, ...place } = tellSum(sums, fault);
        return found(variant, place);
      }),
});
