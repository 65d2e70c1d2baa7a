/** "'Phụ lục 1'!$B$2:C5", "A:C", "3:4" ⇄ sheet and area, as Excel writes them. */
import { cellName, columnIndex, columnLetter, type Area } from "../../shared/grid.ts";
import { invalidArgument } from "./host-error.ts";

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_383;
export const WHOLE_SHEET: Area = { top: 1, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export interface Address {
  /** Null for the sheet it is asked of. */
  readonly sheet: string | null;
  readonly area: Area;
}

const CELLS = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i;
const COLUMNS = /^([A-Z]{1,3}):([A-Z]{1,3})$/i;
const ROWS = /^(\d+):(\d+)$/;

export function parseAddress(text: string): Address {
  const bang = text.lastIndexOf("!");
  const sheet = bang < 0 ? null : unquote(text.slice(0, bang));
  return { sheet, area: parseArea(text.slice(bang + 1)) };
}

/** Names may look like cells ("ZZZ1") and be none. */
export function isAddress(text: string): boolean {
  try {
    parseAddress(text);
    return true;
  } catch {
    return false;
  }
}

const unquote = (name: string): string => (/^'.*'$/s.test(name) ? name.slice(1, -1).replace(/''/g, "'") : name);

export function parseArea(text: string): Area {
  const plain = text.replace(/\$/g, "").trim();
  const cells = CELLS.exec(plain);
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return ordered({ top: Number(top), left: columnIndex(left), bottom: Number(bottom), right: columnIndex(right) });
  }
  const columns = COLUMNS.exec(plain);
  if (columns) {
    const [, left = "", right = ""] = columns;
    return ordered({ ...WHOLE_SHEET, left: columnIndex(left), right: columnIndex(right) });
  }
  const rows = ROWS.exec(plain);
  if (!rows) throw invalidArgument(`not an address: ${text}`);
  return ordered({ ...WHOLE_SHEET, top: Number(rows[1]), bottom: Number(rows[2]) });
}

function ordered({ top, left, bottom, right }: Area): Area {
  const area = {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
  if (area.top < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN) throw invalidArgument("outside the sheet");
  return area;
}

export function printArea({ top, left, bottom, right }: Area): string {
  if (left === 0 && right === LAST_COLUMN) return `${String(top)}:${String(bottom)}`;
  if (top === 1 && bottom === LAST_ROW) return `${columnLetter(left)}:${columnLetter(right)}`;
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;
export const cellsOf = (area: Area): number => rowsOf(area) * columnsOf(area);

export const areaOf = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

export const hull = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const isSameArea = (a: Area, b: Area | null): boolean =>
  a.top === b?.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

export const meet = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) visit(row, column);
}
