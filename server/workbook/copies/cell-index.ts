/** Which formulas look at a cell. */
import type { Area } from "../../../shared/grid.ts";
import { placeOf } from "./place.ts";

interface Watching<T> extends Area {
  readonly by: T;
}

/** An area over more columns than this is not listed under each of them. */
const FEW_COLUMNS = 64;

/** Of one sheet. */
export class CellIndex<T> {
  readonly #cells = new Map<number, T[]>();
  readonly #columns = new Map<number, Watching<T>[]>();
  readonly #wide: Watching<T>[] = [];

  watch({ top, left, bottom, right }: Area, by: T): void {
    const watching = { top, left, bottom, right, by };
    if (top === bottom && left === right) push(this.#cells, placeOf(top, left), by);
    else if (right - left >= FEW_COLUMNS) this.#wide.push(watching);
    else for (let column = left; column <= right; column++) push(this.#columns, column, watching);
  }

  /** How many areas are looked through for a cell of that column. */
  weightOf(column: number): number {
    return (this.#columns.get(column)?.length ?? 0) + this.#wide.length + 1;
  }

  *watchersOf(row: number, column: number): Generator<T> {
    yield* this.#cells.get(placeOf(row, column)) ?? [];
    for (const { top, bottom, by } of this.#columns.get(column) ?? []) if (top <= row && bottom >= row) yield by;
    for (const { top, bottom, left, right, by } of this.#wide)
      if (top <= row && bottom >= row && left <= column && right >= column) yield by;
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
