/** A formula's text → its tree: the part of Excel's language that our sheets are written in. */
import type { Area } from "../../../shared/grid.ts";
import { isAddress, parseAddress } from "../address.ts";

export type Expression =
  | { readonly kind: "constant"; readonly value: string | number | boolean }
  | { readonly kind: "reference"; readonly sheet: string | null; readonly area: Area }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "operation"; readonly sign: string; readonly left: Expression; readonly right: Expression };

/** Cells and areas in a formula, with the sheet's name where one is given; never what stands in quotes. */
export const REFERENCE =
  /(?:'(?:[^']|'')+'!|[A-Za-z_\u00c0-\u1ef9][\w.\u00c0-\u1ef9]*!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w(!.])/y;
const TOKEN = /"(?:[^"]|"")*"|\d+(?:\.\d+)?(?:e[-+]?\d+)?|<>|<=|>=|[-+*/=<>(),;%&]|[A-Z][A-Z0-9.]*/iy;

/** Null for a formula of anything else: its cell then keeps the value it had. */
export function parse(formula: string): Expression | null {
  const tokens = tokenise(formula.replace(/^=/, ""));
  if (!tokens) return null;
  const reader = new Reader(tokens);
  const expression = reader.comparison();
  return expression && reader.isDone ? expression : null;
}

function tokenise(text: string): readonly string[] | null {
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = matchAt(REFERENCE, text, at) ?? matchAt(TOKEN, text, at);
    if (token === null) return null;
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

class Reader {
  #at = 0;
  readonly #tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  #take(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !signs.includes(token)) return null;
    this.#at += 1;
    return token;
  }

  comparison(): Expression | null {
    return this.#chain(["=", "<>", "<", ">", "<=", ">="], () => this.#chain(["&"], () => this.#sum()));
  }

  #sum(): Expression | null {
    return this.#chain(["+", "-"], () => this.#chain(["*", "/"], () => this.#atom()));
  }

  #chain(signs: readonly string[], next: () => Expression | null): Expression | null {
    let left = next();
    for (let sign = this.#take(...signs); left && sign; sign = this.#take(...signs)) {
      const right = next();
      left = right && { kind: "operation", sign, left, right };
    }
    return left;
  }

  #atom(): Expression | null {
    const sign = this.#take("-", "+");
    if (sign) {
      const right = this.#atom();
      return right && { kind: "operation", sign, left: { kind: "constant", value: 0 }, right };
    }
    if (this.#take("(")) {
      const inner = this.comparison();
      return inner && this.#take(")") ? inner : null;
    }
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined) return null;
    if (token.startsWith('"')) return { kind: "constant", value: token.slice(1, -1).replace(/""/g, '"') };
    if (/^\d+(\.|e|$)/i.test(token)) return this.#number(Number(token));
    if (/^(true|false)$/i.test(token)) return { kind: "constant", value: token.toLowerCase() === "true" };
    if (this.#take("(")) return this.#call(token.toUpperCase());
    return /\d$/.test(token) && isAddress(token) ? { kind: "reference", ...parseAddress(token) } : null;
  }

  #number(value: number): Expression {
    return { kind: "constant", value: this.#take("%") ? value / 100 : value };
  }

  #call(name: string): Expression | null {
    const args: Expression[] = [];
    if (this.#take(")")) return { kind: "call", name, args };
    do {
      const arg = this.comparison();
      if (!arg) return null;
      args.push(arg);
    } while (this.#take(",", ";"));
    return this.#take(")") ? { kind: "call", name, args } : null;
  }
}
