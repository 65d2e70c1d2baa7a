/** The style that a place of a sheet has: its cell's, and where there is none its row's or its column's. */
import { findElements, isTrue } from "../xml.ts";
import type { PlacedSheet } from "./find-cells.ts";
import { elementsIn, openingOf, type Span } from "./xml-spans.ts";

/** For the rows the sheet was placed for. */
export function stylesAt(text: string, { root, rows, cellsAt }: PlacedSheet): (row: number, column: number) => number {
  const attributesOf = (span: Span): ReadonlyMap<string, string> => {
    const [attributes] = findElements(openingOf(text, span), span.name);
    return attributes ?? new Map<string, string>();
  };
  const columns = root.children
    .filter(({ name, isEmpty }) => name === "cols" && !isEmpty)
    .flatMap(({ from, to }) => elementsIn(text, from, to).map(attributesOf));
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return (row, column) => {
    const placed = byRow.get(row);
    const cell = cellsAt(row, column).at(-1);
    if (cell) return numberOf(attributesOf(cell).get("s"));
    const own = placed && attributesOf(placed);
    if (isTrue(own?.get("customFormat"))) return numberOf(own?.get("s"));
    const around = columns.find((it) => numberOf(it.get("min")) <= column + 1 && numberOf(it.get("max")) >= column + 1);
    return numberOf(around?.get("style"));
  };
}

const numberOf = (attribute: string | undefined): number =>
  attribute !== undefined && /^\d{1,7}$/.test(attribute) ? Number(attribute) : 0;
