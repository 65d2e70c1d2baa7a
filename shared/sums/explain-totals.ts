import { foldWords } from "../text.ts";
import { termsOf } from "./equations.ts";
import { accountsFor } from "./explain-doubled.ts";
import { NO_DETAILS } from "./sum-faults.ts";
import type { SumWork } from "./sum-work.ts";
import { suspectDown } from "./suspects.ts";

/** What is still off: told at the totals, from the innermost section outwards, each wrong subtotal put right first. */
export function explainTotals(work: SumWork): void {
  const sections = work.failingTotals().filter(({ of }) => !work.isGrand(of));
  for (const { of } of [...sections].sort((a, b) => b.of - a.of)) explainTotal(work, of);
  for (const of of work.residuals.grandTotals) explainTotal(work, of);
}

function explainTotal(work: SumWork, of: number): void {
  const columns = work.failingColumns(of);
  if (columns.length === 0) return;
  const below = work.below(of);
  const totals = columns.map((column) => work.totalAt(of, column));
  const leftOut = below.find((index) => accountsFor(work, index, { of, columns, below })) ?? null;
  const suspect = leftOut === null && totals.length === 1 ? suspectDown(work, of, columns[0] ?? 0) : null;
  const largest = Math.max(...totals.map(({ printed, sum }) => Math.abs(printed - sum)));
  const isRounding =
    work.isRounding(largest, below.length) || (isSaidRounded(work, of) && work.isWithinUnits(largest, below.length));
  work.faults.push({
    ...NO_DETAILS,
    kind: work.isGrand(of) ? "grand" : "section",
    of,
    totals,
    leftOut,
    suspect,
    isRounding,
  });
  if (suspect) work.mark(suspect);
  for (const total of totals) {
    work.mark(total);
    work.settle({ down: total.column, row: of });
    if (!work.isGrand(of) && total.printed === 0) carryUp(work, of, { column: total.column, change: total.sum });
  }
}

const isSaidRounded = (work: SumWork, of: number): boolean =>
  /lam tron/.test(foldWords(work.appendix.rows[of]?.name ?? ""));

/** A subtotal left at 0 is wrong itself, and so is a typed total above it that added it up. */
function carryUp(work: SumWork, of: number, { column, change }: { column: number; change: number }): void {
  const above = termsOf(work.residuals, { row: of, column }).filter(({ sign }) => sign === -1);
  for (const { equation } of above) if ("down" in equation) work.adjust(equation, -change);
}
