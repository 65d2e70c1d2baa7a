/** The state that the explainers share: which equations are still off, which cells have been spoken of, what was found. */
import type { Appendix } from "../appendix.ts";
import { inUnit } from "../money.ts";
import { isEquation, residualOf, type Cell, type Equation } from "./equations.ts";
import { findRangeFaults, type RangeFault } from "./ranges.ts";
import type { Residuals } from "./residuals.ts";
import { cellKey, type DoubledRow, type SumFault, type SumFaults, type WrongTotal } from "./sum-faults.ts";

export interface FailingTotal {
  /** Index of the section or grand total. */
  readonly of: number;
  readonly columns: readonly number[];
  /** The rows its sum is made of, through sections that print nothing. */
  readonly below: readonly number[];
}

export const isOff = (residual: number | undefined): boolean =>
  residual !== undefined && isEquation(residual) && residual !== 0;

/** Rows that may have an equation down a column. */
function findTotals({ children, grandTotals }: Residuals): readonly number[] {
  const totals: number[] = [];
  children.forEach((below, of) => {
    if (below.length > 0 || grandTotals.includes(of)) totals.push(of);
  });
  return totals;
}

export class SumWork {
  readonly residuals: Residuals;
  readonly appendix: Appendix;
  readonly faults: SumFault[] = [];
  readonly doubled: DoubledRow[] = [];
  readonly partialGroups: number[] = [];
  readonly ranges: readonly RangeFault[];
  readonly #implicated = new Set<number>();
  readonly #totals: readonly number[];

  constructor(residuals: Residuals) {
    this.residuals = residuals;
    this.appendix = residuals.appendix;
    this.ranges = findRangeFaults(residuals);
    this.#totals = findTotals(residuals);
  }

  result(): SumFaults {
    const { residuals, faults, ranges, doubled, partialGroups } = this;
    return { residuals, faults, ranges, doubled, partialGroups, implicated: this.#implicated };
  }

  mark(cell: Cell): void {
    this.#implicated.add(cellKey(this.appendix, cell));
  }

  settle(equation: Equation): void {
    this.adjust(equation, -(residualOf(this.residuals, equation) || 0));
  }

  /** Moves a residual, as a change of a cell would. */
  adjust(equation: Equation, change: number): void {
    const lines = "along" in equation ? this.residuals.along[equation.along] : this.residuals.down[equation.down];
    if (lines) lines[equation.row] = (lines[equation.row] ?? 0) + change;
  }

  /** The row that prints a section's total: its own, or a "Cộng mục" row. */
  printedRow(of: number): number {
    const stated = this.residuals.statedBy[of] ?? -1;
    return stated >= 0 ? stated : of;
  }

  isGrand(of: number): boolean {
    return this.residuals.grandTotals.includes(of);
  }

  /** What the cell says, or what its rows add up to where it prints nothing. */
  valueAt(cell: Cell): number {
    const printed = this.residuals.printed[cell.column]?.[cell.row];
    return printed === undefined || Number.isNaN(printed)
      ? (this.residuals.effective[cell.column]?.[cell.row] ?? 0)
      : printed;
  }

  /** As the sheet shows it. */
  shown(value: number): number {
    const isMoney = this.appendix.figureColumns[0]?.holds.type === "amount";
    return isMoney && this.appendix.unit !== null ? inUnit(value, this.appendix.unit) : value;
  }

  failingColumns(of: number): readonly number[] {
    return this.residuals.down.flatMap((lines, column) => (isOff(lines[of]) ? [column] : []));
  }

  failingTotals(): readonly FailingTotal[] {
    const failing = new Set<number>();
    for (const lines of this.residuals.down) {
      for (const of of this.#totals) if (isOff(lines[of])) failing.add(of);
    }
    return [...failing].map((of) => ({ of, columns: this.failingColumns(of), below: this.below(of) }));
  }

  /** Rows a total adds up: its children, and for those that print nothing theirs. */
  below(of: number): readonly number[] {
    const children = this.isGrand(of) ? this.residuals.roots : (this.residuals.children[of] ?? []);
    return children.flatMap((child) => {
      const isSilent = (this.residuals.statedBy[child] ?? -1) < 0 && (this.residuals.children[child] ?? []).length > 0;
      return isSilent ? this.below(child) : [child];
    });
  }

  totalAt(of: number, column: number): WrongTotal {
    const row = this.printedRow(of);
    const printed = this.valueAt({ row, column });
    return { row, column, printed, sum: printed - residualOf(this.residuals, { down: column, row: of }) };
  }

  /** Within half of the sheet's unit for each addend, for totals that say they are rounded. */
  isWithinUnits(off: number, addends: number): boolean {
    return Math.abs(this.shown(off)) <= addends / 2;
  }

  /** Half a unit for each addend and the total, where the sheet's unit is coarser than a đồng. */
  isRounding(off: number, addends: number): boolean {
    const { precision } = this.appendix;
    return precision > 1 && Math.abs(off) <= (precision / 2) * addends;
  }
}
