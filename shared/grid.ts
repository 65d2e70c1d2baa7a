/**
 * A sheet as plain values. It holds only the cells that exist, so its cost follows them and never the size a sheet
 * states. Error values are their text ("#REF!"), as Excel's own JavaScript API gives them.
 */
export type CellValue = string | number | boolean;

export interface GridCell {
  /** 0-based: A is 0. */
  readonly column: number;
  /** Null only for a formula whose result is not known. */
  readonly value: CellValue | null;
  /** Without the leading "=". */
  readonly formula?: string;
  /** The number format code, only when it is not "General". */
  readonly format?: string;
}

export interface GridRow {
  /** 1-based, as Excel shows it. */
  readonly row: number;
  readonly hidden: boolean;
  /** Ascending by column. */
  readonly cells: readonly GridCell[];
}

/** Inclusive; rows 1-based, columns 0-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly name: string;
  /** Ascending by row; rows without cells may be left out. */
  readonly rows: readonly GridRow[];
  readonly merged: readonly Area[];
  /** 0-based, ascending. */
  readonly hiddenColumns: readonly number[];
  readonly hidden: boolean;
}

const ERROR_VALUE =
  /^#(REF!|VALUE!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BUSY!|BLOCKED!|CONNECT!)$/;

export const isErrorValue = (value: CellValue | null): value is string =>
  typeof value === "string" && value.charCodeAt(0) === 35 && ERROR_VALUE.test(value);

/** Cells by the thousand lie in few columns. */
const letters: string[] = [];

/** 0 → "A", 27 → "AB". */
export const columnLetter = (column: number): string => (letters[column] ??= spellColumn(column));

function spellColumn(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "AB" → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const cellName = (row: number, column: number): string => columnLetter(column) + String(row);

/** "$F$12" → { row: 12, column: 5 }; null when it is not one cell's address. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(name);
  return match?.[1] && match[2] ? { row: Number(match[2]), column: columnIndex(match[1]) } : null;
}

/** Reading order: down the rows, then along the columns. */
export function compareCellNames(a: string, b: string): number {
  const first = parseCellName(a);
  const second = parseCellName(b);
  if (!first || !second) return a === b ? 0 : a < b ? -1 : 1;
  return first.row - second.row || first.column - second.column;
}
