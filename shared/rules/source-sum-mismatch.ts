import { defineRule } from "../rule.ts";
import { tellSum } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const sourceSumMismatch = defineRule({
  id: "source-sum-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Các nguồn vốn cộng lại bằng tổng", en: "Funding sources add up to the total" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: tổng ghi {printed}, các nguồn cộng lại {sum}; lệch {difference}. Xin sửa ô {totals} hoặc các ô nguồn cùng dòng.",
      en: "{row}: the total says {printed}, its sources add up to {sum}; off by {difference}. Please correct {totals} or the sources in its row.",
    },
    suspect: {
      vi: "{row}: tổng ghi {printed}, các nguồn cộng lại {sum}; lệch {difference}. Nhiều khả năng ô {suspect} {slipTypo}; nếu là {value} thì khớp.",
      en: "{row}: the total says {printed}, its sources add up to {sum}; off by {difference}. Cell {suspect} most likely {slipTypo}; {value} would agree.",
    },
    located: {
      vi: "{row}: ô {cell} ghi {printed}, nhưng cả tổng theo nguồn lẫn tổng theo cột đều chỉ khớp khi ô này là {value}.",
      en: "{row}: cell {cell} says {printed}, but both its row and its column add up only if it is {value}.",
    },
    rounding: {
      severity: "warning",
      vi: "{row}: tổng ghi {printed}, các nguồn cộng lại {sum}; lệch {difference}, trong mức làm tròn. Xin xem lại nếu không phải do làm tròn.",
      en: "{row}: the total says {printed}, its sources add up to {sum}; off by {difference}, which rounding may explain.",
    },
    partial: {
      severity: "warning",
      vi: "Ở đa số dòng, các cột nguồn không cộng thành cột “{header}”. Nếu bảng chỉ ghi một phần nguồn vốn thì xin giải trình, nếu không xin kiểm tra lại.",
      en: "In most rows the source columns do not add up to “{header}”. Please explain if only some sources are shown, else check them.",
    },
  },
  find: ({ sums }, found) => {
    const { appendix, groups } = sums.residuals;
    const partial = sums.partialGroups.map((along) => {
      const column = appendix.figureColumns[groups[along]?.total ?? 0];
      return found("partial", { cells: [column?.headerCell ?? ""], facts: { header: column?.header ?? "" } });
    });
    const faults = sums.faults.filter((fault) => fault.kind === "sources");
    return [
      ...partial,
      ...faults.map((fault) => {
        const { variant, ...place } = tellSum(sums, fault);
        return found(
          variant === "located" || variant === "suspect" || variant === "rounding" ? variant : "standard",
          place,
        );
      }),
    ];
  },
});
