/** Formulas: understood or not; what they add lies in a sheet, and what they are worth is a number or not known. */
import assert from "node:assert/strict";
import { addedRanges, parseFormula } from "../../../shared/formula.ts";
import { completeFormulas, evaluate } from "../../../shared/formula-values.ts";
import { gridOf } from "../../builders.ts";
import { textTarget } from "./text-target.ts";

const WORDS = [
  ..."0123456789+-*/(),;:$.! \"'",
  "SUM(",
  "SUBTOTAL(9,",
  "ROUND(",
  "IF(",
  "A1",
  "B2",
  "C3",
  "$A$1",
  "A1:C3",
  "A:A",
  "1:1",
  "XFD1048576",
  "A1:XFD1048576",
  "1e308",
  "1e-308",
  "1e999",
  "Sheet1!A1",
  "'Phụ lục'!B2",
  "sum(",
  "_xlfn.SUM(",
  'IF(SUM(A1:A3)=0,"",SUM(A1:A3))',
];
const SAMPLES = [
  "SUM(A1:C3)",
  "A1+B2+C3",
  "SUBTOTAL(9,A1:A3)",
  "ROUND(SUM(A1:A3)/2,0)",
  "-A1*2",
  'IF(SUM(A1:A3)=0,"",SUM(A1:A3))',
  "SUM(A1:A2,B3)",
];

const isNumberOrUnknown = (value: unknown): boolean =>
  value === null || value === "" || (typeof value === "number" && Number.isFinite(value));

function check(text: string): void {
  const expression = parseFormula(text);
  if (expression) {
    assert.ok(isNumberOrUnknown(evaluate(expression, () => 1.5)), "its value");
    assert.ok(isNumberOrUnknown(evaluate(expression, () => null)), "its value where no cell is known");
    for (const { top, left, bottom, right } of addedRanges(expression) ?? [])
      assert.ok(top >= 1 && left >= 0 && bottom >= top && right >= left, "the cells it adds");
  }
  const half = text.slice(text.length / 2);
  const { rows } = completeFormulas(
    gridOf([
      [`=${text}`, 1e15, `=${half}`],
      [-1e308, `=A1+${text}`, `=${text}`],
      [1e308, "chữ", `=SUM(A1:C2)`],
    ]),
  );
  for (const { cells } of rows)
    for (const { value, formula } of cells)
      if (formula !== undefined) assert.ok(isNumberOrUnknown(value), `"${formula}" is "${String(value)}"`);
}

export const formula = textTarget({ id: "formula", words: WORDS, samples: SAMPLES, check });
