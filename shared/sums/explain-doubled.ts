import { foldWords } from "../text.ts";
import { isEquation, residualOf } from "./equations.ts";
import type { FailingTotal, SumWork } from "./sum-work.ts";

/** A row that stands twice makes every column's sum too large by exactly that row. */
export function explainDoubledRows(work: SumWork): void {
  for (const total of work.failingTotals()) {
    const row = total.below.find((index) => accountsFor(work, index, total) && twinOf(work, index, total.below) >= 0);
    if (row === undefined) continue;
    const totals = total.columns.map((column) => ({ row: work.printedRow(total.of), column }));
    work.doubled.push({ row, twin: twinOf(work, row, total.below), totals });
    for (const cell of totals) {
      work.settle({ down: cell.column, row: total.of });
      work.mark(cell);
    }
  }
}

function twinOf(work: SumWork, index: number, below: readonly number[]): number {
  const name = foldWords(work.appendix.rows[index]?.name ?? "");
  if (name === "") return -1;
  return below.find((other) => other < index && foldWords(work.appendix.rows[other]?.name ?? "") === name) ?? -1;
}

/** Whether leaving the row out would settle the total in every column at once. */
export function accountsFor(work: SumWork, index: number, { of, columns }: FailingTotal): boolean {
  let filled = 0;
  for (let column = 0; column < work.appendix.figureColumns.length; column++) {
    const residual = residualOf(work.residuals, { down: column, row: of });
    if (!isEquation(residual)) continue;
    const value = work.residuals.effective[column]?.[index] ?? 0;
    if (residual !== -value) return false;
    if (value !== 0) filled++;
  }
  return filled >= 1 && filled === columns.length;
}
