/** A sum's fault → the cells, facts and fix that the rules on sums report. */
import { figureCell, type Appendix, type AppendixRow } from "../appendix.ts";
import type { Edit, Facts, Fix } from "../finding.ts";
import { inUnit } from "../money.ts";
import { findNumberBreaks, type NumberGap } from "../numbering-breaks.ts";
import { shorten } from "../text.ts";
import type { SumFault, SumFaults, Suspect } from "./sum-faults.ts";
import type { Cell } from "./equations.ts";
import { sumFormula } from "./ranges.ts";
import { typoWeight } from "./typo.ts";

export type SumVariant = "located" | "exchanged" | "leftOut" | "missingRow" | "suspect" | "rounding" | "standard";

export interface SumPlace {
  readonly variant: SumVariant;
  readonly cells: readonly string[];
  readonly facts: Facts;
  readonly fix: Fix | null;
}

export const addressOf = (appendix: Appendix, cell: Cell): string => {
  const row = appendix.rows[cell.row];
  return row ? figureCell(appendix, row, cell.column) : "";
};

/** The number a cell of the sheet shows for a figure. */
const shown = (appendix: Appendix, cell: Cell, figure: number): number =>
  appendix.unit !== null && appendix.figureColumns[cell.column]?.holds.type === "amount"
    ? inUnit(figure, appendix.unit)
    : figure;

export function setCell(appendix: Appendix, cell: Cell, figure: number): Edit {
  const printed = appendix.rows[cell.row]?.figures[cell.column] ?? null;
  return {
    cell: addressOf(appendix, cell),
    was: printed === null ? null : shown(appendix, cell, printed),
    value: shown(appendix, cell, figure),
  };
}

/** "II. Ứng dụng CNTT…": how a sentence names a row. */
export function rowLabel(row: AppendixRow | undefined): string {
  if (!row) return "";
  const isNumber = /\w/.test(row.number);
  return `${isNumber ? `${row.number}. ` : ""}${shorten(row.name || "Tổng cộng")}`;
}

/** Amounts of a sheet with a unit are facts in đồng; others are plain figures. */
export function figureFacts(appendix: Appendix, figures: Readonly<Record<string, number>>): Facts {
  const isDong = appendix.unit !== null;
  const facts = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [isDong ? `${name}Dong` : name, value]),
  );
  return { ...facts, unit: appendix.unit };
}

export function tellSum(sums: SumFaults, fault: SumFault): SumPlace {
  const { appendix } = sums.residuals;
  const [total] = fault.totals;
  const printed = total?.printed ?? 0;
  const sum = total?.sum ?? 0;
  const base = {
    row: rowLabel(appendix.rows[fault.of]),
    ...figureFacts(appendix, { printed, sum, difference: Math.abs(printed - sum) }),
  };
  const totals = fault.totals.map((cell) => addressOf(appendix, cell));
  if (fault.exchanged) {
    const cells = fault.exchanged.map((cell) => addressOf(appendix, cell));
    return {
      variant: "exchanged",
      cells: [...new Set([...cells, ...totals])],
      facts: { ...base, exchanged: cells, totals },
      fix: swapFix(appendix, fault.exchanged),
    };
  }
  if (fault.located) {
    const edit = setCell(appendix, fault.located, fault.located.value);
    const facts = {
      ...base,
      cell: edit.cell,
      totals: [edit.cell],
      ...figureFacts(appendix, { value: fault.located.value }),
    };
    return {
      variant: fault.isRounding ? "rounding" : "located",
      cells: [edit.cell],
      facts,
      fix: { kind: "set-value", safe: false, edits: [edit] },
    };
  }
  return tellTotals(sums, fault, { totals, base });
}

function tellTotals(sums: SumFaults, fault: SumFault, told: { totals: readonly string[]; base: Facts }): SumPlace {
  const { appendix } = sums.residuals;
  const { totals, base } = told;
  const fix = totalsFix(sums, fault);
  if (fault.isRounding) return { variant: "rounding", cells: totals, facts: { ...base, totals }, fix };
  if (fault.leftOut !== null) {
    const line = appendix.rows[fault.leftOut];
    return {
      variant: "leftOut",
      cells: totals,
      facts: { ...base, totals, leftOut: rowLabel(line), leftOutRow: String(line?.row ?? "") },
      fix,
    };
  }
  const missing = missingNumber(sums, fault);
  if (missing)
    return { variant: "missingRow", cells: totals, facts: { ...base, totals, missingNumber: missing.missing }, fix };
  if (fault.suspect) return tellSuspect(appendix, fault.suspect, { totals, base, fix });
  const above = fault.above.map((cell) => addressOf(appendix, cell));
  return {
    variant: "standard",
    cells: [...totals, ...above],
    facts: { ...base, totals, ...(above.length > 0 ? { above } : {}) },
    fix,
  };
}

function tellSuspect(
  appendix: Appendix,
  suspect: Suspect,
  told: { totals: readonly string[]; base: Facts; fix: Fix | null },
): SumPlace {
  const edit = setCell(appendix, suspect, suspect.value);
  const others = told.totals.filter((cell) => cell !== edit.cell);
  const isTelling = typoWeight(suspect.typo) < 3;
  const facts = {
    ...told.base,
    totals: told.totals,
    suspect: edit.cell,
    slipTypo: suspect.typo,
    ...figureFacts(appendix, { value: suspect.value }),
  };
  const own = { label: { vi: `Sửa ô ${edit.cell}`, en: `Correct cell ${edit.cell}` }, edits: [edit] };
  const rest = told.fix?.kind === "choose" && others.length > 0 ? told.fix.options : [];
  return {
    variant: "suspect",
    cells: isTelling ? [edit.cell, ...others] : [...others, edit.cell],
    facts,
    fix: { kind: "choose", safe: false, options: [own, ...rest] },
  };
}

/** A gap in the numbers below a total that is larger than its rows: a row is probably gone. */
export function missingNumber(sums: SumFaults, fault: SumFault): NumberGap | null {
  if (fault.kind !== "section" && fault.kind !== "grand") return null;
  if (fault.located || fault.exchanged || fault.leftOut !== null) return null;
  if (!fault.totals.every(({ printed, sum }) => printed > sum)) return null;
  const gaps = findNumberBreaks(sums.residuals.appendix).gaps;
  return gaps.find(({ row }) => countsIn(sums, row) === fault.of) ?? null;
}

/** The nearest row above that prints a total, or the grand total. */
function countsIn({ residuals }: SumFaults, row: number): number {
  const { rows } = residuals.appendix;
  for (let above = rows[row]?.parent ?? -1; above >= 0; above = rows[above]?.parent ?? -1) {
    if ((residuals.statedBy[above] ?? -1) >= 0) return above;
  }
  return residuals.grandTotals[0] ?? -1;
}

function swapFix(appendix: Appendix, [first, second]: readonly [Cell, Cell]): Fix {
  const valueAt = (cell: Cell): number => appendix.rows[cell.row]?.figures[cell.column] ?? 0;
  return {
    kind: "set-value",
    safe: false,
    edits: [setCell(appendix, first, valueAt(second)), setCell(appendix, second, valueAt(first))],
  };
}

/** The totals made to agree with what they add up: as a formula where they can be. */
function totalsFix(sums: SumFaults, fault: SumFault): Fix | null {
  const { appendix } = sums.residuals;
  if (fault.kind === "sources" || fault.kind === "unsourced") return null;
  const edits = fault.totals.map((total) => {
    const edit = setCell(appendix, total, total.sum);
    const formula = sumFormula(sums.residuals, fault.of, total.column);
    return formula === null ? edit : { cell: edit.cell, was: edit.was, formula };
  });
  const label = { vi: "Tính lại tổng theo các dòng", en: "Add the totals up again" };
  return { kind: "choose", safe: false, options: [{ label, edits }] };
}
