/** A state that others look at and are told of when it changes. Each change is a new object: what was read stays as it was. */
export interface Observed<S> {
  readonly state: S;
  /** @returns how to stop being told */
  subscribe(listener: () => void): () => void;
}

/** The state as its owner holds it, who alone changes it. */
export class Observable<S extends object> implements Observed<S> {
  #state: S;
  readonly #listeners = new Set<() => void>();

  constructor(state: S) {
    this.#state = state;
  }

  get state(): S {
    return this.#state;
  }

  change(part: Partial<S>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
