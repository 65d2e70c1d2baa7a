import { residualOf, termsOf, type Cell } from "./equations.ts";
import { NO_DETAILS } from "./sum-faults.ts";
import { isOff, type FailingTotal, type SumWork } from "./sum-work.ts";

/** Two sources of one row in each other's place: the row still adds up, two columns are off by as much. */
export function explainExchanges(work: SumWork): void {
  for (const failing of work.failingTotals()) {
    const total = { ...failing, columns: work.failingColumns(failing.of) };
    const pair = oppositePair(work, total);
    if (!pair) continue;
    const rows = exchangedRows(work, total, pair);
    const [only] = rows;
    if (only !== undefined && rows.length === 1) exchange(work, { of: total.of, row: only, pair });
  }
}

type Pair = readonly [number, number];

function oppositePair(work: SumWork, { of, columns }: FailingTotal): Pair | null {
  const [first, second] = columns;
  if (first === undefined || second === undefined || columns.length !== 2) return null;
  const off = residualOf(work.residuals, { down: first, row: of });
  return off === -residualOf(work.residuals, { down: second, row: of }) ? [first, second] : null;
}

/** Rows whose two figures, changed over, would settle both columns: the total's own only if what is above it fails too. */
function exchangedRows(work: SumWork, { of, below }: FailingTotal, pair: Pair): readonly number[] {
  const [first, second] = pair;
  const off = residualOf(work.residuals, { down: first, row: of });
  const own = work.printedRow(of);
  const difference = (row: number): number =>
    work.valueAt({ row, column: first }) - work.valueAt({ row, column: second });
  const isOwnWrong = termsOf(work.residuals, { row: own, column: first }).every(
    ({ equation }) => "along" in equation || isOff(residualOf(work.residuals, equation)),
  );
  if (isOwnWrong && difference(own) === off && isSourceRow(work, own, pair)) return [own];
  return below
    .map((row) => work.printedRow(row))
    .filter((row) => -difference(row) === off && isSourceRow(work, row, pair));
}

function isSourceRow(work: SumWork, row: number, pair: Pair): boolean {
  const { groups } = work.residuals;
  const holds = groups.some(
    (group, along) =>
      pair.every((column) => group.parts.includes(column)) && residualOf(work.residuals, { along, row }) === 0,
  );
  return holds || groups.length === 0;
}

function exchange(work: SumWork, { of, row, pair }: { of: number; row: number; pair: Pair }): void {
  const [first, second] = pair;
  const cells: readonly [Cell, Cell] = [
    { row, column: first },
    { row, column: second },
  ];
  const totals = pair.map((column) => work.totalAt(of, column));
  for (const cell of cells) {
    for (const { equation } of termsOf(work.residuals, cell)) work.settle(equation);
    work.mark(cell);
  }
  work.faults.push({ ...NO_DETAILS, kind: work.isGrand(of) ? "grand" : "section", of, totals, exchanged: cells });
}
