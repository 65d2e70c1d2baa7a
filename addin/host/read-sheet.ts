/** A sheet of Excel → the shared grid. */
import type { Area, Grid, GridRow } from "../../shared/grid.ts";
import { findHiddenRows } from "./hidden-rows.ts";
import { findHidden, indicesOf } from "./hidden.ts";
import type { MergedAreas } from "./merged-areas.ts";
import type { Occasion, Outcome } from "./port.ts";
import { readBlocks } from "./read-blocks.ts";
import { done, type Session } from "./session.ts";
import { trouble } from "./troubles.ts";
import { AREA_PROPERTIES, areaOf, findBlocks, rangeOf } from "./used-blocks.ts";

/**
 * A thousand rows of an ordinary appendix: what the library does with one answer must not keep the page waiting either.
 * Long texts may make even that more than Excel on the web sends at once; then smaller blocks are tried.
 */
const CELLS_PER_BLOCK = [15_000, 3_000, 500];

export interface SheetQuestion {
  readonly sheet: string;
  readonly occasion: Occasion;
}

export async function readSheet(
  session: Session,
  merged: MergedAreas,
  question: SheetQuestion,
): Promise<Outcome<Grid>> {
  let read: Outcome<SheetRead> = trouble("answer-too-large");
  for (const mostCells of CELLS_PER_BLOCK) {
    read = await session.run(question.occasion, (context) => readCells(context, question.sheet, mostCells));
    if (read.ok || read.trouble.code !== "answer-too-large") break;
  }
  if (!read.ok) return read;
  const { id, used, grid } = read.value;
  if (!used) return done(grid);
  const areas = await merged.read(id, used, question.occasion);
  return areas.ok ? done({ ...grid, merged: areas.value }) : areas;
}

interface SheetRead {
  readonly id: string;
  readonly used: Area | null;
  readonly grid: Grid;
}

async function readCells(context: Excel.RequestContext, key: string, mostCells: number): Promise<Outcome<SheetRead>> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(key);
  sheet.load("id,name,visibility");
  const range = sheet.getUsedRangeOrNullObject(true);
  range.load(`${AREA_PROPERTIES},columnHidden`);
  await context.sync();
  if (sheet.isNullObject) return trouble("sheet-gone");

  const { id, name, visibility } = sheet;
  const empty = { name, rows: [], merged: [], hiddenColumns: [], hidden: visibility !== "Visible" };
  if (range.isNullObject) return done({ id, used: null, grid: empty });
  const used = areaOf(range);
  const areas = await findBlocks(sheet, used, mostCells);
  if (!areas) return trouble("sheet-too-large");
  const hiddenColumns = await findHiddenColumns(sheet, used, range.columnHidden as boolean | null);
  const rows = await readRows(sheet, areas, firstShown(used, hiddenColumns));
  return done({ id, used, grid: { ...empty, rows, hiddenColumns } });
}

async function readRows(
  sheet: Excel.Worksheet,
  areas: readonly Area[],
  shownColumn: number | null,
): Promise<readonly GridRow[]> {
  const { rows, hiddenRows, mixedRows } = await readBlocks(sheet, areas);
  const hidden = new Set([...hiddenRows, ...(await findHiddenRows(sheet, mixedRows, shownColumn))]);
  return hidden.size === 0 ? rows : rows.map((row) => (hidden.has(row.row) ? { ...row, hidden: true } : row));
}

function firstShown({ left, right }: Area, hiddenColumns: readonly number[]): number | null {
  const hidden = new Set(hiddenColumns);
  return indicesOf({ first: left, last: right }).find((column) => !hidden.has(column)) ?? null;
}

async function findHiddenColumns(
  sheet: Excel.Worksheet,
  { left, right }: Area,
  isHidden: boolean | null,
): Promise<readonly number[]> {
  const all = { first: left, last: right };
  if (isHidden !== null) return isHidden ? indicesOf(all) : [];
  return findHidden(sheet.context as Excel.RequestContext, [all], ({ first, last }) => {
    const columns = rangeOf(sheet, { top: 1, left: first, bottom: 1, right: last });
    columns.load("columnHidden");
    return () => columns.columnHidden as boolean | null;
  });
}
