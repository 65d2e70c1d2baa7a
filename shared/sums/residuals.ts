/** Every equation of an appendix with how far it is off: sources along a row, sections and grand totals down a column. */
import { hasFigures, type Appendix, type AppendixRow } from "../appendix.ts";
import { foldWords } from "../text.ts";
import { findBundles, findSourceGroups, type Bundle, type SourceGroup } from "./groups.ts";
import { sumsOwnColumn, sumsOwnRow } from "./plain-sums.ts";

/** Not an equation here. */
export const NONE = Number.NaN;

export interface Residuals {
  readonly appendix: Appendix;
  readonly groups: readonly SourceGroup[];
  readonly bundles: readonly Bundle[];
  readonly children: readonly (readonly number[])[];
  /** Indexes of the rows at the top of the tree. */
  readonly roots: readonly number[];
  readonly grandTotals: readonly number[];
  /** For a section: the row that prints its subtotal (itself, or a "Cộng mục" row); -1 when none does. */
  readonly statedBy: Int32Array;
  /** [figure column][row]: the figure, NONE when blank. A total whose formula adds is what it will be once its rows are right. */
  readonly printed: readonly Float64Array[];
  /** [figure column][row]: what the row counts for: its own figure, or the sum of its rows below. */
  readonly effective: readonly Float64Array[];
  /** [group][row]: whole − parts. */
  readonly along: readonly Float64Array[];
  /** [figure column][row that has rows below it, or is a grand total]: printed − sum. */
  readonly down: readonly Float64Array[];
  /** Blank cells that should hold a total, by `row * columns + column`. */
  readonly blankTotals: ReadonlyMap<number, BlankTotal>;
}

export interface BlankTotal {
  readonly row: number;
  readonly column: number;
  readonly sum: number;
  /** Nothing of its scope is printed in the row: it may be meant so. */
  readonly isWholeBundle: boolean;
}

interface Tree {
  readonly children: readonly (readonly number[])[];
  readonly roots: readonly number[];
  readonly grandTotals: readonly number[];
  readonly statedBy: Int32Array;
}

interface Task extends Tree {
  readonly appendix: Appendix;
  readonly printed: readonly Float64Array[];
  readonly effective: readonly Float64Array[];
  readonly down: readonly Float64Array[];
  readonly blankTotals: Map<number, BlankTotal>;
}

export function findResiduals(appendix: Appendix): Residuals {
  const { rows, figureColumns } = appendix;
  const task: Task = {
    appendix,
    ...readTree(rows),
    printed: printedColumns(rows, figureColumns.length),
    effective: figureColumns.map(() => new Float64Array(rows.length)),
    down: figureColumns.map(() => new Float64Array(rows.length).fill(NONE)),
    blankTotals: new Map(),
  };
  const bundles = findBundles(figureColumns);
  const groups = findSourceGroups(figureColumns);
  healRowTotals(task, groups);
  for (const group of groups) fillBlankWholes(task, group);
  for (const bundle of bundles) addDown(task, bundle);
  const along = groups.map((group) => addAlong(task, group));
  const residuals = { ...task, bundles, groups, along };
  setAsideUnread(residuals, task.blankTotals);
  return residuals;
}

function printedColumns(rows: readonly AppendixRow[], count: number): readonly Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(rows.length));
  rows.forEach(({ figures }, index) => {
    for (let column = 0; column < count; column++) setValue(columns[column], index, figures[column] ?? NONE);
  });
  return columns;
}

const NO_CHILDREN: readonly number[] = [];

function readTree(rows: readonly AppendixRow[]): Tree {
  const children = new Array<number[] | undefined>(rows.length).fill(undefined);
  const roots: number[] = [];
  const grandTotals: number[] = [];
  const statedBy = new Int32Array(rows.length).fill(-1);
  rows.forEach((row, index) => {
    if (row.kind === "grandTotal") grandTotals.push(index);
    else if (row.kind === "subtotal") {
      if (row.parent >= 0) statedBy[row.parent] = index;
    } else {
      if (row.parent < 0) roots.push(index);
      else (children[row.parent] ??= []).push(index);
      if (row.unread.length > 0 || hasFigures(row)) statedBy[index] = index;
    }
  });
  return { children: children.map((below) => below ?? NO_CHILDREN), roots, grandTotals, statedBy };
}

/** A whole whose formula adds its row's sources is their sum as read: Excel leaves out the ones typed as text. */
function healRowTotals({ appendix, printed }: Task, groups: readonly SourceGroup[]): void {
  appendix.rows.forEach((row, index) => {
    if (!row.formulas) return;
    for (const { total } of groups) {
      const parts = sumsOwnRow(appendix, row, total);
      const values = printed[total];
      if (parts && values) values[index] = parts.reduce((sum, part) => sum + (row.figures[part] ?? 0), 0);
    }
  });
}

/** A line item whose whole is blank is counted as what its sources add up to; the blank itself is told. */
function fillBlankWholes(task: Task, group: SourceGroup): void {
  const totals = task.printed[group.total];
  task.appendix.rows.forEach((row, index) => {
    if (!totals || !isBlank(totals[index]) || row.kind !== "lineItem") return;
    let sum = 0;
    for (const part of group.parts) sum += valueAt(task.printed[part], index);
    if (sum === 0) return;
    noteBlank(task, { row: index, column: group.total, sum, isWholeBundle: false });
    totals[index] = sum;
  });
}

const isBlank = (value: number | undefined): boolean => value === undefined || Number.isNaN(value);

function isFilled(task: Task, row: number, bundle: Bundle): boolean {
  if (row < 0) return false;
  for (const column of bundle.columns) if (!isBlank(task.printed[column]?.[row])) return true;
  return false;
}

/** Children come after their parents in the sheet, so one pass from the last row up sees every sum finished. */
function addDown(task: Task, bundle: Bundle): void {
  const { rows } = task.appendix;
  const hasBelow = new Uint8Array(rows.length);
  const blank: number[] = [];
  let printedSections = 0;
  for (let index = rows.length - 1; index >= 0; index--) {
    const kind = rows[index]?.kind;
    if (kind === "grandTotal" || kind === "subtotal") continue;
    const below = task.children[index] ?? NO_CHILDREN;
    const anyBelow = below.length > 0 && below.some((child) => hasBelow[child] === 1);
    const stating = task.statedBy[index] ?? -1;
    const isStated = isFilled(task, stating, bundle);
    hasBelow[index] = anyBelow || isStated ? 1 : 0;
    if (anyBelow && isStated) printedSections++;
    if (anyBelow && !isStated && stating >= 0) blank.push(index);
    if (!anyBelow) countItself(task, bundle, index);
    else for (const column of bundle.columns) addSection(task, { index, column, stating: isStated ? stating : -1 });
  }
  if (!task.roots.some((root) => hasBelow[root] === 1)) return;
  if (printedSections > blank.length) noteBlankSections(task, bundle, blank);
  for (const index of task.grandTotals) {
    if (isAverage(rows[index]) && !isFilled(task, index, bundle)) continue;
    for (const column of bundle.columns)
      close(task, bundle, { index, column, row: index, sum: sumOf(task.effective[column], task.roots) });
  }
}

function countItself({ printed, effective, statedBy }: Task, bundle: Bundle, index: number): void {
  const stating = statedBy[index] ?? -1;
  for (const column of bundle.columns) setValue(effective[column], index, valueAt(printed[column], stating));
}

/** A row of averages ("Bình quân") need not print sums. */
const isAverage = (row: AppendixRow | undefined): boolean => /^(binh quan|trung binh)/.test(foldWords(row?.name ?? ""));

const valueAt = (values: Float64Array | undefined, index: number): number => {
  const value = index < 0 ? undefined : values?.[index];
  return value === undefined || isBlank(value) ? 0 : value;
};

function setValue(values: Float64Array | undefined, index: number, value: number): void {
  if (values) values[index] = value;
}

function addSection(task: Task, { index, column, stating }: { index: number; column: number; stating: number }): void {
  const sum = sumOf(task.effective[column], task.children[index] ?? NO_CHILDREN);
  if (stating < 0) {
    setValue(task.effective[column], index, sum);
    return;
  }
  close(task, null, { index, column, row: stating, sum });
  setValue(task.effective[column], index, valueAt(task.printed[column], stating));
}

interface Total {
  readonly index: number;
  readonly column: number;
  /** The row that prints it. */
  readonly row: number;
  readonly sum: number;
}

/** One equation: the printed total of a section or of all against the sum. A formula that adds is taken at its right value. */
function close(task: Task, bundle: Bundle | null, { index, column, row, sum }: Total): void {
  const values = task.printed[column];
  const line = task.appendix.rows[row];
  if (!values || !line) return;
  if (isBlank(values[row])) {
    const isWholeBundle = bundle !== null && !bundle.columns.some((other) => line.figures[other] !== null);
    const isWanted = !isWholeBundle || column === (bundle.total >= 0 ? bundle.total : bundle.columns[0]);
    if (sum !== 0 && isWanted) noteBlank(task, { row, column, sum, isWholeBundle });
    if (!isWholeBundle) values[row] = sum;
    return;
  }
  if (sumsOwnColumn(task.appendix, line, column)) values[row] = sum;
  const off = beyondFractions(task.appendix, (values[row] ?? 0) - sum, task.appendix.rows.length);
  setValue(task.down[column], index, task.appendix.rows[index]?.isPartial === true && off > 0 ? NONE : off);
}

/** Sections that print other money but none of this scope, where most sections print it. */
function noteBlankSections(task: Task, bundle: Bundle, sections: readonly number[]): void {
  const column = bundle.total >= 0 ? bundle.total : bundle.columns[0];
  if (column === undefined) return;
  for (const index of sections) {
    const sum = sumOf(task.effective[column], task.children[index] ?? NO_CHILDREN);
    if (sum !== 0) noteBlank(task, { row: task.statedBy[index] ?? index, column, sum, isWholeBundle: false });
  }
}

function sumOf(values: Float64Array | undefined, indexes: readonly number[]): number {
  let sum = 0;
  for (const index of indexes) sum += values?.[index] ?? 0;
  return sum;
}

function addAlong(task: Task, group: SourceGroup): Float64Array {
  const { rows } = task.appendix;
  const residuals = new Float64Array(rows.length).fill(NONE);
  const totals = task.printed[group.total];
  for (let index = 0; index < rows.length; index++) {
    let sum = 0;
    for (const part of group.parts) sum += valueAt(task.printed[part], index);
    const total = totals?.[index] ?? NONE;
    if (!isBlank(total)) residuals[index] = beyondFractions(task.appendix, total - sum, group.parts.length);
    else if (sum !== 0) noteBlank(task, { row: index, column: group.total, sum, isWholeBundle: false });
  }
  return residuals;
}

/** Amounts rounded to whole đồng may add up to a few đồng more or less: that is no one's mistake. */
const beyondFractions = ({ hasFractions }: Appendix, off: number, addends: number): number =>
  hasFractions && Math.abs(off) <= (addends + 1) / 2 ? 0 : off;

/** The sum down the column, found first, stays: it holds also where a source of the row is missing. */
function noteBlank({ appendix, blankTotals }: Task, blank: BlankTotal): void {
  const key = blank.row * appendix.figureColumns.length + blank.column;
  if (!blankTotals.has(key)) blankTotals.set(key, blank);
}

/** A sum that fails with a cell in it that could not be read is not told: the cell itself is. */
function setAsideUnread(
  { appendix, groups, along, down, grandTotals }: Residuals,
  blankTotals: Map<number, BlankTotal>,
): void {
  appendix.rows.forEach((row, index) => {
    for (const column of row.unread) {
      const rows = [index];
      for (let above = row.parent; above >= 0; above = appendix.rows[above]?.parent ?? -1) rows.push(above);
      rows.push(...grandTotals);
      for (const holder of rows) {
        dropOff(down[column], holder);
        groups.forEach((group, number) => {
          if (group.total === column || group.parts.includes(column)) dropOff(along[number], holder);
        });
        blankTotals.delete(holder * appendix.figureColumns.length + column);
      }
    }
  });
}

function dropOff(lines: Float64Array | undefined, index: number): void {
  if (lines && lines[index] !== 0) lines[index] = NONE;
}

/** What the rows of a bundle add up to: its whole, or its sources where no whole is printed. */
export function bundleSum({ effective, roots }: Residuals, bundle: Bundle): number {
  let sum = 0;
  for (const column of wholeColumns(bundle)) for (const root of roots) sum += effective[column]?.[root] ?? 0;
  return sum;
}

/** The column of the whole, or the sources that make it up. */
export const wholeColumns = ({ total, columns }: Bundle): readonly number[] => (total >= 0 ? [total] : columns);
