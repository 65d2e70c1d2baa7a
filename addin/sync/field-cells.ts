/** Where a field of a line item stands in the officer's sheet, and what that cell holds now. */
import type { Appendix, TextColumnId } from "../../shared/appendix.ts";
import { textColumn } from "../../shared/appendix.ts";
import { cellName, type Area, type CellValue, type Grid, type GridCell } from "../../shared/grid.ts";
import { fieldsOf, type FieldValue } from "../../shared/line-fields.ts";
import { figureKeys } from "../../shared/line-items.ts";
import { inUnit, toDong } from "../../shared/money.ts";
import type { LineField, OwnLine } from "./settle.ts";

export interface FieldPlace {
  readonly row: number;
  readonly column: number;
  /** As the cell is to hold it, in the sheet's own unit; "" for a blank. */
  readonly value: string | number;
  /** It says so already. */
  readonly isAsWanted: boolean;
  /** What was read of it, of a text; null for figures. */
  readonly textNow: string | null;
}

const FIGURE = "figure ";

/** Null where the sheet has no column for it, or where its cell can't hold the value exactly. */
export function findFieldPlace({ appendix, item }: OwnLine, field: LineField, value: FieldValue): FieldPlace | null {
  const isFigure = field.field.startsWith(FIGURE);
  const column = isFigure
    ? figureColumn(appendix, field.field.slice(FIGURE.length))
    : wordsColumn(appendix, field.field);
  if (column === null) return null;
  const now = fieldsOf(item).get(field.field);
  const isAsWanted = (now?.value ?? null) === value && (value === null || now?.isDong === field.isDong);
  const held = typeof value === "number" ? heldNumber(appendix, field, value) : (value ?? "");
  const textNow = isFigure ? null : String(now?.value ?? "");
  return held === null ? null : { row: item.row, column, value: held, isAsWanted, textNow };
}

/** Columns are known by what they hold, wherever they stand. */
function figureColumn(appendix: Appendix, key: string): number | null {
  const index = figureKeys(appendix.figureColumns).indexOf(key);
  return appendix.figureColumns[index]?.column ?? null;
}

const wordsColumn = (appendix: Appendix, id: string): number | null =>
  textColumn(appendix, id as TextColumnId)?.column ?? null;

/** Đồng in the sheet's unit, only when reading it again gives the very same amount. */
function heldNumber({ unit, figureColumns }: Appendix, field: LineField, value: number): number | null {
  if (!field.isDong) return isPlainNumber(unit, figureColumns, field) ? value : null;
  if (unit === null) return null;
  const held = inUnit(value, unit);
  const read = toDong(held, unit);
  return read?.isWhole && read.dong === value ? held : null;
}

/** An amount that is no đồng there, and is here, is in a unit nobody knows. */
function isPlainNumber(unit: Appendix["unit"], columns: Appendix["figureColumns"], { field }: LineField): boolean {
  const index = figureKeys(columns).indexOf(field.slice(FIGURE.length));
  return columns[index]?.holds.type !== "amount" || unit === null;
}

export interface CellNow {
  readonly name: string;
  readonly value: CellValue | null;
  readonly formula: string | null;
  /** In a merged area, and not its first cell: what is written there is not shown. */
  readonly isCovered: boolean;
}

export interface Cells {
  read(sheet: string, at: { readonly row: number; readonly column: number }): CellNow;
}

export function openCells(sheets: readonly Grid[]): Cells {
  const byName = new Map(sheets.map((sheet) => [sheet.name, { sheet, rows: indexRows(sheet) }]));
  return {
    read: (name, { row, column }) => {
      const found = byName.get(name);
      const cell = found?.rows.get(row)?.find((each) => each.column === column);
      return {
        name: cellName(row, column),
        value: cell?.value ?? null,
        formula: cell?.formula ?? null,
        isCovered: found?.sheet.merged.some((area) => covers(area, row, column)) ?? false,
      };
    },
  };
}

const indexRows = ({ rows }: Grid): ReadonlyMap<number, readonly GridCell[]> =>
  new Map(rows.map(({ row, cells }) => [row, cells]));

const covers = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left);
