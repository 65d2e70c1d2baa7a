/** All of Excel's events that matter, registered once and handed on to whoever listens. */
import { changeEvent } from "./host-event.ts";
import type { OwnWrites } from "./own-writes.ts";
import type { HostEvent, Outcome } from "./port.ts";
import { done, type Session } from "./session.ts";

export type Listener = (event: HostEvent) => void;

/** What is kept of a registration: enough to take it back. */
interface Registration {
  readonly context: Excel.RequestContext | OfficeExtension.ClientRequestContext;
  remove(): void;
}

export class ExcelEvents {
  readonly #session: Session;
  readonly #ownWrites: OwnWrites;
  readonly #listeners = new Set<Listener>();
  #registrations: readonly Registration[] = [];
  #starting: Promise<Outcome<null>> | null = null;

  constructor(session: Session, ownWrites: OwnWrites) {
    this.#session = session;
    this.#ownWrites = ownWrites;
  }

  /** Excel is asked once; when it refuses, the next listener asks again. */
  async listen(listener: Listener): Promise<Outcome<() => void>> {
    this.#starting ??= this.#register();
    const started = await this.#starting;
    if (!started.ok) {
      this.#starting = null;
      return started;
    }
    this.#listeners.add(listener);
    return done(() => {
      this.#listeners.delete(listener);
    });
  }

  #tell(event: HostEvent): Promise<void> {
    for (const listener of [...this.#listeners]) listener(event);
    return Promise.resolve();
  }

  async #register(): Promise<Outcome<null>> {
    const registered = await this.#registerFirst();
    if (registered.ok) await this.#registerNewer();
    return registered;
  }

  /** Where the library or Excel refuses these, the rest is heard all the same. */
  #registerNewer(): Promise<Outcome<null>> {
    return this.#session.run("background", async (context) => {
      const { worksheets } = context.workbook;
      const { apiVersion } = this.#session.facts;
      const tell = (): Promise<void> => this.#tell({ kind: "sheets-changed" });
      const added: Registration[] = [];
      if (apiVersion >= 14) added.push(worksheets.onProtectionChanged.add(tell));
      if (apiVersion >= 17) added.push(worksheets.onNameChanged.add(tell), worksheets.onVisibilityChanged.add(tell));
      if (added.length === 0) return done(null);
      await context.sync();
      this.#registrations = [...this.#registrations, ...added];
      return done(null);
    });
  }

  #registerFirst(): Promise<Outcome<null>> {
    return this.#session.run("background", async (context) => {
      const { workbook } = context;
      const { worksheets } = workbook;
      this.#registrations = [
        worksheets.onChanged.add((args) => {
          const isOwn = this.#ownWrites.take(args.worksheetId, args.address);
          return this.#tell(changeEvent(args, isOwn));
        }),
        worksheets.onCalculated.add(({ worksheetId: sheet }) => this.#tell({ kind: "calculated", sheet })),
        worksheets.onSelectionChanged.add(({ worksheetId: sheet, address: cells }) =>
          this.#tell({ kind: "selected", sheet, cells }),
        ),
        worksheets.onActivated.add(({ worksheetId: sheet }) => this.#tell({ kind: "sheet-activated", sheet })),
        worksheets.onAdded.add(() => this.#tell({ kind: "sheets-changed" })),
        worksheets.onDeleted.add(() => this.#tell({ kind: "sheets-changed" })),
        worksheets.onRowSorted.add(({ worksheetId: sheet }) =>
          this.#tell({ kind: "sheet-changed", sheet, by: "officer", isShuffled: true }),
        ),
        worksheets.onRowHiddenChanged.add(({ worksheetId: sheet }) =>
          this.#tell({ kind: "sheet-changed", sheet, by: "officer" }),
        ),
        workbook.onAutoSaveSettingChanged.add(() => this.#tell({ kind: "autosave-switched" })),
      ];
      await context.sync();
      return done(null);
    });
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    const contexts = new Set(this.#registrations.map(({ context }) => context));
    for (const registration of this.#registrations) registration.remove();
    this.#registrations = [];
    this.#starting = null;
    for (const context of contexts) await context.sync().catch(() => undefined);
  }
}
