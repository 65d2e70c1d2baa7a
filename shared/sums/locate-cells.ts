import { settlingChange, type Cell, type Term } from "./equations.ts";
import { cellKey, NO_DETAILS } from "./sum-faults.ts";
import { isOff, type SumWork } from "./sum-work.ts";

/** Cells that stand in several failing equations which one change settles, the most explaining first. */
export function locateCells(work: SumWork): void {
  const candidates = new Map<number, { cell: Cell; count: number }>();
  for (const cell of cellsOfFailing(work)) {
    const settling = settlingChange(work.residuals, cell);
    if (settling) candidates.set(cellKey(work.appendix, cell), { cell, count: settling.terms.length });
  }
  for (const { cell } of [...candidates.values()].sort((a, b) => b.count - a.count)) {
    const settling = settlingChange(work.residuals, cell);
    if (settling) locateAt(work, cell, settling);
  }
}

function* cellsOfFailing(work: SumWork): Iterable<Cell> {
  for (const [index, group] of work.residuals.groups.entries()) {
    const lines = work.residuals.along[index];
    for (let row = 0; row < (lines?.length ?? 0); row++) {
      if (!isOff(lines?.[row])) continue;
      for (const column of [group.total, ...group.parts]) yield { row, column };
    }
  }
  for (const { of, columns } of work.failingTotals()) {
    for (const column of columns) yield { row: work.printedRow(of), column };
  }
}

function locateAt(work: SumWork, cell: Cell, settling: { change: number; terms: readonly Term[] }): void {
  const printed = work.valueAt(cell);
  const value = printed + settling.change;
  const row = work.appendix.rows[cell.row];
  const isTotal = row?.kind === "subtotal" || (work.residuals.children[cell.row]?.length ?? 0) > 0;
  const kind = work.isGrand(cell.row) ? "grand" : isTotal ? "section" : "sources";
  for (const { equation } of settling.terms) work.settle(equation);
  work.mark(cell);
  work.faults.push({
    ...NO_DETAILS,
    kind: kind === "sources" && printed === 0 && value > 0 ? "unsourced" : kind,
    of: cell.row,
    totals: [{ ...cell, printed, sum: value }],
    located: { ...cell, value },
    isRounding: work.isRounding(settling.change, 2),
  });
}
