import { defineRule } from "../rule.ts";
import { tellSum } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const sectionSumMismatch = defineRule({
  id: "section-sum-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Tổng của mục bằng các dòng trong mục", en: "A section's total is the sum of its rows" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: ô {totals} ghi {printed}, các dòng trong mục cộng lại {sum}; lệch {difference}. Xin sửa tổng của mục hoặc các dòng.",
      en: "{row}: {totals} says {printed}, the section's rows add up to {sum}; off by {difference}. Please correct the total or the rows.",
    },
    suspect: {
      vi: "{row}: mục ghi {printed}, các dòng cộng lại {sum}; lệch {difference}. Nhiều khả năng ô {suspect} {slipTypo}; nếu là {value} thì khớp.",
      en: "{row}: the section says {printed}, its rows add up to {sum}; off by {difference}. Cell {suspect} most likely {slipTypo}; {value} would agree.",
    },
    located: {
      vi: "{row}: ô {cell} ghi {printed}; tất cả các tổng liên quan chỉ khớp khi ô này là {value}.",
      en: "{row}: cell {cell} says {printed}; all sums it stands in agree only if it is {value}.",
    },
    exchanged: {
      vi: "Số ở hai ô {exchanged} có thể đã bị đổi chỗ: tổng theo dòng vẫn khớp nhưng tổng của mục ({totals}) lệch {difference}.",
      en: "The figures in {exchanged} seem to have changed places: the row still adds up, the section's totals ({totals}) are off by {difference}.",
    },
    leftOut: {
      vi: "{row}: tổng ở ô {totals} chưa cộng dòng {leftOutRow} ({leftOut}); ghi {printed}, phải là {sum}.",
      en: "{row}: the total in {totals} leaves out row {leftOutRow} ({leftOut}); it says {printed} and should be {sum}.",
    },
    missingRow: {
      vi: "{row}: ô {totals} ghi {printed}, các dòng trong mục cộng lại {sum}; thiếu {difference}. Trong mục không có số {missingNumber}: có thể một dòng đã bị xóa.",
      en: "{row}: {totals} says {printed}, the section's rows add up to {sum}; {difference} is missing. There is no item {missingNumber}: a row may have been deleted.",
    },
    rounding: {
      severity: "warning",
      vi: "{row}: ô {totals} ghi {printed}, các dòng trong mục cộng lại {sum}; lệch {difference}, trong mức làm tròn. Xin xem lại nếu không phải do làm tròn.",
      en: "{row}: {totals} says {printed}, the section's rows add up to {sum}; off by {difference}, which rounding may explain.",
    },
  },
  find: ({ sums }, found) =>
    sums.faults
      .filter((fault) => fault.kind === "section")
      .map((fault) => {
        const { variant, ...place } = tellSum(sums, fault);
        return found(variant, place);
      }),
});
