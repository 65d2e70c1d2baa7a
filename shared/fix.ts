/** Fixes applied to a grid: for previews, for the service's fixed copies, and to prove that a fix mends. */
import type { Edit, Fix } from "./finding.ts";
import { readAmountText, writtenToNumber } from "./money.ts";
import { fold } from "./text.ts";
import { cellName, parseCellName, type Grid, type GridCell, type GridRow } from "./grid.ts";

/** The edits of a fix; of a choice, those of the option picked (0 the first). */
export const editsOf = (fix: Fix, option = 0): readonly Edit[] =>
  fix.kind === "choose" ? (fix.options[option]?.edits ?? []) : fix.edits;

/** The grid with the edits made; formulas written have no result until they are computed. */
export function applyEdits(grid: Grid, edits: readonly Edit[]): Grid {
  const byRow = new Map<number, Map<number, Edit>>();
  for (const edit of edits) {
    const at = parseCellName(edit.cell);
    if (!at) continue;
    const row = byRow.get(at.row) ?? new Map<number, Edit>();
    row.set(at.column, edit);
    byRow.set(at.row, row);
  }
  const rows = grid.rows.map((row) => {
    const changes = byRow.get(row.row);
    byRow.delete(row.row);
    return changes ? editRow(row, changes) : row;
  });
  const added = [...byRow].map(([row, changes]) => editRow({ row, hidden: false, cells: [] }, changes));
  return { ...grid, rows: [...rows, ...added].sort((a, b) => a.row - b.row) };
}

function editRow(row: GridRow, changes: ReadonlyMap<number, Edit>): GridRow {
  const kept = row.cells.filter(({ column }) => !changes.has(column));
  const written = [...changes].map(([column, edit]) => writeCell(row, column, edit));
  return { ...row, cells: [...kept, ...written].sort((a, b) => a.column - b.column) };
}

function writeCell(row: GridRow, column: number, edit: Edit): GridCell {
  const format = row.cells.find((cell) => cell.column === column)?.format;
  const cell =
    edit.formula === undefined ? { column, value: edit.value ?? "" } : { column, value: null, formula: edit.formula };
  return format === undefined ? cell : { ...cell, format };
}

/** Whether the cell still says what the finding saw: a cell changed since is left alone. */
export function isUnchanged(grid: Grid, edit: Edit): boolean {
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      if (cellName(row.row, cell.column) !== edit.cell) continue;
      const isFormula = cell.formula !== undefined && isSameFormula(cell.formula, edit.was);
      return isFormula || (cell.value !== null && comparable(cell.value) === comparable(edit.was));
    }
  }
  return comparable(edit.was) === "";
}

/** "3", 3 and "3." are one number, "3.700" as text is the 3700 it was read as; a dash is a blank. */
function comparable(value: Edit["was"]): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const reading = readAmountText(value);
  if (reading.kind === "number") return String(writtenToNumber(reading.number, null));
  if (reading.kind === "ambiguous") return String(writtenToNumber(reading.asThousands, null));
  return reading.kind === "blank" ? "" : fold(value).replace(/[\s.):]+$/, "");
}

const isSameFormula = (formula: string, was: Edit["was"]): boolean => was === `=${formula}`;
