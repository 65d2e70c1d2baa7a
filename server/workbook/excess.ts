/** What a sheet may not have more of. */
import type { Grid, GridCell } from "../../shared/grid.ts";
import { LIMITS, type RefusalCode } from "./refusals.ts";

export function excessOf(rows: number, columns: number): RefusalCode | null {
  if (rows > LIMITS.rows) return "too-many-rows";
  return columns > LIMITS.columns ? "too-many-columns" : null;
}

export function findExcess({ rows }: Grid): RefusalCode | null {
  const columns = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) columns.add(column);
  return excessOf(rows.length, columns.size);
}

/** Everything in the cell that is text. */
export const countCharacters = ({ value, formula, format }: GridCell): number =>
  (typeof value === "string" ? value.length : 0) + (formula?.length ?? 0) + (format?.length ?? 0);
