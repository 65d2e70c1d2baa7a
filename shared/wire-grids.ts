/** Sheets as they came over the wire → grids that keep what Grid promises. */
import type * as z from "zod";
import { cellName, type Grid, type GridCell, type GridRow } from "./grid.ts";
import type { gridSchema } from "./submission.ts";

export type WireGrid = z.infer<typeof gridSchema>;

export type GridsFromWire =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | {
      readonly ok: false;
      readonly code: "duplicate-sheet" | "duplicate-row" | "duplicate-cell";
      readonly sheet: string;
      /** "" for a sheet, "12" for a row, "C12" for a cell. */
      readonly at: string;
    };

type Refusal = Extract<GridsFromWire, { ok: false }>;

/** Rows and cells in ascending order. What is given twice is refused: nobody knows which of the two is meant. */
export function gridsFromWire(sheets: readonly WireGrid[]): GridsFromWire {
  const names = new Set<string>();
  for (const { name } of sheets) {
    // Excel does not tell names of sheets apart by case.
    const key = name.normalize("NFC").toLowerCase();
    if (names.has(key)) return { ok: false, code: "duplicate-sheet", sheet: name, at: "" };
    names.add(key);
  }
  const grids: Grid[] = [];
  for (const sheet of sheets) {
    const grid = gridFromWire(sheet);
    const refusal = findDuplicate(grid);
    if (refusal) return refusal;
    grids.push(grid);
  }
  return { ok: true, grids };
}

const gridFromWire = ({ name, rows, merged, hiddenColumns, hidden }: WireGrid): Grid => ({
  name,
  rows: [...rows].sort((a, b) => a.row - b.row).map(rowFromWire),
  merged,
  hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
  hidden,
});

const rowFromWire = ({ row, hidden, cells }: WireGrid["rows"][number]): GridRow => ({
  row,
  hidden,
  cells: [...cells]
    .sort((a, b) => a.column - b.column)
    .map(({ column, value, formula, format }): GridCell => ({
      column,
      value,
      ...(formula === undefined ? {} : { formula }),
      ...(format === undefined ? {} : { format }),
    })),
});

/** The first row or cell that stands twice in an ascending grid. */
function findDuplicate({ name, rows }: Grid): Refusal | null {
  const refuse = (code: Refusal["code"], at: string): Refusal => ({ ok: false, code, sheet: name, at });
  for (const [index, { row, cells }] of rows.entries()) {
    if (rows[index + 1]?.row === row) return refuse("duplicate-row", String(row));
    const twice = cells.find(({ column }, place) => cells[place + 1]?.column === column);
    if (twice) return refuse("duplicate-cell", cellName(row, twice.column));
  }
  return null;
}
