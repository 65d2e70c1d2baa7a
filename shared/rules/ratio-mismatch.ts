import { figureCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { defineRule } from "../rule.ts";
import { rowLabel } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";

export const ratioMismatch = defineRule({
  id: "ratio-mismatch",
  severity: "error",
  status: "trusted",
  checks: { vi: "Tỷ lệ bằng hai số chia nhau", en: "A ratio is its two figures divided" },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    standard: {
      vi: "{row}: tỷ lệ ở ô {cell} ghi {printed}, nhưng {of} / {per} = {value}. Xin sửa tỷ lệ hoặc hai số liệu.",
      en: "{row}: the ratio in {cell} says {printed}, but {of} / {per} = {value}. Please correct the ratio or the figures.",
    },
  },
  find: ({ appendix }, found) =>
    appendix.figureColumns.flatMap(({ holds }, column) => {
      if (holds.type !== "ratio") return [];
      const of = columnOf(appendix, holds.of);
      const per = columnOf(appendix, holds.per);
      return appendix.rows.flatMap((row) => {
        const fault = of < 0 || per < 0 ? null : compare(appendix, row, { column, of, per });
        if (!fault) return [];
        const cell = figureCell(appendix, row, column);
        const edits = [{ cell, was: fault.printed, value: fault.value }];
        const facts = { row: rowLabel(row), cell, ...fault };
        return [found("standard", { cells: [cell], facts, fix: { kind: "set-value", safe: false, edits } })];
      });
    }),
});

const columnOf = (appendix: Appendix, measure: string): number =>
  appendix.figureColumns.findIndex(({ holds }) => holds.type === "count" && holds.measure === measure);

interface Compared {
  readonly printed: number;
  readonly of: number;
  readonly per: number;
  readonly value: number;
}

function compare(appendix: Appendix, row: AppendixRow, columns: { column: number; of: number; per: number }): Compared | null {
  const printed = row.figures[columns.column] ?? null;
  const of = row.figures[columns.of] ?? null;
  const per = row.figures[columns.per] ?? null;
  if (printed === null || of === null || per === null) return null;
  const value = per === 0 ? 0 : of / per;
  const isSame = near(printed, value) || near(printed, value * 100);
  if (isSame || (row.kind === "grandTotal" && isMean(appendix, columns.column, printed))) return null;
  return { printed, of, per, value: Number(value.toFixed(5)) };
}

/** Half a step of the last digit printed, and of five decimals at the least. */
function near(printed: number, value: number): boolean {
  const decimals = Math.min(5, (String(printed).split(".")[1] ?? "").length);
  return Math.abs(printed - value) <= 0.5 * 10 ** -Math.max(decimals, 2) + 1e-9;
}

/** "Bình quân" may also be the mean of the rows above. */
function isMean(appendix: Appendix, column: number, printed: number): boolean {
  const values = appendix.rows.filter((row) => row.kind === "lineItem").flatMap((row) => row.figures[column] ?? []);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return near(printed, mean);
}
