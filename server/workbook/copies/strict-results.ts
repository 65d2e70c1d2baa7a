/** What formulas are worth, where our own arithmetic gives what Excel would; null for all others, as no wrong figure may be told. */
import { evaluate } from "../../../shared/formula-values.ts";
import { parseFormula, type AddedRange, type Expression } from "../../../shared/formula.ts";
import { isErrorValue, type GridCell } from "../../../shared/grid.ts";
import { guardedSum } from "../../../shared/guarded-sum.ts";
import { placeOf } from "./place.ts";
import type { SheetNow } from "./sheet-now.ts";

const LONGEST_CHAIN = 200;
/** Looked at, in all. */
const MOST_CELLS = 5_000_000;

const isSubtotal = (cell: GridCell): boolean => /^\s*SUBTOTAL\s*\(/i.test(cell.formula ?? "");

/** References that stand for one number: Excel makes an error of a text there, which a sum passes over. */
const bareCells = (expression: Expression): readonly AddedRange[] => {
  if (expression.kind === "number") return [];
  if (expression.kind === "range") return [expression];
  if (expression.kind === "operation") return [...bareCells(expression.left), ...bareCells(expression.right)];
  const isSum = expression.name !== "ROUND";
  return expression.args.flatMap((arg) => (isSum && arg.kind === "range" ? [] : bareCells(arg)));
};

export class StrictResults {
  readonly #known = new Map<SheetNow, Map<number, number | null>>();
  #left = MOST_CELLS;

  /** After more of a sheet became stale. */
  forget(): void {
    this.#known.clear();
  }

  of(sheet: SheetNow, place: number, depth = 0): number | null {
    const results = this.#known.get(sheet) ?? new Map<number, number | null>();
    this.#known.set(sheet, results);
    const before = results.get(place);
    if (before !== undefined || depth > LONGEST_CHAIN) return before ?? null;
    // A circle comes back here.
    results.set(place, null);
    const result = this.#calculate(sheet, sheet.cellAt(place)?.formula, depth);
    results.set(place, result);
    return result;
  }

  #calculate(sheet: SheetNow, formula: string | undefined, depth: number): number | null {
    const expression = formula === undefined ? null : parseFormula(formula);
    if (formula === undefined || expression === null) return null;
    const isText = ({ top, left }: AddedRange): boolean => typeof sheet.cellAt(placeOf(top, left))?.value === "string";
    const isBoolean = ({ top, left }: AddedRange): boolean =>
      typeof sheet.cellAt(placeOf(top, left))?.value === "boolean";
    if (bareCells(expression).some((cell) => isText(cell) || isBoolean(cell))) return null;
    const value = evaluate(expression, (row, column, skips = false) => {
      // A subtotal leaves out what a filter hides.
      if (skips && sheet.isHidden(row)) return null;
      return this.#valueAt(sheet, placeOf(row, column), { skips, depth });
    });
    // Blank, or 0: that depends on what it counts.
    return value === 0 && guardedSum(formula) !== null ? null : value;
  }

  #valueAt(sheet: SheetNow, place: number, { skips, depth }: { skips: boolean; depth: number }): number | null {
    if (this.#left-- <= 0) return null;
    const cell = sheet.cellAt(place);
    if (!cell) return 0;
    if (skips && isSubtotal(cell)) return 0;
    const isOpen = sheet.stale.has(place) && !(sheet.edits.has(place) && cell.formula === undefined);
    if (isOpen || cell.value === null) return this.of(sheet, place, depth + 1);
    if (typeof cell.value === "number") return cell.value;
    return isErrorValue(cell.value) ? null : 0;
  }
}
