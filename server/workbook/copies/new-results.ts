/**
 * After cells were written: which formulas in the workbook may give something else now, and what. Whoever opens the copy without
 * calculating must not be told the old figure.
 */
import type { CellValue } from "../../../shared/grid.ts";
import { referencesOf, type Names } from "./formula-references.ts";
import { columnOf, rowOf } from "./place.ts";
import { SheetNow, type ChangedSheet, type FormulaCell } from "./sheet-now.ts";
import { StrictResults } from "./strict-results.ts";

export interface Changes {
  readonly sheets: readonly ChangedSheet[];
  /** The values before, by sheet and place. */
  readonly before: (sheet: string, place: number) => CellValue | null;
  readonly names: Names;
  /** Where dates count from 1904 their figures were read as others than the file's. */
  readonly from1904: boolean;
}

/** By sheet and place: of each formula that was written or may give something else, what it gives; null where that is not known. */
export type NewResults = ReadonlyMap<string, ReadonlyMap<number, number | null>>;

export function findNewResults(changes: Changes): NewResults {
  const workbook = new Recalculation(changes);
  workbook.changeValues();
  workbook.changeFormulas();
  return workbook.results();
}

/** Looked at for one change after the other, in all. */
const MOST_STEPS = 20_000_000;

class Recalculation {
  readonly #changes: Changes;
  readonly #sheets: ReadonlyMap<string, SheetNow>;
  readonly #formulas: readonly FormulaCell[];
  /** May look anywhere. */
  readonly #restless: FormulaCell[] = [];
  readonly #results = new StrictResults();
  #isChanged = false;
  #steps = 0;

  constructor(changes: Changes) {
    this.#changes = changes;
    const sheets = changes.sheets.map((sheet) => new SheetNow(sheet));
    this.#sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    this.#formulas = sheets.flatMap((sheet) => sheet.formulas());
    for (const cell of this.#formulas) this.#watch(cell);
  }

  #watch(cell: FormulaCell): void {
    const references = referencesOf(cell.formula, this.#changes.names);
    if (!references) this.#restless.push(cell);
    for (const { sheet, ...area } of references ?? [])
      (sheet === null ? cell.sheet : this.#sheets.get(sheet.toLowerCase()))?.index.watch(area, cell);
  }

  changeValues(): void {
    for (const sheet of this.#sheets.values())
      for (const [place, { value, formula }] of sheet.edits)
        if (formula === undefined && (value ?? "") !== this.#changes.before(sheet.name, place))
          this.#change(sheet, place);
  }

  /** A formula that gives what was typed in its place changes nothing. */
  changeFormulas(): void {
    for (const sheet of this.#sheets.values())
      for (const [place, { formula }] of sheet.edits) {
        if (formula === undefined || sheet.stale.has(place)) continue;
        const before = this.#changes.before(sheet.name, place);
        if (before === null || this.#resultOf(sheet, place) !== before) this.#change(sheet, place);
      }
  }

  #resultOf(sheet: SheetNow, place: number): number | null {
    return this.#changes.from1904 ? null : this.#results.of(sheet, place);
  }

  #change(sheet: SheetNow, place: number): void {
    this.#results.forget();
    this.#spread([[sheet, place]]);
    if (this.#isChanged) return;
    this.#isChanged = true;
    const tables = [...this.#sheets.values()].flatMap((one) => one.tables().map((at) => [one, at] as const));
    this.#spread([...this.#restless.map((cell) => [cell.sheet, cell.place] as const), ...tables]);
  }

  #spread(changed: readonly (readonly [SheetNow, number])[]): void {
    const open = changed.flatMap(([sheet, place]) => this.#mark(sheet, place));
    // Too much hangs together to be followed, and all is stale already.
    if (this.#steps > MOST_STEPS) return;
    for (let next = open.pop(); next; next = open.pop()) {
      const [{ index }, place] = next;
      const [row, column] = [rowOf(place), columnOf(place)];
      this.#steps += index.weightOf(row, column);
      if (this.#steps > MOST_STEPS) break;
      for (const { sheet, place: at } of index.watchersOf(row, column))
        if (!sheet.stale.has(at)) open.push(...this.#mark(sheet, at));
    }
    if (this.#steps > MOST_STEPS) for (const cell of this.#formulas) this.#mark(cell.sheet, cell.place);
  }

  /** @returns what is stale now and was not before */
  #mark(sheet: SheetNow, place: number): [SheetNow, number][] {
    const more = sheet.filledFrom(place).filter((at) => !sheet.stale.has(at));
    for (const at of more) sheet.stale.add(at);
    return more.map((at) => [sheet, at]);
  }

  results(): NewResults {
    return new Map(
      [...this.#sheets.values()].map((sheet) => {
        const written = [...sheet.edits].filter(([, { formula }]) => formula !== undefined).map(([place]) => place);
        const isValue = (place: number): boolean =>
          sheet.edits.has(place) && sheet.edits.get(place)?.formula === undefined;
        const places = [...new Set([...sheet.stale, ...written])].filter((place) => !isValue(place));
        return [sheet.name, new Map(places.map((place) => [place, this.#resultOf(sheet, place)]))];
      }),
    );
  }
}
