/** The formulas totals are made of (SUM, SUBTOTAL, ROUND, + − × ÷): what they say, and what cells they cover. */
import { parseCellName } from "./grid.ts";
import { guardedSum } from "./guarded-sum.ts";

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
export function parseFormula(written: string): Expression | null {
  const formula = guardedSum(written) ?? written;
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
