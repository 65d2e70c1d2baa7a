/** Which formulas look at a cell. */
import type { Area } from "../../../shared/grid.ts";
import { placeOf } from "./place.ts";

interface Watching<T> extends Area {
  readonly by: T;
}

/** An area over more columns than this is not listed under each of them, and one over more rows not under each block of them. */
const FEW = 64;

const blockOf = (row: number): number => Math.floor(row / FEW);

/** Of one sheet. */
export class CellIndex<T> {
  readonly #cells = new Map<number, T[]>();
  /** By column and block of rows. */
  readonly #low = new Map<number, Watching<T>[]>();
  /** By column. */
  readonly #tall = new Map<number, Watching<T>[]>();
  readonly #wide: Watching<T>[] = [];

  watch({ top, left, bottom, right }: Area, by: T): void {
    const watching = { top, left, bottom, right, by };
    if (top === bottom && left === right) push(this.#cells, placeOf(top, left), by);
    else if (right - left >= FEW) this.#wide.push(watching);
    else for (let column = left; column <= right; column++) this.#list(watching, column);
  }

  #list(watching: Watching<T>, column: number): void {
    const { top, bottom } = watching;
    if (bottom - top >= FEW) push(this.#tall, column, watching);
    else
      for (let block = blockOf(top); block <= blockOf(bottom); block++)
        push(this.#low, placeOf(block, column), watching);
  }

  /** How many areas are looked through for that cell. */
  weightOf(row: number, column: number): number {
    const low = this.#low.get(placeOf(blockOf(row), column))?.length ?? 0;
    return low + (this.#tall.get(column)?.length ?? 0) + this.#wide.length + 1;
  }

  *watchersOf(row: number, column: number): Generator<T> {
    yield* this.#cells.get(placeOf(row, column)) ?? [];
    for (const { top, bottom, by } of this.#low.get(placeOf(blockOf(row), column)) ?? [])
      if (top <= row && bottom >= row) yield by;
    for (const { top, bottom, by } of this.#tall.get(column) ?? []) if (top <= row && bottom >= row) yield by;
    for (const { top, bottom, left, right, by } of this.#wide)
      if (top <= row && bottom >= row && left <= column && right >= column) yield by;
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
