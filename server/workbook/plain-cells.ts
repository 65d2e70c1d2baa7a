import { columnIndex } from "../../shared/grid.ts";

/** Cells of one number or one shared text, and no formula: a list for each field, as a million objects would not fit. */
export interface PlainCells {
  readonly rows: number[];
  readonly columns: number[];
  readonly styles: number[];
  /** The number, or the index of the shared text. */
  readonly contents: number[];
  readonly areShared: boolean[];
}

export const noPlainCells = (): PlainCells => ({ rows: [], columns: [], styles: [], contents: [], areShared: [] });

const PLAIN = /<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?v>([^<]*)<\/(?:\w+:)?v>\s*<\/(?:\w+:)?c>/g;
const NUMBER = /^-?\d+(?:\.\d*)?(?:E[-+]?\d+)?$/i;

/** False when the cell has to be left to SheetJS. */
function addPlainCell(cells: PlainCells, attributes: string, content: string): boolean {
  const [, letters = "", row] = /(?:^|\s)r="([A-Z]{1,3})([1-9]\d{0,6})"/.exec(attributes) ?? [];
  const type = /(?:^|\s)t=(?:"(\w*)"|')/.exec(attributes);
  const isShared = type?.[1] === "s";
  if (!row || !NUMBER.test(content) || (type && type[1] !== "n" && !isShared)) return false;
  cells.rows.push(Number(row));
  cells.columns.push(columnIndex(letters));
  cells.styles.push(Number(/(?:^|\s)s=["'](\d+)["']/.exec(attributes)?.[1] ?? 0));
  cells.contents.push(Number(content));
  cells.areShared.push(isShared);
  return true;
}

/** Most cells of any sheet are as simple as this, and SheetJS takes many times as long for each. Gives the XML left. */
export function takePlainCells(xml: string, cells: PlainCells): string {
  const rest: string[] = [];
  let end = 0;
  for (const match of xml.matchAll(PLAIN)) {
    const [cell, attributes = "", content = ""] = match;
    if (!addPlainCell(cells, attributes, content)) continue;
    if (match.index > end) rest.push(xml.slice(end, match.index));
    end = match.index + cell.length;
  }
  return rest.join("") + xml.slice(end);
}
