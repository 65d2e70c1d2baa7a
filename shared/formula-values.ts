/** What formulas are worth where a file keeps no result for them. */
import { parseFormula, type AddedRange, type Expression } from "./formula.ts";
import { cellName, type Grid, type GridCell } from "./grid.ts";
import { guardedSum } from "./guarded-sum.ts";

/** `skipsSubtotals`: SUBTOTAL leaves out the SUBTOTALs in its range. */
type Lookup = (row: number, column: number, skipsSubtotals?: boolean) => number | null;

/**
 * @param visit gives a cell's number (0 for blank or text), null when it is not known
 * @returns null too for what no cell can hold: Excel shows an error where a figure grows too large
 */
export function evaluate(expression: Expression, visit: Lookup): number | null {
  const value = compute(expression, visit);
  return value !== null && Number.isFinite(value) ? value : null;
}

function compute(expression: Expression, visit: Lookup): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "range") {
    const isCell = expression.top === expression.bottom && expression.left === expression.right;
    return isCell ? visit(expression.top, expression.left) : null;
  }
  if (expression.kind === "call") return evaluateCall(expression.name, expression.args, visit);
  const left = evaluate(expression.left, visit);
  const right = evaluate(expression.right, visit);
  if (left === null || right === null) return null;
  if (expression.sign === "+") return left + right;
  if (expression.sign === "-") return left - right;
  if (expression.sign === "*") return left * right;
  return right === 0 ? null : left / right;
}

function evaluateCall(name: string, args: readonly Expression[], visit: Lookup): number | null {
  const [first, second] = args;
  if (name === "ROUND" && first) {
    const value = evaluate(first, visit);
    const places = second ? evaluate(second, visit) : 0;
    return value === null || places === null || Math.abs(places) > 15 ? null : roundHalfAway(value, places);
  }
  const isSubtotal = name === "SUBTOTAL" && first?.kind === "number" && (first.value === 9 || first.value === 109);
  if (name !== "SUM" && !isSubtotal) return null;
  return isSubtotal ? addAll(args.slice(1), (row, column) => visit(row, column, true)) : addAll(args, visit);
}

/** As Excel rounds: halves away from zero, on the digits a cell shows. */
function roundHalfAway(value: number, places: number): number {
  const shifted = Number((Math.abs(value) * 10 ** places).toPrecision(15));
  return (Math.sign(value) * Math.round(shifted)) / 10 ** places;
}

const MAX_RANGE_CELLS = 200_000;

function addAll(args: readonly Expression[], visit: Lookup): number | null {
  let sum: number | null = 0;
  for (const arg of args) {
    if (sum === null) return null;
    const value: number | null = arg.kind === "range" ? addRange(arg, visit) : evaluate(arg, visit);
    sum = value === null ? null : sum + value;
  }
  return sum;
}

function addRange(range: AddedRange, visit: Lookup): number | null {
  if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > MAX_RANGE_CELLS) return null;
  let sum = 0;
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const value = visit(row, column);
      if (value === null) return null;
      sum += value;
    }
  }
  return sum;
}

const MAX_CHAIN = 200;

function hasOpen(grid: Grid, isOpen: (cell: GridCell) => boolean): boolean {
  for (const row of grid.rows) for (const cell of row.cells) if (isOpen(cell)) return true;
  return false;
}

/** Gives formula cells without a kept result their value, where these formulas allow it. */
export function completeFormulas(grid: Grid): Grid {
  const isOpen = (cell: GridCell): boolean => cell.value === null && cell.formula !== undefined;
  if (!hasOpen(grid, isOpen)) return grid;
  const cells = new Map<string, GridCell>();
  for (const row of grid.rows) for (const cell of row.cells) cells.set(cellName(row.row, cell.column), cell);
  const known = new Map<string, number | null>();
  const isSubtotal = (row: number, column: number): boolean =>
    /^\s*SUBTOTAL\s*\(/i.test(cells.get(cellName(row, column))?.formula ?? "");
  const visit = (name: string, depth: number): number | null => {
    const cell = cells.get(name);
    if (!cell) return 0;
    if (!isOpen(cell)) return typeof cell.value === "number" ? cell.value : 0;
    const before = known.get(name);
    if (before !== undefined || depth > MAX_CHAIN) return before ?? null;
    known.set(name, null);
    const expression = parseFormula(cell.formula ?? "");
    const value =
      expression &&
      evaluate(expression, (row, column, skips) =>
        skips && isSubtotal(row, column) ? 0 : visit(cellName(row, column), depth + 1),
      );
    known.set(name, value);
    return value;
  };
  const complete = (row: number, cell: GridCell): GridCell => {
    if (!isOpen(cell)) return cell;
    const value = visit(cellName(row, cell.column), 0);
    return { ...cell, value: value === 0 && guardedSum(cell.formula ?? "") !== null ? "" : value };
  };
  return {
    ...grid,
    rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => complete(row.row, cell)) })),
  };
}
