/** Loads what speaks with the service, once; where the network fails, as often as it is asked for. */
import type { Sync } from "../sync/state.ts";
import type * as submitPart from "./submit-part.ts";

export type SubmitPart = Pick<typeof submitPart, "submitTab" | "showMerged">;

export interface Loaded {
  readonly part: SubmitPart;
  readonly sync: Sync;
}

export interface ServiceSideOptions extends submitPart.SyncSurroundings {
  readonly redraw: () => void;
}

export class ServiceSide {
  readonly #options: ServiceSideOptions;
  #loading: Promise<Loaded | null> | null = null;
  loaded: Loaded | null = null;
  hasFailed = false;

  constructor(options: ServiceSideOptions) {
    this.#options = options;
  }

  load(): Promise<Loaded | null> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<Loaded | null> {
    const { redraw } = this.#options;
    this.hasFailed = false;
    redraw();
    try {
      const part = await import("./submit-part.ts");
      const sync = part.startSync(this.#options);
      sync.subscribe(redraw);
      this.loaded = { part, sync };
    } catch {
      this.hasFailed = true;
      this.#loading = null;
    }
    redraw();
    return this.loaded;
  }
}
