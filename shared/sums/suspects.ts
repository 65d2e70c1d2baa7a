/** Where the equations do not determine the wrong cell: the one whose likely slip would settle them. */
import type { AppendixRow } from "../appendix.ts";
import { ratiosHold } from "./ratios.ts";
import { residualOf, termsOf, type Cell } from "./equations.ts";
import type { Suspect } from "./sum-faults.ts";
import { isOff, type SumWork } from "./sum-work.ts";
import { findTypo, typoWeight } from "./typo.ts";

export interface Candidate {
  readonly cell: Cell;
  /** What it would have to change by. */
  readonly change: number;
}

/** For a total that fails in one column: the total itself, or a row below that stands in no equation that holds. */
export function suspectDown(work: SumWork, of: number, column: number): Suspect | null {
  const off = residualOf(work.residuals, { down: column, row: of });
  const isFree = (cell: Cell): boolean =>
    termsOf(work.residuals, cell).every(({ equation }) => "down" in equation && equation.row === of);
  const parts = work
    .below(of)
    .map((row) => ({ cell: { row: work.printedRow(row), column }, change: off }))
    .filter(({ cell }) => isFree(cell));
  const total = { cell: { row: work.printedRow(of), column }, change: -off };
  return contradicted(work, parts) ?? likeliest(work, [total, ...parts]);
}

/** For a row whose sources fail: its whole or one of its parts, if in no other equation that holds. */
export function suspectAlong(work: SumWork, candidates: readonly Candidate[], along: number): Suspect | null {
  const isFree = (cell: Cell): boolean =>
    termsOf(work.residuals, cell).every(
      ({ equation }) =>
        ("along" in equation && equation.along === along) || isOff(residualOf(work.residuals, equation)),
    );
  return likeliest(
    work,
    candidates.filter(({ cell }) => isFree(cell)),
  );
}

/** The one cell whose slip weighs most; none when two are as likely. */
function likeliest(work: SumWork, candidates: readonly Candidate[]): Suspect | null {
  let best: Suspect | null = null;
  let isUnique = false;
  for (const { cell, change } of candidates) {
    const written = work.valueAt(cell);
    const typo = findTypo(work.shown(written), work.shown(written + change));
    if (typo === null) continue;
    const order = best === null ? -1 : typoWeight(typo) - typoWeight(best.typo);
    if (order === 0) isUnique = false;
    if (order >= 0) continue;
    best = { ...cell, typo, value: written + change };
    isUnique = true;
  }
  return isUnique ? best : null;
}

/** In counts: the one figure that its own row contradicts (larger than the whole, ratios that do not follow) and the change puts right. */
function contradicted(work: SumWork, candidates: readonly Candidate[]): Suspect | null {
  if (work.appendix.figureColumns.every(({ holds }) => holds.type === "amount")) return null;
  const found = candidates.filter(({ cell, change }) => {
    const row = work.appendix.rows[cell.row];
    if (!row || rowHolds(work, row)) return false;
    const figures = row.figures.map((value, column) => (column === cell.column ? (value ?? 0) + change : value));
    return rowHolds(work, { ...row, figures });
  });
  const [only] = found;
  if (!only || found.length > 1) return null;
  return { ...only.cell, typo: "contradicted", value: work.valueAt(only.cell) + only.change };
}

function rowHolds(work: SumWork, row: AppendixRow): boolean {
  const { figureColumns } = work.appendix;
  const isWithin = figureColumns.every(({ holds }, column) => {
    if (holds.type !== "count" || holds.within === null) return true;
    const whole = figureColumns.findIndex(
      (other) => other.holds.type === "count" && other.holds.measure === holds.within,
    );
    return (row.figures[column] ?? 0) <= (row.figures[whole] ?? Number.POSITIVE_INFINITY);
  });
  return isWithin && ratiosHold(work.appendix, row);
}
