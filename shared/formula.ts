/** The formulas totals are made of (SUM, SUBTOTAL, ROUND, + − × ÷): what cells they cover and, where a file keeps no result, their value. */
import { cellName, parseCellName, type Grid, type GridCell } from "./grid.ts";

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "range";
      readonly top: number;
      readonly left: number;
      readonly bottom: number;
      readonly right: number;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "operation"; readonly sign: string; readonly left: Expression; readonly right: Expression };

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![A-Z0-9_(!])|([A-Z][A-Z0-9.]*)(?=\()|([-+*/(),;]))/iy;

/** @returns null for a formula this module does not understand (other sheets, names, other functions' syntax). */
export function parseFormula(formula: string): Expression | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    if (formula.slice(TOKEN.lastIndex).trim() === "") break;
    const match = TOKEN.exec(formula);
    if (!match || tokens.length > 2000) return null;
    tokens.push((match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").toUpperCase());
  }
  const parser = new Parser(tokens);
  const expression = parser.sum(0);
  return expression && parser.isDone ? expression : null;
}

const MAX_DEPTH = 50;

class Parser {
  #position = 0;
  readonly #tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#position === this.#tokens.length;
  }

  #take(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#position];
    if (token === undefined || !signs.includes(token)) return null;
    this.#position++;
    return token;
  }

  sum(depth: number): Expression | null {
    return this.#chain(["+", "-"], () => this.#product(depth));
  }

  #product(depth: number): Expression | null {
    return this.#chain(["*", "/"], () => this.#atom(depth + 1));
  }

  #chain(signs: readonly string[], next: () => Expression | null): Expression | null {
    let left = next();
    for (let sign = this.#take(...signs); left && sign; sign = this.#take(...signs)) {
      const right = next();
      left = right ? { kind: "operation", sign, left, right } : null;
    }
    return left;
  }

  #atom(depth: number): Expression | null {
    if (depth > MAX_DEPTH) return null;
    const sign = this.#take("-", "+");
    if (sign) {
      const inner = this.#atom(depth + 1);
      return inner && { kind: "operation", sign, left: { kind: "number", value: 0 }, right: inner };
    }
    if (this.#take("(")) {
      const inner = this.sum(depth + 1);
      return inner && this.#take(")") ? inner : null;
    }
    const token = this.#tokens[this.#position++];
    if (token === undefined) return null;
    if (/^[\d.]/.test(token)) return { kind: "number", value: Number(token) };
    const range = rangeOf(token);
    return range ?? (this.#tokens[this.#position] === "(" ? this.#call(token, depth) : null);
  }

  #call(name: string, depth: number): Expression | null {
    this.#position++;
    const args: Expression[] = [];
    if (this.#take(")")) return { kind: "call", name, args };
    do {
      const arg = this.sum(depth + 1);
      if (!arg) return null;
      args.push(arg);
    } while (this.#take(",", ";"));
    return this.#take(")") ? { kind: "call", name, args } : null;
  }
}

function rangeOf(token: string): Expression | null {
  const [first = "", second = first] = token.split(":");
  const from = parseCellName(first);
  const to = parseCellName(second);
  if (!from || !to) return null;
  return {
    kind: "range",
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export type AddedRange = Extract<Expression, { kind: "range" }>;

/** The cells a plain sum adds up ("SUM(F8:F10)", "F7+F11", "SUM(F8:F9,F11)"); null when it does anything else. */
export function addedRanges(expression: Expression): readonly AddedRange[] | null {
  if (expression.kind === "range") return [expression];
  if (expression.kind === "number") return expression.value === 0 ? [] : null;
  if (expression.kind === "operation") {
    if (expression.sign !== "+") return null;
    return joinRanges([expression.left, expression.right]);
  }
  if (expression.name === "SUM") return joinRanges(expression.args);
  const [code, ...rest] = expression.args;
  const isSubtotal =
    expression.name === "SUBTOTAL" && code?.kind === "number" && (code.value === 9 || code.value === 109);
  if (isSubtotal) return joinRanges(rest);
  return expression.name === "ROUND" && code ? addedRanges(code) : null;
}

function joinRanges(expressions: readonly Expression[]): readonly AddedRange[] | null {
  const ranges: AddedRange[] = [];
  for (const expression of expressions) {
    const found = addedRanges(expression);
    if (!found) return null;
    ranges.push(...found);
  }
  return ranges;
}

/** `skipsSubtotals`: SUBTOTAL leaves out the SUBTOTALs in its range. */
type Lookup = (row: number, column: number, skipsSubtotals?: boolean) => number | null;

/** @param visit gives a cell's number (0 for blank or text), null when it is not known */
export function evaluate(expression: Expression, visit: Lookup): number | null {
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
  const complete = (row: number, cell: GridCell): GridCell =>
    isOpen(cell) ? { ...cell, value: visit(cellName(row, cell.column), 0) } : cell;
  return {
    ...grid,
    rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => complete(row.row, cell)) })),
  };
}
