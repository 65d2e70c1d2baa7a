/** The rows of one sheet as its cells come: in order from all common writers, in any order from the others. */
import type { GridCell, GridRow } from "../../../shared/grid.ts";
import { excessOf } from "../excess.ts";
import type { RefusalCode } from "../refusals.ts";

interface OpenRow {
  readonly row: number;
  readonly cells: GridCell[];
}

/** Ascending, and one cell to a place even in a sheet that gives it twice: the last counts. */
function inOrder(cells: readonly GridCell[]): readonly GridCell[] {
  const isAscending = cells.every(({ column }, index) => index === 0 || column > (cells[index - 1]?.column ?? 0));
  // A copy takes no more room than it needs; a list that has grown takes up to twice as much.
  if (isAscending) return cells.slice();
  return [...new Map(cells.map((cell) => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}

export class RowList {
  readonly hidden = new Set<number>();
  readonly #columns = new Set<number>();
  readonly #rows: OpenRow[] = [];
  #latest: OpenRow = { row: 0, cells: [] };
  /** Only once a row has come after a later one. */
  #byNumber: Map<number, OpenRow> | null = null;

  add(row: number, cell: GridCell): void {
    this.#columns.add(cell.column);
    if (row !== this.#latest.row) this.#latest = this.#open(row);
    this.#latest.cells.push(cell);
  }

  get excess(): RefusalCode | null {
    return excessOf(this.#rows.length, this.#columns.size);
  }

  close(): readonly GridRow[] {
    if (this.#byNumber) this.#rows.sort((a, b) => a.row - b.row);
    return this.#rows.map(({ row, cells }) => ({ row, hidden: this.hidden.has(row), cells: inOrder(cells) }));
  }

  #open(row: number): OpenRow {
    if (row < this.#latest.row) this.#byNumber ??= new Map(this.#rows.map((open) => [open.row, open]));
    const known = this.#byNumber?.get(row);
    if (known) return known;
    const open: OpenRow = { row, cells: [] };
    this.#rows.push(open);
    this.#byNumber?.set(row, open);
    return open;
  }
}
