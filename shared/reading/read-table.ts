/** A table of a sheet → its appendix, and what reading it found. Nothing here throws: a torn sheet yields less. */
import type { Appendix, AppendixRow, FigureColumn, Plan } from "../appendix.ts";
import type { Finding } from "../finding.ts";
import type { Grid } from "../grid.ts";
import { UNIT_DONG, type Unit } from "../money.ts";
import { readPeriod } from "../period.ts";
import { planTotal } from "./plan.ts";
import { bundleSum, findResiduals } from "../sums/residuals.ts";
import { diagnoseSums } from "../sums/diagnose.ts";
import { findFigureFaults, findHeaderFaults, findUnitFaults, type ReadCells } from "./faults.ts";
import { decimalsOf, findHabits, isPlain, valueOf, type Habits, type OddFigure, type RawFigure } from "./figures.ts";
import type { Table } from "./header.ts";
import type { FormMatch } from "./match-form.ts";
import type { RawRow } from "./raw-row.ts";
import { readRows } from "./rows.ts";
import { readTitle, type Title } from "./title.ts";
import { findUnit, type SheetUnit } from "./units.ts";

export interface Reading {
  readonly appendix: Appendix;
  readonly findings: readonly Finding[];
}

export function readTable(grid: Grid, table: Table, found: { match: FormMatch; plan: Plan | null }): Reading {
  const { match, plan } = found;
  const title = readTitle(table.before);
  const rows = readRows(table, match, grid.merged);
  const odd = rows.filter((row) => !row.isPlain).flatMap((row) => row.figures.filter(isOdd));
  const known = findHabits(odd);
  const plain = (row: number, column: number): number => {
    const spec = match.figures[column];
    return spec ? (valueOf(rows[row]?.figures[column] ?? null, spec, { unit: null, habits: known })?.dong ?? 0) : 0;
  };
  const unit = unitOfCells(findUnit({ title, match, rows, plan }, plain), rows);
  const sheet: SheetParts = { grid, table, match, plan, title, rows, odd, unit };
  const habits = settleHabits(sheet, known);
  const appendix = buildAppendix(sheet, { unit: unit.unit, habits });
  const cells: ReadCells = { appendix, rows, habits, grid };
  return {
    appendix,
    findings: [
      ...findHeaderFaults(appendix, match),
      ...findUnitFaults(appendix, { unit, plan, table, grid }),
      ...findFigureFaults(cells),
    ],
  };
}

/** Where no line states the unit but every amount does ("1,5 tỷ", "500 triệu"), the amounts are known all the same. */
function unitOfCells(unit: SheetUnit, rows: readonly RawRow[]): SheetUnit {
  if (unit.from === "stated") return unit;
  const all = rows.flatMap(({ figures }) => figures.filter((figure) => figure !== null && figure !== 0));
  const first = all[0];
  const isStated = (figure: RawFigure): boolean =>
    isOdd(figure) && figure.kind === "text" && figure.number.unit !== null;
  if (!isOdd(first ?? null) || !all.every(isStated) || first === undefined || !isOdd(first) || first.kind !== "text")
    return unit;
  return { unit: first.number.unit, from: "stated", cell: null, agrees: null };
}

const isOdd = (figure: RawFigure): figure is OddFigure => typeof figure === "object" && figure !== null;

interface SheetParts {
  readonly grid: Grid;
  readonly table: Table;
  readonly match: FormMatch;
  readonly plan: Plan | null;
  readonly title: Title;
  readonly rows: readonly RawRow[];
  readonly odd: readonly OddFigure[];
  readonly unit: SheetUnit;
}

/** Where no text tells how "1.500" is meant, the sums may: the reading with which more of them hold is the right one. */
function settleHabits(sheet: SheetParts, known: Habits): Habits {
  const signs = new Set<"dot" | "comma">();
  for (const figure of sheet.odd) {
    if (figure.kind === "ambiguous" && known[figure.sign] === null) signs.add(figure.sign);
  }
  let settled = known;
  for (const sign of signs) {
    const asThousands = countFaults(sheet, { ...settled, [sign]: "thousands" });
    const asDecimal = countFaults(sheet, { ...settled, [sign]: "decimal" });
    const byPlan = asThousands === asDecimal ? agreeingHabit(sheet, settled, sign) : null;
    if (byPlan) settled = { ...settled, [sign]: byPlan };
    if (asThousands !== asDecimal) settled = { ...settled, [sign]: asThousands < asDecimal ? "thousands" : "decimal" };
  }
  return settled;
}

/** With the unit stated, the reading in which some total is the plan's is the right one. */
function agreeingHabit(sheet: SheetParts, habits: Habits, sign: "dot" | "comma"): "thousands" | "decimal" | null {
  const total = planTotal(sheet.plan)?.dong ?? null;
  const { unit } = sheet.unit;
  if (total === null || unit === null) return null;
  const agrees = (habit: "thousands" | "decimal"): boolean => {
    const residuals = findResiduals(buildAppendix(sheet, { unit, habits: { ...habits, [sign]: habit } }));
    return residuals.bundles.some((bundle) => bundleSum(residuals, bundle) === total);
  };
  const found = (["thousands", "decimal"] as const).filter(agrees);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function countFaults(sheet: SheetParts, habits: Habits): number {
  const sums = diagnoseSums(buildAppendix(sheet, { unit: sheet.unit.unit ?? "thousand", habits }));
  return sums.faults.length + sums.doubled.length + 3 * sums.partialGroups.length;
}

function buildAppendix(sheet: SheetParts, how: { unit: Unit | null; habits: Habits }): Appendix {
  const { match, title, table, unit } = sheet;
  return {
    sheet: sheet.grid.name,
    form: match.form.id,
    title: title.title,
    headerRow: table.top,
    unit: match.form.defaultScope === null ? null : how.unit,
    unitFrom: unit.from,
    unitCell: unit.cell,
    province: title.province,
    planNumber: title.planNumber,
    planDate: title.planDate,
    period: title.period,
    phase: match.phase,
    textColumns: match.texts,
    figureColumns: match.figures,
    precision: how.unit === null ? 0 : UNIT_DONG[how.unit] * 10 ** -mostDecimals(sheet),
    hasFractions: hasFractions(sheet, how),
    rows: buildRows(sheet, how),
  };
}

function hasFractions({ rows, match }: SheetParts, how: { unit: Unit | null; habits: Habits }): boolean {
  const isFraction = (figure: RawFigure, index: number): boolean => {
    const column = match.figures[index];
    if (figure === null || column?.holds.type !== "amount" || Number.isInteger(figure)) return false;
    return valueOf(figure, column, how)?.isWhole === false;
  };
  return rows.some((row) => !row.isPlain && row.figures.some(isFraction));
}

function mostDecimals(sheet: SheetParts): number {
  let most = 0;
  const isAmount = sheet.match.figures.map(({ holds }) => holds.type === "amount");
  for (const row of sheet.rows) {
    if (row.isPlain) continue;
    row.figures.forEach((figure, column) => {
      if (isAmount[column] && figure !== null && !Number.isInteger(figure)) most = Math.max(most, decimalsOf(figure));
    });
  }
  return most;
}

interface RowParts {
  readonly columns: readonly FigureColumn[];
  /** By figure column: what a number in it is multiplied by to be đồng, or to stay as it is. */
  readonly factors: readonly number[];
  readonly unit: Unit | null;
  readonly habits: Habits;
}

function buildRows({ rows, match }: SheetParts, how: { unit: Unit | null; habits: Habits }): readonly AppendixRow[] {
  const columns = match.figures;
  const dong = how.unit === null ? 1 : UNIT_DONG[how.unit];
  const factors = columns.map(({ holds }) => (holds.type === "amount" ? dong : 1));
  const parts = { ...how, columns, factors };
  return rows.map((row) => buildRow(row, parts));
}

function buildRow(row: RawRow, how: RowParts): AppendixRow {
  const period = row.texts["period"] === undefined ? "blank" : readPeriod(row.texts["period"]);
  return {
    row: row.row,
    kind: row.kind,
    number: row.number.text,
    name: row.name,
    parent: row.parent,
    isPartial: row.isPartial,
    isAfterEmpty: row.isAfterEmpty,
    texts: row.isPlain ? row.texts : withAmountWords(row),
    period: typeof period === "string" ? null : period,
    figures: valuesOf(row.figures, how),
    unread: row.isPlain ? ALL_READ : unreadColumns(row.figures, how),
    formulas: row.isPlain ? null : formulasOf(row),
  };
}

const formulasOf = ({ cells }: RawRow): AppendixRow["formulas"] =>
  cells.some((cell) => cell?.formula !== undefined) ? cells.map((cell) => cell?.formula ?? null) : null;

const saysNoFigure = (figure: RawFigure): boolean => figure === null || (isOdd(figure) && figure.kind === "words");

/** Words or a dash in a money column are kept with the row: it has said something of its money, if not how much. */
function withAmountWords({ cells, figures, texts }: RawRow): Record<string, string> {
  const words = cells.find((cell, column) => typeof cell?.value === "string" && saysNoFigure(figures[column] ?? null));
  return words ? { ...texts, amountWords: String(words.value) } : texts;
}

function valuesOf(figures: readonly RawFigure[], how: RowParts): readonly (number | null)[] {
  const values = new Array<number | null>(how.columns.length).fill(null);
  for (let index = 0; index < values.length; index++) {
    const column = how.columns[index];
    const figure = figures[index] ?? null;
    if (!column || figure === null) continue;
    const isSimple = isPlain(figure) && figure !== 0;
    values[index] = isSimple ? figure * (how.factors[index] ?? 1) : (valueOf(figure, column, how)?.dong ?? null);
  }
  return values;
}

const ALL_READ: readonly number[] = [];

/** Cells that say something and give no value: words, what can't be read, errors, more digits than can be kept. */
function unreadColumns(figures: readonly RawFigure[], how: RowParts): readonly number[] {
  const isUnread = (figure: RawFigure, index: number): boolean => {
    const column = how.columns[index];
    return figure !== null && column !== undefined && valueOf(figure, column, how) === null;
  };
  return figures.flatMap((figure, column) => (isUnread(figure, column) ? [column] : []));
}
