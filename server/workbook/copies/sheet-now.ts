/** A sheet as it is with the fixes written, and what of it is known no longer. */
import type { Edit } from "../../../shared/finding.ts";
import type { Area, Grid, GridCell } from "../../../shared/grid.ts";
import type { FormulaArea } from "./cell-formulas.ts";
import { CellIndex } from "./cell-index.ts";
import { columnOf, placeOf, rowOf } from "./place.ts";

export interface ChangedSheet {
  readonly grid: Grid;
  /** By their place. */
  readonly edits: ReadonlyMap<number, Edit>;
  /** Of formulas that fill several cells. */
  readonly areas: readonly FormulaArea[];
}

export interface FormulaCell {
  readonly sheet: SheetNow;
  readonly place: number;
  readonly formula: string;
}

export class SheetNow {
  readonly name: string;
  /** Who looks at its cells. */
  readonly index = new CellIndex<FormulaCell>();
  /** Cells whose value is another, or may be. */
  readonly stale = new Set<number>();
  readonly #changed: ChangedSheet;
  readonly #rows: ReadonlyMap<number, Grid["rows"][number]>;

  constructor(changed: ChangedSheet) {
    this.name = changed.grid.name;
    this.#changed = changed;
    this.#rows = new Map(changed.grid.rows.map((row) => [row.row, row]));
  }

  get edits(): ReadonlyMap<number, Edit> {
    return this.#changed.edits;
  }

  isHidden(row: number): boolean {
    return this.#rows.get(row)?.hidden === true;
  }

  /** As it was read, but for what was written. */
  cellAt(place: number): GridCell | undefined {
    const column = columnOf(place);
    const edit = this.edits.get(place);
    if (edit?.formula !== undefined) return { column, value: null, formula: edit.formula };
    if (edit) return { column, value: edit.value ?? "" };
    return this.#rows.get(rowOf(place))?.cells.find((cell) => cell.column === column);
  }

  /** As they are now. */
  formulas(): readonly FormulaCell[] {
    const kept = this.#changed.grid.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, formula }): FormulaCell[] => {
        const place = placeOf(row, column);
        return formula === undefined || this.edits.has(place) ? [] : [{ sheet: this, place, formula }];
      }),
    );
    const written = [...this.edits].flatMap(([place, { formula }]) =>
      formula === undefined ? [] : [{ sheet: this, place, formula }],
    );
    return [...kept, ...written];
  }

  /** All cells whose value comes from the formula in that one. */
  filledFrom(place: number): readonly number[] {
    const area = this.#changed.areas.find(({ top, left }) => placeOf(top, left) === place);
    return area ? [place, ...this.#cellsIn(area)] : [place];
  }

  /** All cells of what-if tables. */
  tables(): readonly number[] {
    return this.#changed.areas.filter(({ isTable }) => isTable).flatMap((area) => this.#cellsIn(area));
  }

  #cellsIn({ top, left, bottom, right }: Area): readonly number[] {
    return this.#changed.grid.rows
      .filter(({ row }) => row >= top && row <= bottom)
      .flatMap(({ row, cells }) =>
        cells.filter(({ column }) => column >= left && column <= right).map(({ column }) => placeOf(row, column)),
      );
  }
}
