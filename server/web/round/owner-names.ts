/** The names of organisations that ask for rounds: one's own is known, others are asked for once. */
import type { Round } from "../../../shared/api/rounds.ts";
import type { Scope } from "../page.ts";

export class OwnerNames {
  readonly #scope: Scope;
  readonly #names = new Map<string, string>();
  #isAsked = false;

  constructor(scope: Scope) {
    this.#scope = scope;
    const { organisation } = scope.me;
    this.#names.set(organisation.id, organisation.name);
  }

  /** Null while it is not known. */
  of({ ownerId }: Round): string | null {
    const known = this.#names.get(ownerId);
    if (known === undefined && !this.#isAsked) void this.#ask();
    return known ?? null;
  }

  async #ask(): Promise<void> {
    this.#isAsked = true;
    const reply = await this.#scope.ask((client) => client.call("listOrganisations", {}));
    if (!reply.ok) return;
    for (const { id, name } of reply.value.organisations) this.#names.set(id, name);
    this.#scope.redraw();
  }
}
