/**
 * `IF(COUNT(F8:F10)=0,"",SUM(F8:F10))`: a sum that stays blank while there is nothing to add, as in our blank forms. It adds
 * what its sum adds and nothing else, so all that looks at totals may see it as that sum.
 */

const GUARDED =
  /^\s*IF\s*\(\s*(COUNT|COUNTA|SUM)\s*\(([^()]*)\)\s*=\s*0\s*([,;])\s*""\s*[,;]\s*SUM\s*\(([^()]*)\)\s*\)\s*$/i;

/** The same cells, however they are written. */
const cellsOf = (args: string): string => args.replace(/[\s$]/g, "").replace(/;/g, ",").toUpperCase();

/** The sum in it; null for any other formula, and where it looks for figures elsewhere than it adds them. */
export function guardedSum(formula: string): string | null {
  const [, , asked = "", , added = ""] = GUARDED.exec(formula) ?? [];
  return added !== "" && cellsOf(asked) === cellsOf(added) ? `SUM(${added})` : null;
}

/** A sum of other cells ("SUM(F8:F11)", "F8+F10") as blank as the formula it takes the place of. */
export function guardedAs(formula: string, sum: string): string {
  if (guardedSum(formula) === null) return sum;
  const [, counting = "", , comma = ","] = GUARDED.exec(formula) ?? [];
  const cells = (/^SUM\(([^()]*)\)$/.exec(sum)?.[1] ?? sum).replace(/[+,]/g, comma);
  return `IF(${counting.toUpperCase()}(${cells})=0${comma}""${comma}SUM(${cells}))`;
}
