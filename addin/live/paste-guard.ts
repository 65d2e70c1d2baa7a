/** Watches what pastes take away: formulas by the sheet's last reading, drop-downs by asking for them before and after. */
import type { AppendixReport } from "../checking/report.ts";
import { parseAddress } from "../host/cell-areas.ts";
import type { EntryRule, Host } from "../host/port.ts";
import type { KnownSheets, SheetReading } from "./known-sheets.ts";
import { findLostFormulas, findLostRules, isPaste, stillLost } from "./losses.ts";
import type { Loss } from "./state.ts";

/** Rules of entry are asked for area by area; in longer tables that would take Excel too long. */
const MOST_ROWS = 3_000;

export class PasteGuard {
  readonly #host: Pick<Host, "readEntryRules">;
  readonly #sheets: KnownSheets;
  readonly #pasted = new Map<string, string[]>();
  readonly #rules = new Map<string, readonly EntryRule[]>();
  #lastId = 0;

  constructor(host: Pick<Host, "readEntryRules">, sheets: KnownSheets) {
    this.#host = host;
    this.#sheets = sheets;
  }

  noteChange(sheetId: string, cells: string): void {
    if (!isPaste(cells)) return;
    this.#pasted.set(sheetId, [...(this.#pasted.get(sheetId) ?? []), cells]);
  }

  /** Cells have other names now: what was known of the sheet can't be compared any more. */
  noteMove(sheetId: string): void {
    this.#pasted.delete(sheetId);
    this.#rules.delete(sheetId);
  }

  /** Of the losses known, what is not put back yet; and what the pastes since the last reading took. */
  async find(known: readonly Loss[], readings: readonly SheetReading[]): Promise<readonly Loss[]> {
    const losses: Loss[] = [];
    for (const loss of known.filter(({ sheetId }) => this.#sheets.nameOf(sheetId) !== null)) {
      const now = readings.find(({ id }) => id === loss.sheetId)?.now;
      const formulas = now ? stillLost(loss.formulas, now) : loss.formulas;
      if (formulas.length + loss.entryRules.length > 0) losses.push({ ...loss, formulas });
    }
    for (const reading of readings) losses.push(...(await this.#findNew(reading)));
    return losses;
  }

  async #findNew({ id, before, now }: SheetReading): Promise<readonly Loss[]> {
    const pasted = this.#pasted.get(id) ?? [];
    this.#pasted.delete(id);
    if (pasted.length === 0 || !before) return [];
    const formulas = findLostFormulas(before, now, pasted);
    const entryRules = await this.#findLostRules(id, pasted);
    if (formulas.length + entryRules.length === 0) return [];
    this.#lastId += 1;
    return [{ id: this.#lastId, sheetId: id, sheet: now.name, pasted: pasted.join(","), formulas, entryRules }];
  }

  async #findLostRules(id: string, pasted: readonly string[]): Promise<readonly EntryRule[]> {
    const before = this.#rules.get(id) ?? [];
    if (before.length === 0) return [];
    const now = await this.#host.readEntryRules(id, before.map(({ cells }) => cells).join(","));
    return now.ok ? findLostRules(before, now.value, pasted) : [];
  }

  /** Learns the rules of entry of tables it does not know yet. */
  async learn(appendices: readonly AppendixReport[]): Promise<void> {
    for (const { sheet, area } of appendices) {
      const id = this.#sheets.idOf(sheet);
      if (id === null || this.#rules.has(id)) continue;
      const [span] = parseAddress(area);
      if (!span || span.bottom - span.top > MOST_ROWS) continue;
      const rules = await this.#host.readEntryRules(id, area);
      if (rules.ok) this.#rules.set(id, rules.value);
    }
  }
}
