/** Line items per second through reading and rules, as a ratio to a bare pass over the same cells in the same run. */
import { checkWorkbook } from "../../shared/check.ts";
import type { Grid } from "../../shared/grid.ts";
import { foldWords } from "../../shared/text.ts";
import { largeSheet } from "./sheets.ts";

const NAME_COLUMN = 1;
const FIRST_FIGURE = 4;

/** The least any checker must do: visit every cell, fold every name once for comparison, add up every money column. */
function barePass(grid: Grid): number {
  const sums = new Array<number>(16).fill(0);
  const names = new Set<string>();
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      if (cell.column === NAME_COLUMN && typeof cell.value === "string") names.add(foldWords(cell.value));
      else if (cell.column >= FIRST_FIGURE && typeof cell.value === "number")
        sums[cell.column] = (sums[cell.column] ?? 0) + cell.value;
    }
  }
  return names.size + sums.reduce((sum, value) => sum + value, 0);
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Both are timed by turns, so that a busy machine slows both. */
function measure(items: number, rounds: number): { check: number; bare: number } {
  const grid = largeSheet(items);
  const check: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    barePass(grid);
    const middle = performance.now();
    const { findings } = checkWorkbook([grid]);
    const end = performance.now();
    if (findings.some(({ severity }) => severity === "error")) throw new Error("a right sheet has errors");
    bare.push(middle - start);
    check.push(end - middle);
  }
  return { check: median(check), bare: median(bare) };
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

measure(300, 40);
console.log("| line items | time | line items per second | bare pass | ratio |\n| --- | --- | --- | --- | --- |");
const times = new Map<number, { check: number; bare: number }>();
for (const [items, rounds] of [
  [30, 200],
  [300, 100],
  [5_000, 15],
  [50_000, 9],
] as const) {
  const { check, bare } = measure(items, rounds);
  times.set(items, { check, bare });
  const rate = Math.round((items / check) * 1_000).toLocaleString("en-US");
  const ratio = (check / bare).toFixed(2);
  console.log(`| ${items.toLocaleString("en-US")} | ${ms(check)} | ${rate} | ${ms(bare)} | ${ratio} |`);
}
const growth = (of: "check" | "bare"): string =>
  ((times.get(50_000)?.[of] ?? 0) / (times.get(5_000)?.[of] ?? 1)).toFixed(1);
console.log(
  `\ngrowth from 5,000 to 50,000 line items: ${growth("check")} times the time; the bare pass ${growth("bare")} times`,
);
