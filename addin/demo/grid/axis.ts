/** Rows down the sheet, or columns along it: how large each is, where it begins, and which one lies at a place. */
export class Axis {
  /** Of the first one: rows are counted from 1, columns from 0. */
  readonly first: number;
  readonly #sizes: number[];
  #starts: Float64Array;

  constructor(first: number, sizes: number[]) {
    this.first = first;
    this.#sizes = sizes;
    this.#starts = new Float64Array(sizes.length + 1);
    this.#placeFrom(0);
  }

  get last(): number {
    return this.first + this.#sizes.length - 1;
  }

  get total(): number {
    return this.#starts[this.#sizes.length] ?? 0;
  }

  /** Hidden ones have no size. */
  sizeOf = (index: number): number => this.#sizes[index - this.first] ?? 0;
  startOf = (index: number): number => this.#starts[Math.min(index, this.last + 1) - this.first] ?? 0;
  endOf = (index: number): number => this.startOf(index) + this.sizeOf(index);

  /** The one that covers the place; the first or last for a place outside. */
  indexAt(place: number): number {
    let low = 0;
    let high = this.#sizes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return this.first + low;
  }

  /** @returns by how much all that lies behind `before` moved */
  resize(sizes: ReadonlyMap<number, number>, before: number): number {
    let lowest = Infinity;
    for (const [index, size] of sizes) {
      if (this.sizeOf(index) === size) continue;
      this.#sizes[index - this.first] = size;
      lowest = Math.min(lowest, index - this.first);
    }
    const start = this.startOf(before);
    if (lowest < Infinity) this.#placeFrom(lowest);
    return this.startOf(before) - start;
  }

  /** Reaches at least so far, with more of the given size. */
  growTo(last: number, size: number): void {
    const before = this.#sizes.length;
    while (this.last < last) this.#sizes.push(size);
    if (this.#sizes.length === before) return;
    const starts = new Float64Array(this.#sizes.length + 1);
    starts.set(this.#starts);
    this.#starts = starts;
    this.#placeFrom(before);
  }

  #placeFrom(position: number): void {
    let start = this.#starts[position] ?? 0;
    for (let at = position; at < this.#sizes.length; at++) {
      this.#starts[at] = start;
      start += this.#sizes[at] ?? 0;
    }
    this.#starts[this.#sizes.length] = start;
  }
}
