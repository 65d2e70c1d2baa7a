/** What a formula comes to. Functions our sheets do not use are not known here, and their cells keep what they had. */
import type { Area, CellValue } from "../../../shared/grid.ts";
import type { Expression } from "./parse.ts";

export interface Reading {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly isSubtotal: boolean;
}

/** The cells of an area that hold anything. */
export type Look = (sheet: string | null, area: Area) => Iterable<Reading>;

/** Thrown for what can't be evaluated here. */
export class UnknownFormula extends Error {}

/** An error value goes through everything that uses it. */
class ErrorValue extends Error {}

export function evaluate(expression: Expression, look: Look): CellValue {
  try {
    return evaluateAny(expression, look);
  } catch (trouble) {
    if (trouble instanceof ErrorValue) return trouble.message;
    throw trouble;
  }
}

function evaluateAny(expression: Expression, look: Look): CellValue {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "reference": {
      const { area } = expression;
      if (area.top !== area.bottom || area.left !== area.right) throw new UnknownFormula("an array");
      for (const { value } of look(expression.sheet, area)) return pass(value);
      return 0;
    }
    case "call":
      return call(expression.name, expression.args, look);
    case "operation":
      return operate(expression.sign, evaluateAny(expression.left, look), evaluateAny(expression.right, look));
  }
}

const ERROR = /^#[A-Z/0!?]+$/;

function pass(value: CellValue): CellValue {
  if (typeof value === "string" && ERROR.test(value)) throw new ErrorValue(value);
  return value;
}

function numberOf(value: CellValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw new ErrorValue("#VALUE!");
  return number;
}

function operate(sign: string, left: CellValue, right: CellValue): CellValue {
  if (sign === "&") return String(left) + String(right);
  if (["+", "-", "*", "/"].includes(sign)) return compute(sign, numberOf(left), numberOf(right));
  const blankAsNumber = (value: CellValue, other: CellValue): CellValue =>
    value === "" && typeof other === "number" ? NaN : value;
  const [a, b] = [blankAsNumber(left, right), blankAsNumber(right, left)];
  if (sign === "=") return a === b;
  if (sign === "<>") return a !== b;
  if (sign === "<") return a < b;
  if (sign === ">") return a > b;
  return sign === "<=" ? a <= b : a >= b;
}

function compute(sign: string, a: number, b: number): number {
  if (sign === "+") return a + b;
  if (sign === "-") return a - b;
  if (sign === "*") return a * b;
  if (b === 0) throw new ErrorValue("#DIV/0!");
  return a / b;
}

function call(name: string, args: readonly Expression[], look: Look): CellValue {
  const [first, ...rest] = args;
  switch (name) {
    case "SUM":
      return add(args, look, () => true);
    case "SUBTOTAL": {
      const code = first ? evaluateAny(first, look) : 0;
      if (code !== 9 && code !== 109) throw new UnknownFormula(`SUBTOTAL ${String(code)}`);
      return add(rest, look, ({ isSubtotal }) => !isSubtotal);
    }
    case "COUNT":
      return count(args, look, (value) => typeof value === "number");
    case "COUNTA":
      return count(args, look, () => true);
    case "IF": {
      const [condition, yes, no] = args;
      if (!condition || !yes) throw new UnknownFormula("IF");
      const chosen = numberOf(evaluateAny(condition, look)) === 0 ? no : yes;
      return chosen ? evaluateAny(chosen, look) : false;
    }
    case "ROUND": {
      const [value, places] = args.map((arg) => numberOf(evaluateAny(arg, look)));
      if (value === undefined) throw new UnknownFormula("ROUND");
      const scale = 10 ** (places ?? 0);
      return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(15)))) / scale;
    }
    default:
      throw new UnknownFormula(name);
  }
}

/** In areas only numbers count; what stands in the formula itself must be one. */
function add(args: readonly Expression[], look: Look, counts: (reading: Reading) => boolean): number {
  let sum = 0;
  for (const arg of args) {
    if (arg.kind !== "reference") {
      sum += numberOf(evaluateAny(arg, look));
      continue;
    }
    for (const reading of look(arg.sheet, arg.area))
      if (typeof pass(reading.value) === "number" && counts(reading)) sum += Number(reading.value);
  }
  return sum;
}

function count(args: readonly Expression[], look: Look, counts: (value: CellValue) => boolean): number {
  let found = 0;
  for (const arg of args) {
    if (arg.kind !== "reference") throw new UnknownFormula("COUNT");
    for (const { value } of look(arg.sheet, arg.area)) if (counts(value)) found += 1;
  }
  return found;
}
