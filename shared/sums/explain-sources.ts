import { isEquation, residualOf, type Cell } from "./equations.ts";
import { NO_DETAILS } from "./sum-faults.ts";
import { isOff, type SumWork } from "./sum-work.ts";
import { suspectAlong, type Candidate } from "./suspects.ts";

/** Rows whose sources do not add up; a section whose own rows explain it is not told again. */
export function explainSources(work: SumWork): void {
  work.residuals.along.forEach((lines, along) => {
    for (let index = lines.length - 1; index >= 0; index--) {
      if (isOff(lines[index]) && !isExplainedBelow(work, along, index)) explainSource(work, along, index);
    }
  });
}

function explainSource(work: SumWork, along: number, index: number): void {
  const group = work.residuals.groups[along];
  if (!group) return;
  const off = residualOf(work.residuals, { along, row: index });
  const total = { row: index, column: group.total };
  const printed = work.valueAt(total);
  const parts: Candidate[] = group.parts.map((column) => ({ cell: { row: index, column }, change: off }));
  const filled = parts.filter(({ cell }) => work.valueAt(cell) !== 0);
  const suspect = filled.length === 0 ? null : suspectAlong(work, [{ cell: total, change: -off }, ...filled], along);
  for (const { cell } of [{ cell: total }, ...parts]) work.mark(cell);
  work.faults.push({
    ...NO_DETAILS,
    kind: filled.length === 0 ? "unsourced" : "sources",
    of: index,
    totals: [{ ...total, printed, sum: printed - off }],
    suspect,
    above: rowsAbove(work, along, index),
    isRounding: work.isRounding(off, group.parts.length),
  });
}

function isExplainedBelow(work: SumWork, along: number, index: number): boolean {
  const row = work.appendix.rows[index];
  const of = row?.kind === "subtotal" && row.parent >= 0 ? row.parent : index;
  const below = work.isGrand(index) ? work.residuals.roots : (work.residuals.children[of] ?? []);
  const sum = below.reduce((total, child) => total + sourceOff(work, along, child), 0);
  return below.length > 0 && sum === residualOf(work.residuals, { along, row: index });
}

/** How far a row's sources are off, by its own cells or, where it prints none, by its rows below. */
function sourceOff(work: SumWork, along: number, index: number): number {
  const own = work.residuals.along[along]?.[work.printedRow(index)];
  if (own !== undefined && isEquation(own)) return own;
  return (work.residuals.children[index] ?? []).reduce((sum, child) => sum + sourceOff(work, along, child), 0);
}

function rowsAbove(work: SumWork, along: number, index: number): readonly Cell[] {
  const { rows } = work.appendix;
  const column = work.residuals.groups[along]?.total ?? 0;
  const above: number[] = [];
  for (let parent = rows[index]?.parent ?? -1; parent >= 0; parent = rows[parent]?.parent ?? -1)
    above.push(work.printedRow(parent));
  if (!work.isGrand(index)) above.push(...work.residuals.grandTotals);
  return above.filter((row) => isOff(work.residuals.along[along]?.[row])).map((row) => ({ row, column }));
}
