/** A sheet of the simulated workbook: its cells, and all that lies over them. */
import type { Area, CellValue } from "../../shared/grid.ts";
import { eachCell, meet, WHOLE_SHEET } from "./address.ts";

export interface Cell {
  readonly value: CellValue;
  /** With its "="; null for a constant. */
  readonly formula: string | null;
  readonly format: string;
  readonly fill: string;
  readonly locked: boolean;
}

export const BLANK: Cell = { value: "", formula: null, format: "General", fill: "", locked: true };

/** Conditional formats of a custom formula: the only kind the add-in makes or may meet in our tests. */
export interface ConditionalFormat {
  readonly id: string;
  areas: readonly Area[];
  formula: string;
  fill: string;
}

export interface Validation {
  areas: readonly Area[];
  /** As the API gives it: { list: { inCellDropDown, source } }. */
  rule: Readonly<Record<string, unknown>>;
}

export class Sheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  isProtected = false;
  cells = new Map<number, Map<number, Cell>>();
  merged: readonly Area[] = [];
  hiddenRows: ReadonlySet<number> = new Set();
  hiddenColumns: ReadonlySet<number> = new Set();
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  cell(row: number, column: number): Cell {
    return this.cells.get(row)?.get(column) ?? BLANK;
  }

  put(row: number, column: number, change: Partial<Cell>): void {
    const cells = this.cells.get(row) ?? new Map<number, Cell>();
    cells.set(column, { ...(cells.get(column) ?? BLANK), ...change });
    this.cells.set(row, cells);
  }

  /** @returns how to put the area's cells back as they are now */
  remember(area: Area): () => void {
    const before: [row: number, column: number, cell: Cell][] = [];
    eachCell(area, (row, column) => before.push([row, column, this.cell(row, column)]));
    return () => {
      for (const [row, column, cell] of before) this.put(row, column, cell);
    };
  }

  /** Cells that exist in the area; null without any. Formats alone do not count when `valuesOnly`. */
  used(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | null {
    let found: Area | null = null;
    for (const [row, cells] of this.rowsIn(within)) {
      for (const [column, cell] of cells) {
        if (column < within.left || column > within.right) continue;
        if (valuesOnly && cell.value === "" && cell.formula === null) continue;
        found = found
          ? {
              top: Math.min(found.top, row),
              left: Math.min(found.left, column),
              bottom: Math.max(found.bottom, row),
              right: Math.max(found.right, column),
            }
          : { top: row, left: column, bottom: row, right: column };
      }
    }
    return found;
  }

  *rowsIn({ top, bottom }: Area): Iterable<[number, ReadonlyMap<number, Cell>]> {
    if (bottom - top >= this.cells.size) {
      for (const [row, cells] of this.cells) if (row >= top && row <= bottom) yield [row, cells];
      return;
    }
    for (let row = top; row <= bottom; row++) {
      const cells = this.cells.get(row);
      if (cells) yield [row, cells];
    }
  }

  *formulas(): Iterable<{ readonly row: number; readonly column: number; readonly formula: string }> {
    for (const [row, cells] of this.cells)
      for (const [column, { formula }] of cells) if (formula !== null) yield { row, column, formula };
  }

  mergedIn = (area: Area): readonly Area[] => this.merged.filter((other) => meet(area, other));
}
