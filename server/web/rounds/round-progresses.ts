/** How far each of several rounds is; each is asked for when it is first shown. */
import type { Round } from "../../../shared/api/rounds.ts";
import { ASKING, knownFrom, type Known, type Scope } from "../page.ts";
import type { Progress } from "../round/live-progress.ts";

export class RoundProgresses {
  readonly #scope: Scope;
  readonly #known = new Map<string, Known<Progress>>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  of({ id }: Round): Known<Progress> {
    const known = this.#known.get(id);
    if (known) return known;
    this.#known.set(id, ASKING);
    void this.#ask(id);
    return ASKING;
  }

  /** Asks anew for all that could not be read. */
  again(): void {
    for (const [id, known] of this.#known) if (known.kind === "trouble") this.#known.delete(id);
    this.#scope.redraw();
  }

  async #ask(roundId: string): Promise<void> {
    const reply = await this.#scope.ask((client) => client.call("readProgress", { params: { roundId } }));
    this.#known.set(roundId, knownFrom(reply));
    this.#scope.redraw();
  }
}
