/** A formula after rows or columns came or went on a sheet it names. */
import { columnLetter } from "../../../shared/grid.ts";
import { moveArea, type Move } from "../../../shared/moved-areas.ts";
import { isAddress, parseAddress, quoteSheet } from "../address.ts";
import { REFERENCE } from "./parse.ts";

/** `sheet`: where the formula stands; `moved`: where rows or columns came or went. */
export const moveFormula = (formula: string, move: FormulaMove): string =>
  replaceReferences(formula, (reference) => moveReference(reference, move));

/** A formula after a sheet got another name. */
export const renameInFormula = (formula: string, before: string, after: string): string =>
  replaceReferences(formula, (reference) => {
    const { sheet } = parseAddress(reference);
    if (sheet?.toLowerCase() !== before.toLowerCase()) return reference;
    return `${quoteSheet(after)}${reference.slice(reference.lastIndexOf("!"))}`;
  });

/** "Phụ lục!$A$1:B2", each as it stands in the formula. */
export function referencesOf(formula: string): readonly string[] {
  const found: string[] = [];
  replaceReferences(formula, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}

const QUOTED_OR_REFERENCE = new RegExp(`"(?:[^"]|"")*"|${REFERENCE.source}`, "g");

/** Never what stands in quotes, nor what is the end of a longer name. */
const replaceReferences = (formula: string, replace: (reference: string) => string): string =>
  formula.replace(QUOTED_OR_REFERENCE, (token: string, ...[at]: [number]) =>
    token.startsWith('"') || /[\w.]/.test(formula.charAt(at - 1)) || !isAddress(token) ? token : replace(token),
  );

export interface FormulaMove {
  readonly sheet: string;
  readonly moved: string;
  readonly move: Move;
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
