import type { AppendixRow } from "../appendix.ts";
import { isEquation } from "./equations.ts";
import type { SumWork } from "./sum-work.ts";

/** Where most rows fail the same way the columns are no full breakdown; thirty alarms would be thirty false ones. */
export function setAsidePartialGroups(work: SumWork): void {
  work.residuals.groups.forEach((group, along) => {
    const lines = work.residuals.along[along];
    if (!lines) return;
    const hasParts = ({ figures }: AppendixRow): boolean => {
      for (const part of group.parts) if ((figures[part] ?? 0) !== 0) return true;
      return false;
    };
    let held = 0;
    let failed = 0;
    work.appendix.rows.forEach((row, index) => {
      const residual = lines[index] ?? 0;
      if (!isEquation(residual) || !hasParts(row)) return;
      if (residual === 0) held++;
      else failed++;
    });
    const isAll = held === 0 && failed >= 2;
    if (!isAll && (failed < 4 || failed <= held * 2)) return;
    work.partialGroups.push(along);
    lines.fill(Number.NaN);
  });
}
