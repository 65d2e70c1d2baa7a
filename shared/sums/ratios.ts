/** Ratios of counts: a column that is two others divided. */
import type { Appendix, AppendixRow } from "../appendix.ts";

export interface WrongRatio {
  readonly column: number;
  readonly ofColumn: number;
  readonly perColumn: number;
  readonly printed: number;
  readonly of: number;
  readonly per: number;
  readonly value: number;
}

/** The ratios of a row that do not follow from its figures. */
export function findWrongRatios(appendix: Appendix, row: AppendixRow): readonly WrongRatio[] {
  return appendix.figureColumns.flatMap(({ holds }, column) => {
    if (holds.type !== "ratio") return [];
    const ofColumn = columnOf(appendix, holds.of);
    const perColumn = columnOf(appendix, holds.per);
    const printed = row.figures[column] ?? null;
    const of = row.figures[ofColumn] ?? null;
    const per = row.figures[perColumn] ?? null;
    if (printed === null || of === null || per === null) return [];
    const value = per === 0 ? 0 : of / per;
    const isRight =
      near(printed, value, 1) ||
      near(printed, value * 100, 0) ||
      (row.kind === "grandTotal" && isMean(appendix, column, printed));
    return isRight
      ? []
      : [
          {
            column,
            ofColumn,
            perColumn,
            printed,
            of,
            per,
            value: isPercent(appendix, column) ? Number((value * 100).toFixed(1)) : Number(value.toFixed(5)),
          },
        ];
  });
}

/** Whether the column is written in percent: most of its figures are above 2. */
function isPercent(appendix: Appendix, column: number): boolean {
  const values = appendix.rows.flatMap((row) => row.figures[column] ?? []);
  return values.filter((value) => value > 2).length * 2 > values.length;
}

export const ratiosHold = (appendix: Appendix, row: AppendixRow): boolean =>
  findWrongRatios(appendix, row).length === 0;

const columnOf = (appendix: Appendix, measure: string): number =>
  appendix.figureColumns.findIndex(({ holds }) => holds.type === "count" && holds.measure === measure);

/** Half a step of the last digit printed; a ratio shows one decimal at the least, a percentage may show none. */
function near(printed: number, value: number, least: number): boolean {
  const decimals = Math.min(5, (String(printed).split(".")[1] ?? "").length);
  return Math.abs(printed - value) <= 0.5 * 10 ** -Math.max(decimals, least) + 1e-9;
}

/** "Bình quân" may also be the mean of the rows above. */
function isMean(appendix: Appendix, column: number, printed: number): boolean {
  const values = appendix.rows.filter((row) => row.kind === "lineItem").flatMap((row) => row.figures[column] ?? []);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return near(printed, mean, 1);
}
