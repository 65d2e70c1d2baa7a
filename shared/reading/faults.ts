/** What reading a sheet finds, told through the rules that name it. */
import type { Appendix, Plan } from "../appendix.ts";
import type { Edit, Finding } from "../finding.ts";
import { addedRanges, parseFormula } from "../formula.ts";
import { cellName, type Grid, type GridCell } from "../grid.ts";
import { groupBy } from "../group-by.ts";
import { UNIT_NAMES, UNITS, printNumber, writtenToNumber, type Unit } from "../money.ts";
import { readPeriod } from "../period.ts";
import { ambiguousAmount } from "../rules/ambiguous-amount.ts";
import { amountAsText } from "../rules/amount-as-text.ts";
import { formulaError } from "../rules/formula-error.ts";
import { fractionalDong } from "../rules/fractional-dong.ts";
import { hiddenAmount } from "../rules/hidden-amount.ts";
import { missingColumn } from "../rules/missing-column.ts";
import { repeatedColumn } from "../rules/repeated-column.ts";
import { unitContradictsPlan } from "../rules/unit-contradicts-plan.ts";
import { unitNotStated } from "../rules/unit-not-stated.ts";
import { unreadableAmount } from "../rules/unreadable-amount.ts";
import { unreadablePeriod } from "../rules/unreadable-period.ts";
import { shorten } from "../text.ts";
import { isPlain, valueOf, writtenIn, type Habits, type RawFigure } from "./figures.ts";
import type { Table } from "./header.ts";
import type { FormMatch } from "./match-form.ts";
import { planTotal } from "./plan.ts";
import type { RawRow } from "./raw-row.ts";
import type { SheetUnit } from "./units.ts";

export function findHeaderFaults(appendix: Appendix, match: FormMatch): readonly Finding[] {
  const at = match.texts[0]?.headerCell ?? cellName(appendix.headerRow, 0);
  const missing = match.missing.map((spec) =>
    missingColumn.found(appendix.sheet, "standard", {
      cells: [at],
      facts: { columnVi: spec.title.vi, columnEn: spec.title.en },
    }),
  );
  const repeated = match.repeated.map(({ header, cells }) =>
    repeatedColumn.found(appendix.sheet, "standard", { cells, facts: { header } }),
  );
  return [...missing, ...repeated];
}

interface UnitParts {
  readonly unit: SheetUnit;
  readonly plan: Plan | null;
  readonly table: Table;
  readonly grid: Grid;
}

export function findUnitFaults(appendix: Appendix, { unit, plan, table, grid }: UnitParts): readonly Finding[] {
  const money = appendix.figureColumns.find(({ holds }) => holds.type === "amount");
  if (!money) return [];
  const planDong = planTotal(plan)?.dong ?? null;
  if (unit.agrees !== null && unit.cell !== null) {
    const facts = { statedUnit: unit.unit, agreesUnit: unit.agrees, planDong };
    const was = textAt(grid, unit.cell);
    const fix = {
      kind: "set-text",
      safe: false,
      edits: [{ cell: unit.cell, was, value: withUnit(was ?? "", unit.agrees) }],
    } as const;
    return [unitContradictsPlan.found(appendix.sheet, "standard", { cells: [unit.cell], facts, fix })];
  }
  if (unit.from === "stated") return [];
  const cell = blankAbove(grid, table, appendix);
  if (unit.unit !== null) {
    const fix = cell ? ({ kind: "set-text", safe: false, edits: [unitEdit(cell, unit.unit)] } as const) : null;
    const variant = unit.from === "plan" ? "inferred" : "ofForm";
    return [
      unitNotStated.found(appendix.sheet, variant, {
        cells: [money.headerCell],
        facts: { inferredUnit: unit.unit, planDong },
        fix,
      }),
    ];
  }
  const options = UNITS.map((choice) => ({
    label: UNIT_NAMES[choice],
    edits: cell ? [unitEdit(cell, choice)] : [],
  }));
  const fix = cell ? ({ kind: "choose", safe: false, options } as const) : null;
  return [unitNotStated.found(appendix.sheet, "unknown", { cells: [money.headerCell], fix })];
}

const unitEdit = (cell: string, unit: Unit): Edit => ({
  cell,
  was: null,
  value: `Đơn vị tính: ${UNIT_NAMES[unit].vi}`,
});

const UNIT_WORDS = /(?:1[.,]000(?:[.,]000)?|tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|vnđ|vnd)/i;

/** Only the words of the unit change: they may stand in a title or in a column's heading. */
function withUnit(text: string, unit: Unit): string {
  const line = text.normalize("NFC");
  const name = UNIT_NAMES[unit].vi;
  return UNIT_WORDS.test(line)
    ? line.replace(UNIT_WORDS, (found) => (/^\s/.test(found) ? ` ${name}` : name))
    : `Đơn vị tính: ${name}`;
}

function textAt(grid: Grid, cell: string): string | null {
  for (const row of grid.rows) {
    const match = row.cells.find(({ column }) => cellName(row.row, column) === cell);
    if (match) return String(match.value);
  }
  return null;
}

/** The blank cell right above the header's last column, where a unit line belongs. */
function blankAbove(grid: Grid, table: Table, appendix: Appendix): string | null {
  const row = table.top - 1;
  if (row < 1) return null;
  const last = Math.max(
    ...appendix.figureColumns.map(({ column }) => column),
    ...appendix.textColumns.map(({ column }) => column),
  );
  const line = grid.rows.find((candidate) => candidate.row === row);
  const isMerged = grid.merged.some(
    (area) => row >= area.top && row <= area.bottom && last >= area.left && last <= area.right,
  );
  return line?.cells.some(({ column, value }) => column === last && value !== "") || isMerged
    ? null
    : cellName(row, last);
}

export interface ReadCells {
  readonly appendix: Appendix;
  readonly rows: readonly RawRow[];
  readonly habits: Habits;
  readonly grid: Grid;
}

interface FoundCell {
  readonly cell: string;
  readonly text: string;
  readonly edit: Edit | null;
}

interface Piles {
  readonly asText: FoundCell[];
  readonly ambiguous: FoundCell[];
  readonly words: FoundCell[];
  readonly unreadable: FoundCell[];
  readonly tooLarge: FoundCell[];
  readonly "formula-error": FoundCell[];
  readonly "no-result": FoundCell[];
  readonly fractional: FoundCell[];
  readonly hidden: FoundCell[];
}

export function findFigureFaults(cells: ReadCells): readonly Finding[] {
  const piles: Piles = {
    asText: [],
    ambiguous: [],
    words: [],
    unreadable: [],
    tooLarge: [],
    "formula-error": [],
    "no-result": [],
    fractional: [],
    hidden: [],
  };
  const hiddenColumns = new Set(cells.grid.hiddenColumns);
  for (const row of cells.rows) {
    if (row.isPlain && !row.hidden && hiddenColumns.size === 0) continue;
    for (let column = 0; column < row.figures.length; column++) {
      const figure = row.figures[column] ?? null;
      if (figure === null) continue;
      const isHidden = row.hidden || hiddenColumns.has(cells.appendix.figureColumns[column]?.column ?? -1);
      sortFigure(cells, piles, { row, figure, column, isHidden });
    }
  }
  return [...tellPiles(cells, piles), ...findPeriodFaults(cells)];
}

interface Place {
  readonly row: RawRow;
  readonly figure: RawFigure;
  readonly column: number;
  readonly isHidden: boolean;
}

function sortFigure(cells: ReadCells, piles: Piles, place: Place): void {
  const { row, figure, column, isHidden } = place;
  const spec = cells.appendix.figureColumns[column];
  if (!spec || (isPlain(figure) && !isHidden)) return;
  const source = row.cells[column] ?? { value: String(figure), formula: "" };
  sortOddFigure(cells, piles, {
    ...place,
    cell: cellName(row.row, spec.column),
    text: String(source.value ?? source.formula ?? ""),
  });
}

function sortOddFigure(
  { appendix, habits }: ReadCells,
  piles: Piles,
  place: Place & { cell: string; text: string },
): void {
  const { row, figure, column, isHidden, cell, text } = place;
  const spec = appendix.figureColumns[column];
  const found = (edit: Edit | null = null): FoundCell => ({ cell, text: shorten(text, 40), edit });
  if (spec === undefined) return;
  if (typeof figure === "object" && figure !== null) {
    const written = writtenIn(figure, habits);
    if (written && valueOf(figure, spec, { unit: appendix.unit, habits }) !== null) {
      const isAsked = figure.kind === "ambiguous" && habits[figure.sign] === null;
      piles[isAsked ? "ambiguous" : "asText"].push(
        found({ cell, was: text, value: writtenToNumber(written, appendix.unit) }),
      );
    } else if (!written && figure.kind !== "text" && figure.kind !== "ambiguous") {
      piles[figure.kind].push(found());
      return;
    }
  }
  const reading = valueOf(figure, spec, { unit: appendix.unit, habits });
  if (reading === null) piles.tooLarge.push(found());
  else if (!reading.isWhole && !addsOthers(row.cells[column])) piles.fractional.push(found());
  if (isHidden && reading !== null && reading.dong !== 0) piles.hidden.push(found());
}

/** A sum has the fraction of what it adds; that is told there. */
function addsOthers(cell: GridCell | undefined): boolean {
  const expression = cell?.formula === undefined ? null : parseFormula(cell.formula);
  return expression !== null && addedRanges(expression) !== null;
}

function tellPiles({ appendix }: ReadCells, piles: Piles): readonly Finding[] {
  const { sheet } = appendix;
  const names = (pile: readonly FoundCell[]): string[] => pile.map(({ cell }) => cell);
  const edits = piles.asText.flatMap(({ edit }) => (edit ? [edit] : []));
  const findings: Finding[] = [];
  const tell = (pile: readonly FoundCell[], make: (cells: string[], text: string) => Finding): void => {
    for (const [text, same] of groupBy(pile, (found) => found.text)) findings.push(make(names(same), text));
  };
  if (piles.asText.length > 0) {
    const fix = { kind: "set-value", safe: true, edits } as const;
    findings.push(
      amountAsText.found(sheet, "standard", {
        cells: names(piles.asText),
        facts: { count: edits.length, text: piles.asText[0]?.text ?? "" },
        fix,
      }),
    );
  }
  findings.push(...tellAmbiguous(sheet, piles.ambiguous));
  tell(piles.words, (cells, text) => unreadableAmount.found(sheet, "words", { cells, facts: { text } }));
  tell(piles.unreadable, (cells, text) => unreadableAmount.found(sheet, "standard", { cells, facts: { text } }));
  tell(piles.tooLarge, (cells, text) => unreadableAmount.found(sheet, "tooLarge", { cells, facts: { text } }));
  tell(piles["formula-error"], (cells, text) => formulaError.found(sheet, "standard", { cells, facts: { text } }));
  if (piles["no-result"].length > 0)
    findings.push(formulaError.found(sheet, "noResult", { cells: names(piles["no-result"]) }));
  tell(piles.fractional, (cells, text) => fractionalDong.found(sheet, "standard", { cells, facts: { text } }));
  if (piles.hidden.length > 0)
    findings.push(
      hiddenAmount.found(sheet, "standard", { cells: names(piles.hidden), facts: { count: piles.hidden.length } }),
    );
  return findings;
}

/** "1.500" → both numbers it may be, as the officer would write them. */
function bothReadings(text: string): { grouped: number; decimal: number } {
  const digits = text.replace(/[^\d.,]/g, "");
  const sign = text.includes("-") || text.includes("(") ? -1 : 1;
  return { grouped: sign * Number(digits.replace(/[.,]/, "")), decimal: sign * Number(digits.replace(",", ".")) };
}

function readingsOf(text: string): { text: string; groupedVi: string; decimalVi: string } {
  const { grouped, decimal } = bothReadings(text);
  return { text, groupedVi: printNumber(grouped, "vi"), decimalVi: printNumber(decimal, "vi") };
}

/** Texts with the same sign are one question: whoever wrote them used it in one way. */
function tellAmbiguous(sheet: string, pile: readonly FoundCell[]): readonly Finding[] {
  return [...groupBy(pile, ({ text }) => (text.includes(".") ? "." : ","))].map(([sign, same]) => {
    const [first] = same;
    const text = first?.text ?? "";
    const isOne = same.every((found) => found.text === text);
    const facts = { ...readingsOf(text), sign, count: same.length };
    return ambiguousAmount.found(sheet, isOne ? "standard" : "several", {
      cells: same.map(({ cell }) => cell),
      facts,
      fix: chooseReading(same),
    });
  });
}

function chooseReading(same: readonly FoundCell[]): Finding["fix"] {
  const option = (how: "grouped" | "decimal"): { label: { vi: string; en: string }; edits: Edit[] } => {
    const value = bothReadings(same[0]?.text ?? "")[how];
    const edits = same.map(({ cell, text }) => ({ cell, was: text, value: bothReadings(text)[how] }));
    return { label: { vi: printNumber(value, "vi"), en: printNumber(value, "en") }, edits };
  };
  return { kind: "choose", safe: false, options: [option("grouped"), option("decimal")] };
}

function findPeriodFaults({ appendix, rows }: ReadCells): readonly Finding[] {
  const column = appendix.textColumns.find(({ holds }) => holds === "period")?.column;
  if (column === undefined) return [];
  const unreadable = rows.filter(
    (row) =>
      row.kind === "lineItem" && row.texts["period"] !== undefined && readPeriod(row.texts["period"]) === "unreadable",
  );
  return [...groupBy(unreadable, (row) => row.texts["period"] ?? "")].map(([text, same]) =>
    unreadablePeriod.found(appendix.sheet, "standard", {
      cells: same.map((row) => cellName(row.row, column)),
      facts: { text: shorten(text, 40) },
    }),
  );
}
