/** Number formats in which a figure stays one and is shown whole. */
import type { Grid } from "../../../shared/grid.ts";

/** Literal text, escapes, room for a letter, fillers, colours and conditions. */
const ASIDES = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

const firstPart = (code: string): string => code.replace(ASIDES, "").split(";")[0] ?? "";

/** Whatever is typed into such a cell is a text, figures too. */
export const isTextFormat = (code: string): boolean => firstPart(code).includes("@");

/** No date, share, power or fraction, and nothing cut off thousands: "#,##0.00". */
const PLAIN = /^[-+()\s$€₫đ]*(?:[#0?][#0?,]*)?[#0?](\.[#0?]+)?[-+()\s$€₫đ]*$/i;

/** Shows the figure with all its decimals. @param code undefined for "General" */
function showsWhole(code: string | undefined, figure: number | null): boolean {
  if (code === undefined) return true;
  const [isPlain, decimals = "."] = PLAIN.exec(firstPart(code)) ?? [];
  if (isPlain === undefined || figure === null) return false;
  return Number(figure.toFixed(Math.min(decimals.length - 1, 100))) === figure;
}

interface Usual {
  readonly code: string | undefined;
  readonly row: number;
  count: number;
}

/**
 * The row of a figure of that column in the format that most of its figures have; null where none would show this one whole.
 * Each column is looked through once.
 */
export function usualFigures({ rows }: Grid): (column: number, figure: number | null) => number | null {
  const known = new Map<number, readonly Usual[]>();
  const lookThrough = (column: number): readonly Usual[] => {
    const usuals = new Map<string | undefined, Usual>();
    for (const { row, cells } of rows) {
      const cell = cells.find((candidate) => candidate.column === column);
      if (typeof cell?.value !== "number") continue;
      const usual = usuals.get(cell.format);
      if (usual) usual.count++;
      else usuals.set(cell.format, { code: cell.format, row, count: 1 });
    }
    return [...usuals.values()].sort((a, b) => b.count - a.count);
  };
  return (column, figure) => {
    const usuals = known.get(column) ?? lookThrough(column);
    known.set(column, usuals);
    return usuals.find(({ code }) => showsWhole(code, figure))?.row ?? null;
  };
}
