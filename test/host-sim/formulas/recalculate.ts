/** After a change: the formulas that depend on it, and those that depend on them. All others keep what they had. */
import type { Area } from "../../../shared/grid.ts";
import { areaOf, meet } from "../address.ts";
import { keyOf, type FormulaAt, type Sheet } from "../sheet.ts";
import type { Workbook } from "../workbook.ts";
import { evaluate, UnknownFormula, type Look, type Reading } from "./evaluate.ts";

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** By sheet, then by place. */
type Stale = ReadonlyMap<Sheet, Map<number, FormulaAt>>;

/** @returns the sheets on which formulas were worked out again */
export function recalculate(book: Workbook, changed: readonly Place[]): readonly Sheet[] {
  if (changed.length === 0) return [];
  const stale = findStale(book, changed);
  const open = new Map([...stale].map(([sheet, cells]) => [sheet, new Map(cells)]));
  const settle = (sheet: Sheet, key: number): void => {
    const cell = open.get(sheet)?.get(key);
    if (!cell) return;
    open.get(sheet)?.delete(key);
    const { row, column, formula } = cell;
    if (!formula.expression) return;
    try {
      sheet.put(row, column, { value: evaluate(formula.expression, look(sheet)) });
    } catch (trouble) {
      if (!(trouble instanceof UnknownFormula)) throw trouble;
    }
  };
  const look = (own: Sheet): Look =>
    function* (name, area): Iterable<Reading> {
      const sheet = name === null ? own : book.find(name);
      if (!sheet) throw new UnknownFormula(name ?? "");
      const hasOpen = (open.get(sheet)?.size ?? 0) > 0;
      for (const { row, column } of sheet.placesIn(area)) {
        if (hasOpen) settle(sheet, keyOf(row, column));
        const { value, formula } = sheet.cell(row, column);
        if (value === "" && formula === null) continue;
        yield { row, column, value, isSubtotal: formula !== null && /^=\s*SUBTOTAL/i.test(formula) };
      }
    };
  for (const [sheet, cells] of stale) for (const key of cells.keys()) settle(sheet, key);
  return [...stale.keys()];
}

function findStale(book: Workbook, changed: readonly Place[]): Stale {
  const stale = new Map<Sheet, Map<number, FormulaAt>>();
  for (let wave = changed; wave.length > 0;) {
    const found = book.sheets.map((sheet) => ({ sheet, cells: dependentsOf(book, sheet, wave) }));
    const next: Place[] = [];
    for (const { sheet, cells } of found) {
      const known = stale.get(sheet) ?? new Map<number, FormulaAt>();
      const added = cells.filter(({ row, column }) => !known.has(keyOf(row, column)));
      if (added.length === 0) continue;
      for (const cell of added) known.set(keyOf(cell.row, cell.column), cell);
      stale.set(sheet, known);
      next.push(...runsOf(added).map((area) => ({ sheet, area })));
    }
    wave = next;
  }
  return stale;
}

/** Formulas on the sheet that stand in what changed or refer to it. */
function dependentsOf(book: Workbook, own: Sheet, changed: readonly Place[]): readonly FormulaAt[] {
  const here = changed.filter(({ sheet }) => sheet === own);
  const found: FormulaAt[] = [];
  for (const cell of own.formulas()) {
    const { row, column, formula } = cell;
    const isChanged =
      here.some(({ area }) => meet(area, areaOf(row, column))) ||
      formula.references.some((reference) => {
        const places = reference.sheet === null ? here : onSheet(changed, book.find(reference.sheet));
        return places.some(({ area }) => meet(area, reference.area));
      });
    if (isChanged) found.push(cell);
  }
  return found;
}

const onSheet = (places: readonly Place[], sheet: Sheet | null): readonly Place[] =>
  places.filter((place) => place.sheet === sheet);

/** Formulas fill columns: thousands of cells are few areas. */
function runsOf(cells: readonly FormulaAt[]): readonly Area[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs[runs.length - 1];
    if (last?.left === column && last.bottom === row - 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push(areaOf(row, column));
  }
  return runs;
}
