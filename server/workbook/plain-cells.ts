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

/** As all common writers spell it: one in another order of attributes is left to SheetJS. */
const PLAIN =
  /<(?:\w+:)?c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d+)")?(?: t="([ns])")?><(?:\w+:)?v>(-?\d+(?:\.\d*)?(?:[Ee][-+]?\d+)?)<\/(?:\w+:)?v><\/(?:\w+:)?c>/g;

/** Most cells of any sheet are as simple as this, and SheetJS takes many times as long for each. Gives the XML left. */
export function takePlainCells(xml: string, cells: PlainCells): string {
  const rest: string[] = [];
  let end = 0;
  for (const match of xml.matchAll(PLAIN)) {
    const [cell, letters = "", row, style, type, content] = match;
    cells.rows.push(Number(row));
    cells.columns.push(columnIndex(letters));
    cells.styles.push(Number(style ?? 0));
    cells.contents.push(Number(content));
    cells.areShared.push(type === "s");
    if (match.index > end) rest.push(xml.slice(end, match.index));
    end = match.index + cell.length;
  }
  return rest.join("") + xml.slice(end);
}
