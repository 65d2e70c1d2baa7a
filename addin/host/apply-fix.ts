/** A fix: the cells are read again and all must still hold what the finding saw; then all are written in one batch. */
import type { Edit } from "../../shared/finding.ts";
import { isUnchanged } from "../../shared/fix.ts";
import { parseCellName, type Area, type Grid } from "../../shared/grid.ts";
import { cutIntoBlocks } from "./blocks.ts";
import { addressOf, areasOf } from "./cell-areas.ts";
import { askCells, formatFor, writeArea } from "./cell-contents.ts";
import type { AppliedEdit, AppliedFix, CellContent, Outcome } from "./port.ts";
import { done, refusalOf, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";

/** Told of each area right before it is written, so that its event is known to be ours. */
export type BeforeWriting = (sheet: string, cells: string) => void;

/** Beyond this the library cuts a table into pieces by itself, and its events would name areas that we do not await. */
const MOST_CELLS_WRITTEN = 1_000;

interface CellsToWrite {
  readonly sheet: string;
  readonly cells: readonly string[];
  /** What to write into each cell, or the cells that are not as they were. */
  readonly plan: (
    contents: ReadonlyMap<string, CellContent>,
  ) => readonly AppliedEdit[] | { readonly changed: readonly string[] };
}

export const applyFix = (
  session: Session,
  { sheet, edits }: { readonly sheet: string; readonly edits: readonly Edit[] },
  beforeWriting: BeforeWriting,
): Promise<Outcome<AppliedFix>> => {
  const plan: CellsToWrite["plan"] = (contents) => {
    const changed = edits.filter((edit) => !isUnchanged(gridOf(edit.cell, contents.get(edit.cell)), edit));
    return changed.length > 0
      ? { changed: changed.map(({ cell }) => cell) }
      : edits.map((edit) => planEdit(edit, contents));
  };
  return writeCells(session, { sheet, cells: edits.map(({ cell }) => cell), plan }, beforeWriting);
};

export const undoFix = (
  session: Session,
  fix: AppliedFix,
  beforeWriting: BeforeWriting,
): Promise<Outcome<AppliedFix>> => {
  const plan: CellsToWrite["plan"] = (contents) => {
    const changed = fix.cells.filter(({ cell, after }) => !isSame(contents.get(cell), after));
    if (changed.length > 0) return { changed: changed.map(({ cell }) => cell) };
    return fix.cells.map(({ cell, before, after }) => ({ cell, before: after, after: before }));
  };
  return writeCells(session, { sheet: fix.sheet, cells: fix.cells.map(({ cell }) => cell), plan }, beforeWriting);
};

const writeCells = (
  session: Session,
  { sheet, cells, plan }: CellsToWrite,
  beforeWriting: BeforeWriting,
): Promise<Outcome<AppliedFix>> =>
  session.runAsOneStep(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load("id");
    worksheet.protection.load("protected");
    const areas = areasOf(cells).flatMap((area) => cutIntoBlocks(area, MOST_CELLS_WRITTEN));
    const asked = askCells(worksheet, areas);
    await context.sync();
    if (worksheet.isNullObject) return trouble("sheet-gone");
    const locked = worksheet.protection.protected ? asked.lockedCells() : [];
    if (locked.length > 0) return trouble("sheet-protected", locked);
    const planned = plan(asked.contents());
    if ("changed" in planned) return trouble("cells-changed", planned.changed);
    const byCell = new Map(planned.map((edit) => [edit.cell, edit]));
    for (const area of areas) {
      beforeWriting(worksheet.id, addressOf(area));
      writeArea(worksheet, area, byCell);
    }
    try {
      await context.sync();
    } catch (failure) {
      const refusal = refusalOf(failure);
      await putBack({ worksheet, areas, planned }, beforeWriting);
      return refusal;
    }
    return done({ sheet: worksheet.id, cells: planned });
  });

interface Written {
  readonly worksheet: Excel.Worksheet;
  readonly areas: readonly Area[];
  readonly planned: readonly AppliedEdit[];
}

/** Excel carries out what stands before the write it refuses (a part of an array formula): all or nothing is up to us. */
async function putBack({ worksheet, areas, planned }: Written, beforeWriting: BeforeWriting): Promise<void> {
  const back = new Map(planned.map(({ cell, before, after }) => [cell, { cell, before: after, after: before }]));
  for (const area of areas) {
    beforeWriting(worksheet.id, addressOf(area));
    writeArea(worksheet, area, back);
    try {
      // One by one: the area that was refused is refused again, and nothing of it was written.
      await worksheet.context.sync();
    } catch (failure) {
      refusalOf(failure);
      return;
    }
  }
}

function planEdit({ cell, value = "", formula }: Edit, contents: ReadonlyMap<string, CellContent>): AppliedEdit {
  const before = contents.get(cell) ?? { value: "", formula: null, format: "General" };
  const after = { value, formula: formula === undefined ? null : `=${formula}`, format: before.format };
  return { cell, before, after: { ...after, format: formatFor(after) } };
}

/** The cell alone, as the shared check of fixes wants to see it. */
function gridOf(cell: string, content: CellContent | undefined): Grid {
  const at = parseCellName(cell);
  const empty = { name: "", rows: [], merged: [], hiddenColumns: [], hidden: false };
  if (!at || !content || (content.value === "" && content.formula === null)) return empty;
  const formula = content.formula === null ? {} : { formula: content.formula.slice(1) };
  return {
    ...empty,
    rows: [{ row: at.row, hidden: false, cells: [{ column: at.column, value: content.value, ...formula }] }],
  };
}

/** Of formulas the results may have moved on; the formulas themselves must be ours. */
function isSame(now: CellContent | undefined, written: CellContent): boolean {
  const { value = "", formula = null } = now ?? {};
  return formula === null || written.formula === null
    ? formula === written.formula && value === written.value
    : sameFormula(formula, written.formula);
}

const sameFormula = (a: string, b: string): boolean =>
  a.replace(/\s/g, "").toUpperCase() === b.replace(/\s/g, "").toUpperCase();
