/** Shared by the rules on amounts that contain each other: the whole project ⊇ the phase ⊇ the year; planned ⊇ disbursed. */
import { figureCell, isWhole, type AmountHolds, type Appendix, type AppendixRow } from "../appendix.ts";
import type { Facts } from "../finding.ts";
import type { SumFaults } from "../sums/sum-faults.ts";
import { cellKey } from "../sums/sum-faults.ts";
import { figureFacts, rowLabel } from "../sums/tell.ts";

export interface NestingFault {
  readonly cells: readonly string[];
  readonly facts: Facts;
}

type Measures = (holds: AmountHolds) => boolean;

interface Pair {
  readonly inner: number;
  readonly outer: number;
}

/** Columns of the same source in both: totals with totals, TW with TW. */
function pairsOf(appendix: Appendix, isInner: Measures, isOuter: Measures): readonly Pair[] {
  const pairs: Pair[] = [];
  appendix.figureColumns.forEach(({ holds }, inner) => {
    if (holds.type !== "amount" || !isInner(holds)) return;
    const outer = appendix.figureColumns.findIndex(
      (column) => column.holds.type === "amount" && isOuter(column.holds) && sourceOf(column.holds) === sourceOf(holds),
    );
    if (outer >= 0) pairs.push({ inner, outer });
  });
  return pairs;
}

const sourceOf = ({ origin, nature, detail }: AmountHolds): string =>
  `${String(origin)} ${String(nature)} ${String(detail)}`;

/** Where a bundle prints no total, its parts are added up. */
function wholeOf(appendix: Appendix, row: AppendixRow, measures: Measures): { value: number; cells: string[] } {
  let value = 0;
  const cells: string[] = [];
  appendix.figureColumns.forEach(({ holds }, column) => {
    const figure = row.figures[column] ?? null;
    if (holds.type !== "amount" || !measures(holds) || figure === null) return;
    value += figure;
    cells.push(figureCell(appendix, row, column));
  });
  return { value, cells };
}

const hasTotal = (appendix: Appendix, measures: Measures): boolean =>
  appendix.figureColumns.some(({ holds }) => holds.type === "amount" && measures(holds) && isWhole(holds));

/**
 * Line items where the inner amount is larger than the outer one. Totals are left out: theirs follow from the line items.
 * A slip of a thousand is `scale-suspect`, and cells whose sums are already complained of are not told again.
 */
export function findNestingFaults(sums: SumFaults, isInner: Measures, isOuter: Measures): readonly NestingFault[] {
  const { appendix } = sums.residuals;
  const faults: NestingFault[] = [];
  const pairs = pairsOf(appendix, isInner, isOuter);
  const hasInner = appendix.figureColumns.some(({ holds }) => holds.type === "amount" && isInner(holds));
  const addsParts = hasInner && !hasTotal(appendix, isInner) && hasTotal(appendix, isOuter);
  if (pairs.length === 0 && !addsParts) return [];
  appendix.rows.forEach((row, index) => {
    if (row.kind === "grandTotal" || row.kind === "subtotal" || hasRowsBelow(sums, index)) return;
    const fault =
      compareFirst(sums, { row, index }, pairs) ??
      (addsParts ? compareParts(sums, { row, index }, { isInner, isOuter }) : null);
    if (fault) faults.push(fault);
  });
  return faults;
}

const hasRowsBelow = (sums: SumFaults, index: number): boolean => (sums.residuals.children[index]?.length ?? 0) > 0;

interface Line {
  readonly row: AppendixRow;
  readonly index: number;
}

function compareFirst(sums: SumFaults, line: Line, pairs: readonly Pair[]): NestingFault | null {
  const { figures } = line.row;
  for (const pair of pairs) {
    const isLarger = (figures[pair.inner] ?? 0) > (figures[pair.outer] ?? Number.POSITIVE_INFINITY);
    const fault = isLarger ? compare(sums, line, pair) : null;
    if (fault) return fault;
  }
  return null;
}

function compare(sums: SumFaults, { row, index }: Line, { inner, outer }: Pair): NestingFault | null {
  const { appendix } = sums.residuals;
  const small = row.figures[inner] ?? null;
  const large = row.figures[outer] ?? null;
  if (small === null || large === null || small <= large || hasScaleSlip(appendix, row)) return null;
  if ([inner, outer].some((column) => sums.implicated.has(cellKey(appendix, { row: index, column })))) return null;
  return tell(appendix, row, {
    small,
    large,
    cells: [figureCell(appendix, row, inner), figureCell(appendix, row, outer)],
    outer,
  });
}

function compareParts(
  sums: SumFaults,
  { row }: Line,
  measures: { isInner: Measures; isOuter: Measures },
): NestingFault | null {
  const { appendix } = sums.residuals;
  const inner = wholeOf(appendix, row, measures.isInner);
  const outer = appendix.figureColumns.findIndex(
    ({ holds }) => holds.type === "amount" && measures.isOuter(holds) && isWhole(holds),
  );
  const large = row.figures[outer] ?? null;
  if (large === null || inner.value <= large) return null;
  return tell(appendix, row, {
    small: inner.value,
    large,
    cells: [...inner.cells, figureCell(appendix, row, outer)],
    outer,
  });
}

/** Some whole of the row is just a thousand times another it lies in: all its comparisons fail for that one reason. */
function hasScaleSlip(appendix: Appendix, row: AppendixRow): boolean {
  const wholes = appendix.figureColumns.flatMap(({ holds }, column) =>
    holds.type === "amount" && holds.kind === "planned" && isWhole(holds) ? [row.figures[column] ?? 0] : [],
  );
  return wholes.some((inner) => wholes.some((outer) => inner > outer && isScaleSlip(inner, outer)));
}

/** The inner amount is a thousand times too large, or the outer one too small. */
export const isScaleSlip = (inner: number, outer: number): boolean =>
  outer > 0 && (inner === outer * 1_000 || inner === outer * 1_000_000);

function tell(
  appendix: Appendix,
  row: AppendixRow,
  found: { small: number; large: number; cells: string[]; outer: number },
): NestingFault {
  const { small, large, cells, outer } = found;
  const outerHeader = appendix.figureColumns[outer]?.header ?? "";
  return {
    cells,
    facts: { row: rowLabel(row), ...figureFacts(appendix, { small, large, difference: small - large }), outerHeader },
  };
}
