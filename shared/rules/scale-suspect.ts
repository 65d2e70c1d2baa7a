import { figureCell, type Appendix, type AppendixRow } from "../appendix.ts";
import { UNIT_DONG, inUnit } from "../money.ts";
import { defineRule } from "../rule.ts";
import { cellKey, type SumFaults } from "../sums/sum-faults.ts";
import { figureFacts, rowLabel, setCell } from "../sums/tell.ts";
import { FORM_ARITHMETIC } from "./sources.ts";
import { isScaleSlip } from "./nesting.ts";

/** A slip of three digits that no sum shows, because it was added up as well. */
export const scaleSuspect = defineRule({
  id: "scale-suspect",
  severity: "warning",
  status: "trial",
  checks: {
    vi: "Số liệu không lệch 1.000 lần so với các số liệu liền kề",
    en: "No figure is a thousand times off its neighbours",
  },
  source: FORM_ARITHMETIC,
  fix: "choose",
  says: {
    row: {
      vi: "{row}: ô {cell} ghi {printed}, gấp 1.000 lần trở lên so với ô {otherCell} ({other}). Có lẽ nhầm đơn vị; nếu là {value} thì hợp lý.",
      en: "{row}: {cell} says {printed}, just a thousand times (or more) the {other} in {otherCell}. The unit may have been mistaken; {value} would fit.",
    },
    column: {
      vi: "{row}: ô {cell} ghi {printed}, trong khi các số cùng cột đều là số nguyên lớn hơn nhiều. Có lẽ nhầm dấu chấm ngăn hàng nghìn; nếu là {value} thì hợp lý.",
      en: "{row}: {cell} says {printed}, while its column has much larger whole numbers. A thousands dot may have been taken for a decimal; {value} would fit.",
    },
  },
  find: ({ appendix, sums }, found) => {
    const told = new Set<number>();
    const wholes = sums.residuals.bundles.flatMap(({ kind, total }) =>
      kind === "planned" && total >= 0 ? [total] : [],
    );
    const pairs = wholes.flatMap((inner) =>
      wholes.filter((outer) => outer !== inner).map((outer) => ({ inner, outer })),
    );
    const slipped =
      pairs.length === 0 ? [] : appendix.rows.filter((row) => row.kind === "lineItem" && hasSlip(row, pairs));
    const inRows = slipped.flatMap((row) => {
      const index = appendix.rows.indexOf(row);
      const slip = findRowSlip(sums, { row, index }, pairs);
      if (!slip) return [];
      told.add(cellKey(appendix, { row: index, column: slip.column }));
      const fix = {
        kind: "set-value",
        safe: false,
        edits: [setCell(appendix, { row: index, column: slip.column }, slip.value)],
      } as const;
      return [found("row", { cells: [slip.cell, slip.otherCell], facts: slip.facts, fix })];
    });
    const inColumns = appendix.figureColumns.flatMap((_, column) =>
      findColumnSlips(sums, column)
        .filter((index) => !told.has(cellKey(appendix, { row: index, column })))
        .map((index) => {
          const row = appendix.rows[index];
          const printed = row?.figures[column] ?? 0;
          const cell = row ? figureCell(appendix, row, column) : "";
          const facts = { row: rowLabel(row), cell, ...figureFacts(appendix, { printed, value: printed * 1_000 }) };
          const fix = {
            kind: "set-value",
            safe: false,
            edits: [setCell(appendix, { row: index, column }, printed * 1_000)],
          } as const;
          return found("column", { cells: [cell], facts, fix });
        }),
    );
    return [...inRows, ...inColumns];
  },
});

function hasSlip(row: AppendixRow, pairs: readonly { inner: number; outer: number }[]): boolean {
  for (const { inner, outer } of pairs) if (isScaleSlip(row.figures[inner] ?? 0, row.figures[outer] ?? 0)) return true;
  return false;
}

interface Slip {
  readonly column: number;
  readonly value: number;
  readonly cell: string;
  readonly otherCell: string;
  readonly facts: Record<string, string | number | null>;
}

/** The year's total is just a thousand times the phase's, or the phase's the project's: whichever its column's size betrays. */
function findRowSlip(
  sums: SumFaults,
  { row, index }: { row: AppendixRow; index: number },
  pairs: readonly { inner: number; outer: number }[],
): Slip | null {
  const { appendix } = sums.residuals;
  for (const { inner, outer } of pairs) {
    const small = row.figures[inner] ?? 0;
    const large = row.figures[outer] ?? 0;
    if (!isScaleSlip(small, large) || isTold(sums, index, [inner, outer])) continue;
    const isInnerWrong = distance(appendix, inner, small) >= distance(appendix, outer, large);
    const [column, other] = isInnerWrong ? [inner, outer] : [outer, inner];
    const [printed, value] = isInnerWrong ? [small, large] : [large, small];
    const cell = figureCell(appendix, row, column);
    const otherCell = figureCell(appendix, row, other);
    const facts = {
      row: rowLabel(row),
      cell,
      otherCell,
      ...figureFacts(appendix, { printed, value, other: value }),
    } as Slip["facts"];
    return { column, value, cell, otherCell, facts };
  }
  return null;
}

const isTold = (sums: SumFaults, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => sums.implicated.has(cellKey(sums.residuals.appendix, { row, column })));

/** How many powers of ten a figure is from the middle of its column. */
function distance(appendix: Appendix, column: number, figure: number): number {
  const logs = appendix.rows
    .filter((row) => row.kind === "lineItem" && (row.figures[column] ?? 0) > 0)
    .map((row) => Math.log10(row.figures[column] ?? 1))
    .sort((a, b) => a - b);
  return Math.abs(Math.log10(figure) - (logs[Math.floor(logs.length / 2)] ?? 0));
}

const LEAST_NEIGHBOURS = 5;

/** One figure with up to three decimals among whole numbers that are all at least a hundred: "46.5" for 46.500. */
function findColumnSlips(sums: SumFaults, column: number): readonly number[] {
  const { appendix } = sums.residuals;
  const { unit, rows } = appendix;
  if (appendix.figureColumns[column]?.holds.type !== "amount" || unit === null || unit === "dong") return [];
  if (!hasFractionOf(UNIT_DONG[unit], rows, column)) return [];
  const fractions: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let wholes = 0;
  rows.forEach((row, index) => {
    const figure = inUnit(row.figures[column] ?? 0, unit);
    if (row.kind !== "lineItem" || figure === 0 || isTold(sums, index, [column])) return;
    if (!Number.isInteger(figure)) fractions.push(index);
    else {
      wholes++;
      least = Math.min(least, figure);
    }
  });
  const isClear = wholes >= LEAST_NEIGHBOURS && least >= 100 && fractions.length <= wholes / 10;
  return isClear
    ? fractions.filter(
        (index) =>
          inUnit(rows[index]?.figures[column] ?? 0, unit) * 10 < least * 10 &&
          isThreeDecimals(rows[index], column, unit),
      )
    : [];
}

/** Exact for whole đồng of 15 digits, and far quicker than the remainder. */
function hasFractionOf(unitDong: number, rows: readonly AppendixRow[], column: number): boolean {
  for (const row of rows) if (!Number.isInteger((row.figures[column] ?? 0) / unitDong)) return true;
  return false;
}

const isThreeDecimals = (row: AppendixRow | undefined, column: number, unit: Parameters<typeof inUnit>[1]): boolean =>
  Number.isInteger(Number((inUnit(row?.figures[column] ?? 0, unit) * 1_000).toPrecision(12)));
