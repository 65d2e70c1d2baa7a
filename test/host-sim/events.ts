/** Who listens to what, and what has happened since the last answer went out. */
const EVENT_CATEGORY = 65_536;

/** As the library's _Register…Event or _RegisterEvent… calls them. */
export const EVENTS = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  RowSorted: 19,
  RowHiddenChanged: 22,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  AutoSaveSettingChanged: 2200,
} as const;
export type EventName = keyof typeof EVENTS;

export const isEventName = (name: string): name is EventName => Object.keys(EVENTS).includes(name);

/** The target of the whole workbook and of its collection of sheets. */
export const WORKBOOK = "Workbook";

export type EventEntry = readonly [category: number, type: number, target: string, args: string, order: number];

export class Events {
  readonly #listening = new Set<string>();
  #pending: EventEntry[] = [];

  listen(name: EventName, target: string, isOn: boolean): void {
    if (isOn) this.#listening.add(`${name} ${target}`);
    else this.#listening.delete(`${name} ${target}`);
  }

  get listenerCount(): number {
    return this.#listening.size;
  }

  /** A sheet's own handlers hear it, and those of the collection. */
  emit(name: EventName, target: string, args: Readonly<Record<string, unknown>>): void {
    for (const hearing of new Set([target, WORKBOOK]))
      if (this.#listening.has(`${name} ${hearing}`))
        this.#pending.push([EVENT_CATEGORY, EVENTS[name], hearing, JSON.stringify(args), this.#pending.length]);
  }

  take(): readonly EventEntry[] {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }
}
