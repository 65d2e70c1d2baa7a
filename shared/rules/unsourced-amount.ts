import { figureCell } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import type { SumFault, SumFaults } from "../sums/sum-faults.ts";
import { addressOf, setCell, tellSum } from "../sums/tell.ts";
import type { Fix } from "../finding.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const unsourcedAmount = defineRule({
  id: "unsourced-amount",
  severity: "error",
  status: "trusted",
  checks: { vi: "Số tiền nào cũng ghi nguồn vốn", en: "All money has a source" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: {printed} chưa ghi nguồn vốn (các ô {sources} để trống). Xin ghi số tiền vào cột nguồn.",
      en: "{row}: {printed} has no source ({sources} are blank). Please enter it under its source.",
    },
    withTotals: {
      vi: "{row}: {printed} chưa ghi nguồn vốn (các ô {sources} để trống), nên tổng ở {above} cũng lệch với nguồn. Xin ghi số tiền vào cột nguồn.",
      en: "{row}: {printed} has no source ({sources} are blank), so the totals in {above} are off too. Please enter it under its source.",
    },
    located: {
      vi: "{row}: ô {cell} để trống hoặc bằng 0; để khớp cả tổng theo nguồn lẫn tổng theo cột phải ghi {value}.",
      en: "{row}: cell {cell} is blank or 0; both its row and its column add up only if it is {value}.",
    },
  },
  find: ({ sums }, found) =>
    sums.faults
      .filter((fault) => fault.kind === "unsourced")
      .map((fault) => {
        const { variant, cells, facts, fix } = tellSum(sums, fault);
        if (variant === "located") return found("located", { cells, facts, fix });
        const sources = sourceCells(sums, fault);
        const says = fault.above.length > 0 ? "withTotals" : "standard";
        return found(says, { cells, facts: { ...facts, sources }, fix: chooseSource(sums, fault) });
      }),
});

function sourceColumns(sums: SumFaults, fault: SumFault): readonly number[] {
  const column = fault.totals[0]?.column;
  return sums.residuals.groups.find((group) => group.total === column)?.parts ?? [];
}

function sourceCells(sums: SumFaults, fault: SumFault): string[] {
  const { appendix } = sums.residuals;
  const row = appendix.rows[fault.of];
  return row ? sourceColumns(sums, fault).map((column) => figureCell(appendix, row, column)) : [];
}

function chooseSource(sums: SumFaults, fault: SumFault): Fix {
  const { appendix } = sums.residuals;
  const options = sourceColumns(sums, fault).map((column) => {
    const cell = { row: fault.of, column };
    const header = appendix.figureColumns[column]?.header ?? "";
    const label = {
      vi: `Ghi vào ${header} (${addressOf(appendix, cell)})`,
      en: `Enter under ${header} (${addressOf(appendix, cell)})`,
    };
    return { label, edits: [setCell(appendix, cell, fault.totals[0]?.printed ?? 0)] };
  });
  return { kind: "choose", safe: false, options };
}
