/** A table of a sheet → its appendix, and what reading it found. Nothing here throws: a torn sheet yields less. */
import type { Appendix, AppendixRow, FigureColumn, Plan } from "../appendix.ts";
import type { Finding } from "../finding.ts";
import type { Grid } from "../grid.ts";
import { UNIT_DONG, type Unit } from "../money.ts";
import { readPeriod } from "../period.ts";
import { diagnoseSums } from "../sums/diagnose.ts";
import { findFigureFaults, findHeaderFaults, findUnitFaults, type ReadCells } from "./faults.ts";
import { decimalsOf, findHabits, readFigure, valueOf, type Habits, type RawFigure } from "./figures.ts";
import type { Table } from "./header.ts";
import type { FormMatch } from "./match-form.ts";
import { readRows, type RawRow } from "./rows.ts";
import { readTitle, type Title } from "./title.ts";
import { findUnit, type SheetUnit } from "./units.ts";

export interface Reading {
  readonly appendix: Appendix;
  readonly findings: readonly Finding[];
}

export function readTable(grid: Grid, table: Table, found: { match: FormMatch; plan: Plan | null }): Reading {
  const { match, plan } = found;
  const title = readTitle(table.before);
  const rows = readRows(table, match);
  const figures = rows.map((row) => match.figures.map((column, index) => readFigure(row.cells[index], column)));
  const known = findHabits(flatten(figures));
  const rowIndex = new Map(rows.map((row, index) => [row, index]));
  const plain = (row: RawRow, column: number): number => {
    const figure = figures[rowIndex.get(row) ?? -1]?.[column];
    const spec = match.figures[column];
    return figure && spec ? (valueOf(figure, spec, { unit: null, habits: known })?.dong ?? 0) : 0;
  };
  const unit = findUnit({ title, match, rows, plan }, plain);
  const sheet: SheetParts = { grid, table, match, title, rows, figures, unit };
  const habits = settleHabits(sheet, known);
  const appendix = buildAppendix(sheet, { unit: unit.unit, habits });
  const cells: ReadCells = { appendix, rows, figures, habits, grid };
  return {
    appendix,
    findings: [...findHeaderFaults(appendix, match), ...findUnitFaults(appendix, { unit, plan, table, grid }), ...findFigureFaults(cells)],
  };
}

function* flatten(figures: readonly (readonly RawFigure[])[]): Iterable<RawFigure> {
  for (const row of figures) yield* row;
}

interface SheetParts {
  readonly grid: Grid;
  readonly table: Table;
  readonly match: FormMatch;
  readonly title: Title;
  readonly rows: readonly RawRow[];
  readonly figures: readonly (readonly RawFigure[])[];
  readonly unit: SheetUnit;
}

/** Where no text tells how "1.500" is meant, the sums may: the reading with which more of them hold is the right one. */
function settleHabits(sheet: SheetParts, known: Habits): Habits {
  const signs = new Set<"dot" | "comma">();
  for (const figure of flatten(sheet.figures)) {
    if (figure.kind === "ambiguous" && known[figure.sign] === null) signs.add(figure.sign);
  }
  let settled = known;
  for (const sign of signs) {
    const asThousands = countFaults(sheet, { ...settled, [sign]: "thousands" });
    const asDecimal = countFaults(sheet, { ...settled, [sign]: "decimal" });
    if (asThousands !== asDecimal) settled = { ...settled, [sign]: asThousands < asDecimal ? "thousands" : "decimal" };
  }
  return settled;
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
    planNumber: title.planNumber,
    planDate: title.planDate,
    period: title.period,
    phase: match.phase,
    textColumns: match.texts,
    figureColumns: match.figures,
    precision: how.unit === null ? 0 : UNIT_DONG[how.unit] * 10 ** -mostDecimals(sheet),
    rows: sheet.rows.map((row, index) => buildRow(row, sheet.figures[index] ?? [], { columns: match.figures, ...how })),
  };
}

function mostDecimals(sheet: SheetParts): number {
  let most = 0;
  for (const row of sheet.figures) {
    row.forEach((figure, column) => {
      if (sheet.match.figures[column]?.holds.type === "amount") most = Math.max(most, decimalsOf(figure));
    });
  }
  return most;
}

interface RowParts {
  readonly columns: readonly FigureColumn[];
  readonly unit: Unit | null;
  readonly habits: Habits;
}

function buildRow(row: RawRow, figures: readonly RawFigure[], how: RowParts): AppendixRow {
  const period = row.texts["period"] === undefined ? "blank" : readPeriod(row.texts["period"]);
  return {
    row: row.row,
    kind: row.kind,
    number: row.number.text,
    name: row.name,
    parent: row.parent,
    isPartial: row.isPartial,
    texts: withAmountWords(row, figures),
    period: typeof period === "string" ? null : period,
    figures: how.columns.map((column, index) => {
      const figure = figures[index];
      return figure ? (valueOf(figure, column, how)?.dong ?? null) : null;
    }),
    unread: unreadColumns(figures),
    formulas: row.cells.some((cell) => cell?.formula !== undefined) ? row.cells.map((cell) => cell?.formula ?? null) : null,
  };
}

/** Words in a money column are kept with the row: it has said something of its money, if not how much. */
function withAmountWords(row: RawRow, figures: readonly RawFigure[]): Record<string, string> {
  const column = figures.findIndex((figure) => figure.kind === "words");
  return column < 0 ? row.texts : { ...row.texts, amountWords: String(row.cells[column]?.value ?? "") };
}

const ALL_READ: readonly number[] = [];

function unreadColumns(figures: readonly RawFigure[]): readonly number[] {
  const isUnread = ({ kind }: RawFigure): boolean => kind === "words" || kind === "unreadable" || kind === "formula-error" || kind === "no-result";
  return figures.some(isUnread) ? figures.flatMap((figure, column) => (isUnread(figure) ? [column] : [])) : ALL_READ;
}
