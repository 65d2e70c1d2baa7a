/** Every equation of an appendix with how far it is off: sources along a row, sections and grand totals down a column. */
import type { Appendix, AppendixRow } from "../appendix.ts";
import { findBundles, findSourceGroups, type Bundle, type SourceGroup } from "./groups.ts";

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
  /** [figure column][row]: what the row counts for: its own figure, or the sum of its rows below. */
  readonly effective: readonly Float64Array[];
  /** [group][row]: whole − parts. */
  readonly along: readonly Float64Array[];
  /** [figure column][row that has rows below it, or is a grand total]: printed − sum. */
  readonly down: readonly Float64Array[];
  /** Blank cells that should hold a total, with the sum: along a row or down a column. */
  readonly blankTotals: BlankTotals;
}

export interface BlankTotal {
  readonly row: number;
  readonly column: number;
  readonly sum: number;
}

/** By `row * columns + column`. */
type BlankTotals = Map<number, BlankTotal>;

export const figure = (row: AppendixRow | undefined, column: number): number => row?.figures[column] ?? 0;

export function findResiduals(appendix: Appendix): Residuals {
  const { rows, figureColumns } = appendix;
  const tree = readTree(rows);
  const bundles = findBundles(figureColumns);
  const groups = findSourceGroups(figureColumns);
  const blankTotals: BlankTotals = new Map();
  const effective = figureColumns.map(() => new Float64Array(rows.length));
  const down = figureColumns.map(() => new Float64Array(rows.length).fill(NONE));
  for (const bundle of bundles) addDown({ appendix, tree, bundle, effective, down, blankTotals });
  const along = groups.map((group) => addAlong(appendix, group, blankTotals));
  const residuals = { appendix, groups, bundles, ...tree, effective, along, down, blankTotals };
  setAsideUnread(residuals);
  return residuals;
}

/** A sum that fails with a cell in it that could not be read is not told: the cell itself is. */
function setAsideUnread({ appendix, groups, along, down, blankTotals, grandTotals }: Residuals): void {
  appendix.rows.forEach((row, index) => {
    for (const column of row.unread) {
      groups.forEach((group, number) => {
        if (group.total === column || group.parts.includes(column)) dropOff(along[number], index);
      });
      for (let above = index; above >= 0; above = appendix.rows[above]?.parent ?? -1) dropOff(down[column], above);
      for (const grand of grandTotals) dropOff(down[column], grand);
      blankTotals.delete(index * appendix.figureColumns.length + column);
    }
  });
}

function dropOff(lines: Float64Array | undefined, index: number): void {
  if (lines && lines[index] !== 0) lines[index] = NONE;
}

interface Tree {
  readonly children: readonly (readonly number[])[];
  readonly roots: readonly number[];
  readonly grandTotals: readonly number[];
  readonly statedBy: Int32Array;
}

const NO_CHILDREN: readonly number[] = [];

function readTree(rows: readonly AppendixRow[]): Tree {
  const children: number[][] = [];
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
      if (row.figures.some((value) => value !== null)) statedBy[index] = index;
    }
  });
  return { children: rows.map((_, index) => children[index] ?? NO_CHILDREN), roots, grandTotals, statedBy };
}

interface Down {
  readonly appendix: Appendix;
  readonly tree: Tree;
  readonly bundle: Bundle;
  readonly effective: readonly Float64Array[];
  readonly down: readonly Float64Array[];
  readonly blankTotals: BlankTotals;
}

const isFilled = (row: AppendixRow | undefined, bundle: Bundle): boolean =>
  row !== undefined && bundle.columns.some((column) => row.figures[column] !== null);

/** Children come after their parents in the sheet, so one pass from the last row up sees every sum finished. */
function addDown(task: Down): void {
  const { appendix, tree, bundle } = task;
  const { rows } = appendix;
  const hasBelow = new Uint8Array(rows.length);
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (!row || row.kind === "grandTotal" || row.kind === "subtotal") continue;
    const below = tree.children[index] ?? NO_CHILDREN;
    const anyBelow = below.some((child) => hasBelow[child] === 1);
    const stating = rows[tree.statedBy[index] ?? -1];
    const isStated = isFilled(stating, bundle);
    hasBelow[index] = anyBelow || isStated ? 1 : 0;
    if (!anyBelow) for (const column of bundle.columns) setEffective(task, { column, index }, figure(stating, column));
    else addSection(task, { index, below, stating: isStated ? stating : undefined });
  }
  if (!tree.roots.some((root) => hasBelow[root] === 1)) return;
  for (const index of tree.grandTotals) {
    const row = rows[index];
    if (!isFilled(row, bundle) || !row) continue;
    for (const column of bundle.columns) close(task, { index, column, row, sum: sumOf(task.effective[column], tree.roots) });
  }
}

function addSection(task: Down, section: { index: number; below: readonly number[]; stating: AppendixRow | undefined }): void {
  const { index, below, stating } = section;
  for (const column of task.bundle.columns) {
    const sum = sumOf(task.effective[column], below);
    setEffective(task, { column, index }, stating ? (stating.figures[column] ?? sum) : sum);
    if (stating) close(task, { index, column, row: stating, sum });
  }
}

/** One equation: the printed total of a section or of all against the sum; a blank one is kept for `missing-total`. */
function close(task: Down, total: { index: number; column: number; row: AppendixRow; sum: number }): void {
  const { index, column, row, sum } = total;
  const printed = row.figures[column] ?? null;
  if (printed === null) {
    if (sum !== 0) noteBlank(task.appendix, task.blankTotals, { row: task.appendix.rows.indexOf(row), column, sum });
    return;
  }
  const off = printed - sum;
  const isWithin = task.appendix.rows[index]?.isPartial === true && off > 0;
  const residuals = task.down[column];
  if (residuals) residuals[index] = isWithin ? NONE : off;
}

function setEffective(task: Down, at: { column: number; index: number }, value: number): void {
  const values = task.effective[at.column];
  if (values) values[at.index] = value;
}

function sumOf(values: Float64Array | undefined, indexes: readonly number[]): number {
  let sum = 0;
  for (const index of indexes) sum += values?.[index] ?? 0;
  return sum;
}

function addAlong(appendix: Appendix, group: SourceGroup, blankTotals: BlankTotals): Float64Array {
  const residuals = new Float64Array(appendix.rows.length).fill(NONE);
  appendix.rows.forEach((row, index) => {
    const total = row.figures[group.total] ?? null;
    let sum = 0;
    for (const part of group.parts) sum += row.figures[part] ?? 0;
    if (total !== null) residuals[index] = total - sum;
    else if (sum !== 0) noteBlank(appendix, blankTotals, { row: index, column: group.total, sum });
  });
  return residuals;
}

/** The sum down the column, found first, stays: it holds also where a source of the row is missing. */
function noteBlank(appendix: Appendix, blankTotals: BlankTotals, blank: BlankTotal): void {
  const key = blank.row * appendix.figureColumns.length + blank.column;
  if (!blankTotals.has(key)) blankTotals.set(key, blank);
}
