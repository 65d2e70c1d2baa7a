/** A sheet of the simulated workbook: its cells, and all that lies over them. */
import type { Area, CellValue } from "../../shared/grid.ts";
import { areaOf, eachCell, hull, LAST_COLUMN, meet, WHOLE_SHEET } from "./address.ts";
import { Formula } from "./formulas/formula.ts";

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

export interface FormulaAt extends Place {
  readonly formula: Formula;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const COLUMNS = LAST_COLUMN + 1;
export const keyOf = (row: number, column: number): number => row * COLUMNS + column;

/** Few columns of a wide row, or the few cells of a row in a wide area. */
function columnsIn({ left, right }: Area, cells: ReadonlyMap<number, Cell>): readonly number[] {
  return right - left < cells.size
    ? Array.from({ length: right - left + 1 }, (_, index) => left + index)
    : [...cells.keys()].filter((column) => column >= left && column <= right);
}

const isBlank = ({ value, formula }: Cell): boolean => value === "" && formula === null;

export class Sheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  isProtected = false;
  merged: readonly Area[] = [];
  hiddenRows: ReadonlySet<number> = new Set();
  hiddenColumns: ReadonlySet<number> = new Set();
  /** Of array formulas: written as a whole or not at all. */
  arrays: readonly Area[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];
  #cells = new Map<number, Map<number, Cell>>();
  /** By `keyOf`: asked for at every change. */
  readonly #formulas = new Map<number, Formula>();
  /** Where values and formulas are; undefined when it must be looked for. */
  #used: Area | null | undefined = null;

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  get cells(): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
    return this.#cells;
  }

  cell(row: number, column: number): Cell {
    return this.#cells.get(row)?.get(column) ?? BLANK;
  }

  put(row: number, column: number, change: Partial<Cell>): void {
    let cells = this.#cells.get(row);
    if (!cells) this.#cells.set(row, (cells = new Map<number, Cell>()));
    const cell = { ...(cells.get(column) ?? BLANK), ...change };
    cells.set(column, cell);
    if (change.formula !== undefined) this.#noteFormula(keyOf(row, column), change.formula);
    this.#noteUse(row, column, cell);
  }

  /** As `put`, for a formula that is known already. */
  putFormula(row: number, column: number, formula: Formula): void {
    this.#formulas.set(keyOf(row, column), formula);
    this.put(row, column, { formula: formula.text });
  }

  #noteFormula(key: number, text: string | null): void {
    if (text === null) this.#formulas.delete(key);
    else if (this.#formulas.get(key)?.text !== text) this.#formulas.set(key, new Formula(text));
  }

  #noteUse(row: number, column: number, cell: Cell): void {
    const used = this.#used;
    if (used === undefined) return;
    if (!isBlank(cell)) this.#used = used ? hull(used, areaOf(row, column)) : areaOf(row, column);
    else if (used && (row === used.top || row === used.bottom || column === used.left || column === used.right))
      this.#used = undefined;
  }

  /** All cells are elsewhere now; formulas go with them as they are. */
  replaceCells(cells: Map<number, Map<number, Cell>>, placeOf: (row: number, column: number) => Place | null): void {
    const formulas = [...this.formulas()];
    this.#cells = cells;
    this.#used = undefined;
    this.#formulas.clear();
    for (const { row, column, formula } of formulas) {
      const now = placeOf(row, column);
      if (now) this.#formulas.set(keyOf(now.row, now.column), formula);
    }
  }

  /** @returns how to put the area's cells back as they are now */
  remember(area: Area): () => void {
    const before: [row: number, column: number, cell: Cell][] = [];
    eachCell(area, (row, column) => before.push([row, column, this.cell(row, column)]));
    return () => {
      for (const [row, column, cell] of before) this.put(row, column, cell);
    };
  }

  /** The cells that exist in the area; null without any. Formats alone do not count when `valuesOnly`. */
  used(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | null {
    if (!valuesOnly || within !== WHOLE_SHEET) return this.#findUsed(valuesOnly, within);
    this.#used ??= this.#used === null ? null : this.#findUsed(true, WHOLE_SHEET);
    return this.#used;
  }

  #findUsed(valuesOnly: boolean, within: Area): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [row, cells] of this.rowsIn(within)) {
      for (const [column, cell] of cells) {
        if (column < within.left || column > within.right || (valuesOnly && isBlank(cell))) continue;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
    return top === Infinity ? null : { top, left, bottom, right };
  }

  /** What each cell of the area gives, in the shape in which Excel answers. */
  table<T>({ top, left, bottom, right }: Area, give: (cell: Cell) => T): T[][] {
    const blank = give(BLANK);
    const table: T[][] = [];
    for (let row = top; row <= bottom; row++) {
      const cells = this.#cells.get(row);
      const line: T[] = [];
      for (let column = left; column <= right; column++) {
        const cell = cells?.get(column);
        line.push(cell ? give(cell) : blank);
      }
      table.push(line);
    }
    return table;
  }

  *rowsIn({ top, bottom }: Area): Iterable<[number, ReadonlyMap<number, Cell>]> {
    if (bottom - top >= this.#cells.size) {
      for (const [row, cells] of this.#cells) if (row >= top && row <= bottom) yield [row, cells];
      return;
    }
    for (let row = top; row <= bottom; row++) {
      const cells = this.#cells.get(row);
      if (cells) yield [row, cells];
    }
  }

  /** Of the cells that exist, by rows. */
  *placesIn(area: Area): Iterable<Place> {
    for (const [row, cells] of this.rowsIn(area))
      for (const column of columnsIn(area, cells)) if (cells.has(column)) yield { row, column };
  }

  *formulas(): Iterable<FormulaAt> {
    for (const [key, formula] of this.#formulas)
      yield { row: Math.floor(key / COLUMNS), column: key % COLUMNS, formula };
  }

  mergedIn = (area: Area): readonly Area[] => this.merged.filter((other) => meet(area, other));
}
