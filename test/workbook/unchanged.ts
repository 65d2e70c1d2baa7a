/** What differs between a sheet and its fixed copy, element by element, outside the cells that were written. */
import { cellName, parseCellName } from "../../shared/grid.ts";
import { childOf, childrenOf, type XmlElement } from "./xml-tree.ts";

interface Cells {
  readonly rows: ReadonlyMap<number, XmlElement>;
  readonly cells: ReadonlyMap<string, XmlElement>;
}

/** Rows and cells may leave out where they are. */
function cellsOf(sheet: XmlElement): Cells {
  const rows = new Map<number, XmlElement>();
  const cells = new Map<string, XmlElement>();
  let row = 0;
  for (const element of childrenOf(childOf(sheet, "sheetData"), "row")) {
    row = Number(element.attributes["r"] ?? row + 1);
    rows.set(row, element);
    let column = -1;
    for (const cell of childrenOf(element, "c")) {
      column = parseCellName(cell.attributes["r"] ?? "")?.column ?? column + 1;
      cells.set(cellName(row, column), cell);
    }
  }
  return { rows, cells };
}

/** Many times as fast as comparing deeply, and a sheet may merge areas by the ten thousand. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const without = ({ attributes }: XmlElement, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));

const RESULT = new Set(["v", "is"]);

/** Its formula may be spelt out where another cell held it for both. */
function isSameButResult(before: XmlElement, after: XmlElement): boolean {
  const formulas = [before, after].map((cell) => childOf(cell, "f"));
  const [first, second] = formulas;
  const isSpeltOut =
    first?.attributes["t"] === "shared" && second !== undefined && second.attributes["t"] === undefined;
  const rest = [before, after].map((cell) => cell.children.filter(({ name }) => name !== "f" && !RESULT.has(name)));
  return (
    (isSpeltOut || isSame(first, second)) &&
    isSame(rest[0], rest[1]) &&
    isSame(without(before, "t"), without(after, "t"))
  );
}

/** "A1", "row 1", "around the cells". */
export function findStrayCells(before: XmlElement, after: XmlElement, written: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const around = [before, after].map(({ attributes, children }) => [
    attributes,
    children.map((child) => (child.name === "sheetData" ? child.attributes : child)),
  ]);
  if (!isSame(around[0], around[1])) faults.push("around the cells");
  const [old, now] = [cellsOf(before), cellsOf(after)];
  for (const [row, element] of now.rows) {
    const known = old.rows.get(row);
    if (known && !isSame(known.attributes, element.attributes)) faults.push(`row ${String(row)}`);
  }
  for (const name of new Set([...old.cells.keys(), ...now.cells.keys()])) {
    const [was, is] = [old.cells.get(name), now.cells.get(name)];
    if (!written.has(name) && (!was || !is || !isSameButResult(was, is))) faults.push(name);
  }
  return faults;
}

/** The style of a written cell is as it was, but for how it shows a number. */
export function isSameStyle(before: XmlElement | undefined, after: XmlElement | undefined): boolean {
  const number = ["numFmtId", "applyNumberFormat", "quotePrefix"];
  const parts = [before, after].map((style) => (style ? [without(style, ...number), style.children] : null));
  return isSame(parts[0], parts[1]);
}

export const stylesOfCells = (sheet: XmlElement): ReadonlyMap<string, number> =>
  new Map([...cellsOf(sheet).cells].map(([name, { attributes }]) => [name, Number(attributes["s"] ?? 0)]));
