/** Many cells as few areas, in addresses that Excel takes whole: it cuts one at 8192 characters without a word. */
import { cellName, columnIndex, columnLetter, parseCellName, type Area } from "../../shared/grid.ts";

const MOST_CHARACTERS = 8_000;

/** Cells under each other become one area, and areas of the same rows side by side become one. */
export function areasOf(cells: Iterable<string>): readonly Area[] {
  const byColumn = new Map<number, Set<number>>();
  for (const name of cells) {
    const cell = parseCellName(name);
    if (!cell) continue;
    const rows = byColumn.get(cell.column) ?? new Set<number>();
    rows.add(cell.row);
    byColumn.set(cell.column, rows);
  }
  const areas: Area[] = [];
  const open = new Map<string, number>();
  for (const [column, rows] of [...byColumn].sort(([a], [b]) => a - b)) {
    for (const { top, bottom } of runsOf(rows)) {
      const key = `${String(top)}:${String(bottom)}:${String(column - 1)}`;
      const index = open.get(key) ?? areas.length;
      areas[index] = { left: areas[index]?.left ?? column, top, bottom, right: column };
      open.delete(key);
      open.set(`${String(top)}:${String(bottom)}:${String(column)}`, index);
    }
  }
  return areas;
}

function runsOf(rows: ReadonlySet<number>): readonly { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last?.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}

export function addressOf({ top, left, bottom, right }: Area): string {
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${columnLetter(right)}${String(bottom)}`;
}

/** Addresses of several areas each ("F8:F11,H8"), none too long. */
export function addressesOf(areas: readonly Area[]): readonly string[] {
  const addresses: string[] = [];
  let address = "";
  for (const next of areas.map(addressOf)) {
    if (address.length + next.length + 1 > MOST_CHARACTERS) {
      addresses.push(address);
      address = "";
    }
    address = address === "" ? next : `${address},${next}`;
  }
  return address === "" ? addresses : [...addresses, address];
}

export const cellsIn = ({ top, left, bottom, right }: Area): readonly string[] =>
  Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => {
    const width = right - left + 1;
    return cellName(top + Math.floor(index / width), left + (index % width));
  });

/** "F8:F11,$H$8" → areas; whole rows and columns, which no cell's address is, give none. */
export function parseAddress(address: string): readonly Area[] {
  return address.split(",").flatMap((part) => {
    const [first = "", second = first] = part.slice(part.lastIndexOf("!") + 1).split(":");
    const from = parseCellName(first.trim());
    const to = parseCellName(second.trim());
    return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : [];
  });
}

/** Of the sheet's own size. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;

/** As `parseAddress`, with whole rows ("7:9") and columns ("C:D") too, as events name what was pasted over them. */
export function parseSpans(address: string): readonly Area[] {
  return address.split(",").flatMap((part) => {
    const plain = part.slice(part.lastIndexOf("!") + 1).replace(/[$\s]/g, "");
    const [, firstRow, lastRow] = /^(\d+):(\d+)$/.exec(plain) ?? [];
    if (firstRow !== undefined)
      return [{ top: Number(firstRow), left: 0, bottom: Number(lastRow), right: LAST_COLUMN }];
    const [, first, last] = /^([A-Z]+):([A-Z]+)$/.exec(plain) ?? [];
    if (first === undefined || last === undefined) return parseAddress(part);
    return [{ top: 1, left: columnIndex(first), bottom: LAST_ROW, right: columnIndex(last) }];
  });
}
