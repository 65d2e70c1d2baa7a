/** Objects that the library asked to be kept from one batch to the next, by the name it calls them. */
import type { HostObject } from "./host-object.ts";

export class KeptObjects {
  readonly #byName = new Map<string, HostObject>();
  readonly #names = new Map<HostObject, string>();
  #last = 0;

  get size(): number {
    return this.#byName.size;
  }

  keep(object: HostObject): void {
    if (this.#names.has(object)) return;
    this.#last += 1;
    const name = `kept${String(this.#last)}`;
    this.#names.set(object, name);
    this.#byName.set(name, object);
  }

  release(name: string): void {
    const object = this.#byName.get(name);
    this.#byName.delete(name);
    if (object) this.#names.delete(object);
  }

  get = (name: string): HostObject | undefined => this.#byName.get(name);
  nameOf = (object: HostObject): string | undefined => this.#names.get(object);
}
