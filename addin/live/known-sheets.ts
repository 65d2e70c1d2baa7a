/** The workbook's sheets as they were last read, and which of them have changed since. */
import type { Grid } from "../../shared/grid.ts";
import type { Host, Occasion, Outcome, SheetInfo } from "../host/port.ts";

interface Known {
  readonly grid: Grid | null;
  /** Counts the changes told; what was read after the last of them is up to date. */
  readonly changes: number;
  readonly readAt: number;
  /** Of the changes, the last after which cells had other names. */
  readonly movedAt: number;
}

export interface SheetReading {
  readonly id: string;
  /** Null when it is read for the first time, or cells have other names since. */
  readonly before: Grid | null;
  readonly now: Grid;
}

export class KnownSheets {
  readonly #host: Pick<Host, "listSheets" | "readSheet">;
  readonly #known = new Map<string, Known>();
  readonly #tooLarge = new Set<string>();
  infos: readonly SheetInfo[] = [];

  constructor(host: Pick<Host, "listSheets" | "readSheet">) {
    this.#host = host;
  }

  noteChange(id: string): void {
    const known = this.#known.get(id);
    if (known) this.#known.set(id, { ...known, changes: known.changes + 1 });
  }

  /** Cells have other names now. */
  noteMove(id: string): void {
    this.noteChange(id);
    const known = this.#known.get(id);
    if (known) this.#known.set(id, { ...known, movedAt: known.changes });
  }

  noteAll(): void {
    for (const id of this.#known.keys()) this.noteChange(id);
  }

  nameOf = (id: string): string | null => this.infos.find((info) => info.id === id)?.name ?? null;
  idOf = (name: string): string | null => this.infos.find((info) => info.name === name)?.id ?? null;
  gridOf = (id: string): Grid | undefined => this.#known.get(id)?.grid ?? undefined;

  /** In the workbook's order; only those read so far. */
  grids = (): readonly Grid[] => this.infos.flatMap(({ id }) => this.#known.get(id)?.grid ?? []);

  /** Names of sheets that have more cells than can be read. */
  tooLarge = (): readonly string[] => this.infos.flatMap(({ id, name }) => (this.#tooLarge.has(id) ? [name] : []));

  /** @returns sheets that have another name than before */
  async list(): Promise<Outcome<readonly { readonly from: string; readonly to: string }[]>> {
    const listed = await this.#host.listSheets();
    if (!listed.ok) return listed;
    const renamed = listed.value.flatMap(({ id, name }) => {
      const before = this.nameOf(id);
      return before === null || before === name ? [] : [{ id, from: before, to: name }];
    });
    this.infos = listed.value;
    const ids = new Set(listed.value.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
    for (const id of ids)
      if (!this.#known.has(id)) this.#known.set(id, { grid: null, changes: 1, readAt: 0, movedAt: 0 });
    for (const { id } of renamed) this.noteChange(id);
    return { ok: true, value: renamed };
  }

  /** Those that changed since they were read, one after another; a sheet that is gone meanwhile is passed over. */
  async readChanged(occasion: Occasion): Promise<Outcome<readonly SheetReading[]>> {
    const readings: SheetReading[] = [];
    for (const { id } of this.infos) {
      const known = this.#known.get(id);
      if (!known || known.changes === known.readAt) continue;
      const read = await this.#host.readSheet(id, occasion);
      if (!read.ok) {
        if (read.trouble.code === "sheet-gone") continue;
        if (read.trouble.code !== "sheet-too-large") return read;
        // The others can be checked all the same; it is tried again when it has changed.
        this.#known.set(id, { ...known, grid: null, readAt: known.changes });
        this.#tooLarge.add(id);
        continue;
      }
      this.#tooLarge.delete(id);
      const now = this.#known.get(id);
      if (!now) continue;
      // Changes told while it was read may or may not be in it: it is read once more for them.
      this.#known.set(id, { ...now, grid: read.value, readAt: known.changes });
      // What moved since the reading before began, or during this one, is not where it was.
      readings.push({ id, before: now.movedAt > known.readAt ? null : known.grid, now: read.value });
    }
    return { ok: true, value: readings };
  }

  /** Whether cells of a sheet have other names than when it was read. */
  hasMoved = (): boolean => [...this.#known.values()].some(({ movedAt, readAt }) => movedAt > readAt);

  isUpToDate = (): boolean => [...this.#known.values()].every(({ changes, readAt }) => changes === readAt);
}
