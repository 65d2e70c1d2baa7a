/** What the service answered about what is shown: asked for anew only when that is another. */
import type { Asked } from "../../../../addin/sync/requests.ts";
import { ASKING, type Known, type Scope } from "../../page.ts";
import { Latest } from "../../parts/latest.ts";

export class KeptAnswer<T> {
  readonly #scope: Scope;
  #about: string | null = null;
  #latest: Latest<T> | null = null;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  get known(): Known<T> {
    return this.#latest?.known ?? ASKING;
  }

  /** @param about what it is asked about, as a text */
  askAbout(about: string, asked: Asked<T>): void {
    if (about === this.#about) return;
    this.#about = about;
    this.close();
    this.#latest = new Latest({ ask: () => this.#scope.ask(asked), redraw: this.#scope.redraw });
    this.#latest.refresh();
  }

  readonly again = (): void => this.#latest?.retry();

  close(): void {
    this.#latest?.close();
  }
}
