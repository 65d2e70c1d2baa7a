/** The letter of a round as somebody has edited it, kept while their browser's tab is open. */

export class KeptLetter {
  readonly #name: string;

  constructor(personId: string, roundId: string) {
    this.#name = `phuluc.letter ${personId} ${roundId}`;
  }

  read(): string | null {
    try {
      return sessionStorage.getItem(this.#name);
    } catch {
      return null;
    }
  }

  /** Null takes it away. */
  write(letter: string | null): void {
    try {
      if (letter === null) sessionStorage.removeItem(this.#name);
      else sessionStorage.setItem(this.#name, letter);
    } catch {
      // Full or forbidden: then it lasts as long as the page.
    }
  }
}
