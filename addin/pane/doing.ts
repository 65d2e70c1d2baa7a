/** What is under way in the pane, by name: a button that was pressed turns until it is done. */
export class Doing {
  readonly #names = new Set<string>();
  readonly #redraw: () => void;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  is = (name: string): boolean => this.#names.has(name);

  /** Not twice at a time. */
  async run(name: string, act: () => Promise<void>): Promise<void> {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    this.#redraw();
    try {
      await act();
    } finally {
      this.#names.delete(name);
      this.#redraw();
    }
  }
}
