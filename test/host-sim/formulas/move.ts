/** A formula after rows or columns came or went on a sheet it names. */
import { columnLetter } from "../../../shared/grid.ts";
import { moveArea, type Move } from "../../../shared/moved-areas.ts";
import { parseAddress, quoteSheet } from "../address.ts";
import { REFERENCE } from "./parse.ts";

/** `sheet`: where the formula stands; `moved`: where rows or columns came or went. */
export function moveFormula(formula: string, { sheet, moved, move }: FormulaMove): string {
  let result = "";
  for (let at = 0; at < formula.length;) {
    const quoted = /^"(?:[^"]|"")*"/.exec(formula.slice(at))?.[0];
    const token = quoted ?? referenceAt(formula, at);
    if (token === null) {
      result += formula.charAt(at);
      at += 1;
      continue;
    }
    result += quoted ?? moveReference(token, { sheet, moved, move });
    at += token.length;
  }
  return result;
}

export interface FormulaMove {
  readonly sheet: string;
  readonly moved: string;
  readonly move: Move;
}

function referenceAt(formula: string, at: number): string | null {
  if (/[\w.]/.test(formula.charAt(at - 1))) return null;
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(formula)?.[0] ?? null;
}

function moveReference(text: string, { sheet, moved, move }: FormulaMove): string {
  const { sheet: named, area } = parseAddress(text);
  if ((named ?? sheet).toLowerCase() !== moved.toLowerCase()) return text;
  const now = moveArea(area, move);
  const prefix = named === null ? "" : `${quoteSheet(named)}!`;
  if (!now) return `${prefix}#REF!`;
  const corners = text.slice(text.lastIndexOf("!") + 1).split(":");
  const names = corners.map((corner, index) => {
    const [, columnSign = "", rowSign = ""] = /^(\$?)[A-Z]+(\$?)\d+$/i.exec(corner) ?? [];
    const [row, column] = index === 0 ? [now.top, now.left] : [now.bottom, now.right];
    return `${columnSign}${columnLetter(column)}${rowSign}${String(row)}`;
  });
  return prefix + names.join(":");
}
