/** Puts new results beside formulas, and takes old ones away that may be wrong; the formulas stay as they are spelt. */
import { placeCells } from "./find-cells.ts";
import type { PackageCopy } from "./package-copy.ts";
import type { Splice } from "./part-text.ts";
import { placeOf, rowOf } from "./place.ts";
import { attributeOf, elementsIn, openingOf, prefixOf, takeOut, type Span } from "./xml-spans.ts";

/** @param results null for what is not known */
export function writeResults(copy: PackageCopy, part: string, results: ReadonlyMap<number, number | null>): void {
  if (results.size === 0) return;
  const { text } = copy.text(part);
  const { rows } = placeCells(text, new Set([...results.keys()].map(rowOf)));
  const splices = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const result = results.get(placeOf(cell.row, cell.column));
      return result === undefined || cell.isEmpty ? [] : replaceResult(text, cell, result);
    }),
  );
  if (splices.length > 0) copy.splice(part, splices);
}

function replaceResult(text: string, cell: Span, result: number | null): readonly Splice[] {
  const inside = elementsIn(text, cell.from, cell.to);
  const old = inside.filter(({ name }) => name === "v" || name === "is");
  const formula = inside.find(({ name }) => name === "f");
  const prefix = prefixOf(cell);
  // A cell that another's formula fills says nothing until that is calculated.
  const xml = result === null || !formula ? "" : `<${prefix}v>${String(result)}</${prefix}v>`;
  const [first, ...others] = old;
  const place = first
    ? { at: first.start, remove: first.end - first.start }
    : { at: formula?.end ?? cell.to, remove: 0 };
  if (!first && xml === "") return [];
  return [...forgetType(text, cell), { ...place, insert: xml }, ...others.map(takeOut)];
}

/** Text, truth or error, as the old result was. */
function forgetType(text: string, cell: Span): readonly Splice[] {
  const found = attributeOf(openingOf(text, cell), "t");
  return found ? [{ at: cell.start + found.at, remove: found.whole.length, insert: "" }] : [];
}
