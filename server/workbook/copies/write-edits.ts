/** Writes fixes into the XML of a sheet: the cells named and, where they bore a formula for others, those others; nothing else. */
import type { Edit } from "../../../shared/finding.ts";
import { parseCellName, type Area, type Grid } from "../../../shared/grid.ts";
import { asciiCellText, asciiXml } from "./ascii-xml.ts";
import { findFormulaAreas } from "./cell-formulas.ts";
import { keptAttributes, placeCells, type PlacedRow, type PlacedSheet } from "./find-cells.ts";
import { keepSharing } from "./keep-sharing.ts";
import type { PackageCopy } from "./package-copy.ts";
import type { Splice } from "./part-text.ts";
import type { Written } from "./written.ts";
import { appendTo, prefixOf, type Span } from "./xml-spans.ts";

interface SheetToEdit {
  readonly part: string;
  /** As it was read, for the formulas as they are in each cell. */
  readonly grid: Grid;
  /** Each is written whole or not at all. */
  readonly fixes: readonly (readonly Edit[])[];
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly edit: Edit;
}

export function editSheet(copy: PackageCopy, { part, grid, fixes }: SheetToEdit): Written {
  if (fixes.length === 0) return { applied: 0, touchesFormulas: false };
  const { text } = copy.text(part);
  const places = fixes.map(placesOf);
  const sheet = placeCells(text, new Set(places.flatMap((edits) => edits.map(({ row }) => row))));
  if (!sheet.cells) return { applied: 0, touchesFormulas: false };
  const areas = findFormulaAreas(text, sheet.cells);
  const chosen = choose(places, areas);
  const edits = new Map(chosen.flat().map((place) => [keyOf(place), place]));
  const kept = keepSharing(text, { sheet, grid, isWritten: (row, column) => edits.has(keyOf({ row, column })) });
  // Others take their formula from a cell that can't be spelt out for them.
  if (!kept) return { applied: 0, touchesFormulas: false };
  copy.splice(part, [...writeEdits(text, sheet, [...edits.values()]), ...kept.splices]);
  const isFormula = ({ edit }: Place): boolean => edit.formula !== undefined;
  return { applied: chosen.length, touchesFormulas: kept.hasFormulas || [...edits.values()].some(isFormula) };
}

const keyOf = ({ row, column }: Pick<Place, "row" | "column">): string => `${String(row)} ${String(column)}`;

const placesOf = (edits: readonly Edit[]): readonly Place[] =>
  edits.flatMap((edit) => {
    const at = parseCellName(edit.cell);
    return at ? [{ ...at, edit }] : [];
  });

/** The first of two that would write one cell; none that would tear an area apart. */
function choose(fixes: readonly (readonly Place[])[], areas: readonly Area[]): (readonly Place[])[] {
  const taken = new Set<string>();
  const isFree = (place: Place): boolean =>
    !taken.has(keyOf(place)) &&
    !areas.some(
      ({ top, left, bottom, right }) =>
        place.row >= top && place.row <= bottom && place.column >= left && place.column <= right,
    );
  return fixes.filter((places) => {
    if (places.length === 0 || !places.every(isFree)) return false;
    for (const place of places) taken.add(keyOf(place));
    return true;
  });
}

function writeEdits(text: string, { cells: list, rows }: PlacedSheet, places: readonly Place[]): Splice[] {
  const byRow = new Map<number, PlacedRow>(rows.map((row) => [row.row, row]));
  const missing = new Map<number, Place[]>();
  const splices: Splice[] = [];
  for (const place of [...places].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = byRow.get(place.row);
    if (row) splices.push(writeInRow(text, row, place));
    else missing.set(place.row, [...(missing.get(place.row) ?? []), place]);
  }
  for (const [number, cells] of missing) splices.push(newRow({ list, rows }, number, cells));
  return joinAppended(splices);
}

function writeInRow(text: string, row: PlacedRow, { column, edit }: Place): Splice {
  const cell = row.cells.find((candidate) => candidate.column === column);
  if (cell)
    return { at: cell.start, remove: cell.end - cell.start, insert: cellXml(cell, keptAttributes(text, cell), edit) };
  const xml = cellXml({ spelling: `${prefixOf(row)}c`, name: "c" }, ` r="${edit.cell}"`, edit);
  const after = row.cells.find((candidate) => candidate.column > column);
  return after ? { at: after.start, remove: 0, insert: xml } : appendTo(row, xml);
}

function newRow(
  { list, rows }: { list: Span | undefined; rows: readonly PlacedRow[] },
  number: number,
  places: readonly Place[],
): Splice {
  if (!list) throw new Error("cells are written only where a sheet has cells");
  const prefix = prefixOf(list);
  const cells = places.map(({ edit }) => cellXml({ spelling: `${prefix}c`, name: "c" }, ` r="${edit.cell}"`, edit));
  const xml = `<${prefix}row r="${String(number)}">${cells.join("")}</${prefix}row>`;
  const after = rows.find((row) => row.row > number);
  return after ? { at: after.start, remove: 0, insert: xml } : appendTo(list, xml);
}

/** Several put into one element without content open it once. */
function joinAppended(splices: readonly Splice[]): Splice[] {
  const joined: Splice[] = [];
  for (const splice of splices) {
    const known = joined.findIndex(({ at, remove }) => remove === 2 && at === splice.at && splice.remove === 2);
    const first = joined[known];
    if (!first) {
      joined.push(splice);
      continue;
    }
    const closing = first.insert.lastIndexOf("</");
    const inside = splice.insert.slice(1, splice.insert.lastIndexOf("</"));
    joined[known] = { ...first, insert: first.insert.slice(0, closing) + inside + first.insert.slice(closing) };
  }
  return joined;
}

function cellXml(cell: Pick<Span, "spelling" | "name">, attributes: string, { value = "", formula }: Edit): string {
  const prefix = prefixOf(cell);
  const { spelling } = cell;
  if (formula !== undefined)
    return `<${spelling}${attributes}><${prefix}f>${asciiXml(formula)}</${prefix}f></${spelling}>`;
  if (typeof value === "number")
    return `<${spelling}${attributes}><${prefix}v>${String(value)}</${prefix}v></${spelling}>`;
  if (value === "") return `<${spelling}${attributes}/>`;
  return `<${spelling}${attributes} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${asciiCellText(value)}</${prefix}t></${prefix}is></${spelling}>`;
}
