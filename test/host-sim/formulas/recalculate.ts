/** After a change: the formulas that depend on it, and those that depend on them. All others keep what they had. */
import { cellName, type Area } from "../../../shared/grid.ts";
import { meet } from "../address.ts";
import type { Sheet } from "../sheet.ts";
import type { Workbook } from "../workbook.ts";
import { evaluate, UnknownFormula, type Look, type Reading } from "./evaluate.ts";
import { parse, referencesIn, type Expression } from "./parse.ts";

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

interface FormulaCell extends Place {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly expression: Expression | null;
}

/** The same few formulas come by the thousand. */
const parsed = new Map<string, Expression | null>();

function parseOnce(formula: string): Expression | null {
  const known = parsed.get(formula);
  if (known !== undefined) return known;
  const expression = parse(formula);
  parsed.set(formula, expression);
  return expression;
}

function* formulasOf(book: Workbook): Iterable<FormulaCell> {
  for (const sheet of book.sheets)
    for (const { row, column, formula } of sheet.formulas()) {
      const area = { top: row, left: column, bottom: row, right: column };
      yield { sheet, area, row, column, formula, expression: parseOnce(formula) };
    }
}

const keyOf = (sheet: Sheet, row: number, column: number): string => `${sheet.id}${cellName(row, column)}`;

/** @returns the sheets on which formulas were worked out again */
export function recalculate(book: Workbook, changed: readonly Place[]): readonly Sheet[] {
  const stale = findStale(book, changed);
  const done = new Set<string>();
  const settle = (cell: FormulaCell): void => {
    const key = keyOf(cell.sheet, cell.row, cell.column);
    if (done.has(key)) return;
    done.add(key);
    if (!cell.expression) return;
    try {
      cell.sheet.put(cell.row, cell.column, { value: evaluate(cell.expression, look(cell.sheet)) });
    } catch (trouble) {
      if (!(trouble instanceof UnknownFormula)) throw trouble;
    }
  };
  const look = (own: Sheet): Look =>
    function* (name, area): Iterable<Reading> {
      const sheet = name === null ? own : book.find(name);
      if (!sheet) throw new UnknownFormula(name ?? "");
      for (const [row, cells] of sheet.rowsIn(area))
        for (const column of cells.keys()) {
          if (column < area.left || column > area.right) continue;
          const stalePlace = stale.get(keyOf(sheet, row, column));
          if (stalePlace) settle(stalePlace);
          const { value, formula } = sheet.cell(row, column);
          if (value !== "" || formula !== null) yield { value, isSubtotal: /^=\s*SUBTOTAL/i.test(formula ?? "") };
        }
    };
  for (const cell of stale.values()) settle(cell);
  return [...new Set([...stale.values()].map(({ sheet }) => sheet))];
}

function findStale(book: Workbook, changed: readonly Place[]): ReadonlyMap<string, FormulaCell> {
  const all = [...formulasOf(book)];
  const stale = new Map<string, FormulaCell>();
  for (let wave: readonly Place[] = changed; wave.length > 0;) {
    const next: Place[] = [];
    for (const cell of all) {
      const key = keyOf(cell.sheet, cell.row, cell.column);
      if (stale.has(key) || !dependsOn(book, cell, wave)) continue;
      stale.set(key, cell);
      next.push(cell);
    }
    wave = next;
  }
  return stale;
}

function dependsOn(book: Workbook, cell: FormulaCell, changed: readonly Place[]): boolean {
  const own = changed.some(({ sheet, area }) => sheet === cell.sheet && meet(area, cell.area));
  if (own || !cell.expression) return own;
  return referencesIn(cell.expression).some((reference) => {
    const sheet = reference.sheet === null ? cell.sheet : book.find(reference.sheet);
    return changed.some((place) => place.sheet === sheet && meet(place.area, reference.area));
  });
}
