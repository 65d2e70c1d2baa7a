/** Which changes are ours. Excel says so from 1.14 on; before, each area we write is awaited once. */
const MOST_AWAITED = 50_000;

export class OwnWrites {
  readonly #awaited = new Map<string, number>();

  expect(sheet: string, cells: string): void {
    if (this.#awaited.size >= MOST_AWAITED) this.#awaited.clear();
    const key = `${sheet} ${cells}`;
    this.#awaited.set(key, (this.#awaited.get(key) ?? 0) + 1);
  }

  /** Whether this change was awaited; it then is no more. */
  take(sheet: string, cells: string): boolean {
    const key = `${sheet} ${cells}`;
    const count = this.#awaited.get(key) ?? 0;
    if (count <= 1) this.#awaited.delete(key);
    else this.#awaited.set(key, count - 1);
    return count > 0;
  }
}
