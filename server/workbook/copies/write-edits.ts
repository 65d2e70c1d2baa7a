/** Writes fixes into the XML of a sheet: the cells named and, where they bore a formula for others, those others; nothing else. */
import type { Edit } from "../../../shared/finding.ts";
import { asciiCellText, asciiXml } from "./ascii-xml.ts";
import type { CellStyles } from "./cell-styles.ts";
import type { Place } from "./choose-fixes.ts";
import type { PlacedRow, PlacedSheet } from "./find-cells.ts";
import type { PackageCopy } from "./package-copy.ts";
import type { Splice } from "./part-text.ts";
import { placeOf } from "./place.ts";
import type { EditPlan } from "./plan-edits.ts";
import { stylesAt } from "./style-at.ts";
import { appendTo, attributeOf, openingOf, prefixOf, type Span } from "./xml-spans.ts";

export interface Writing {
  readonly styles: CellStyles;
  /** Of formulas, by their place; null where it is not known. */
  readonly results: ReadonlyMap<number, number | null>;
}

/** The format's own numbers for "General" and "#,##0". */
const [GENERAL, GROUPED] = [0, 3];

export function writeEdits(copy: PackageCopy, plan: EditPlan, writing: Writing): void {
  const { sheet, places } = plan;
  const { text } = copy.text(plan.part);
  const writer = new CellWriter(text, plan, writing);
  const byRow = new Map<number, PlacedRow>(sheet.rows.map((row) => [row.row, row]));
  const missing = new Map<number, Place[]>();
  const splices: Splice[] = [];
  for (const place of [...places].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = byRow.get(place.row);
    const [cell] = sheet.cellsAt(place.row, place.column);
    if (cell) splices.push({ at: cell.start, remove: cell.end - cell.start, insert: writer.over(cell, place) });
    else if (row) splices.push(writeInRow(row, place, writer));
    else missing.set(place.row, [...(missing.get(place.row) ?? []), place]);
  }
  for (const cells of missing.values()) splices.push(newRow(sheet, writer, cells));
  copy.splice(plan.part, [...joinAppended(splices), ...plan.kept]);
}

function writeInRow(row: PlacedRow, place: Place, writer: CellWriter): Splice {
  const xml = writer.fresh(prefixOf(row), place);
  const after = row.cells.find(({ column }) => column > place.column);
  return after ? { at: after.start, remove: 0, insert: xml } : appendTo(row, xml);
}

/** @param places all of one row */
function newRow({ cells: list, rows }: PlacedSheet, writer: CellWriter, places: readonly Place[]): Splice {
  const [first] = places;
  if (!list || !first) throw new Error("cells are written only where a sheet has cells");
  const prefix = prefixOf(list);
  const cells = places.map((place) => writer.fresh(prefix, place));
  const xml = `<${prefix}row r="${String(first.row)}">${cells.join("")}</${prefix}row>`;
  const after = rows.find(({ row }) => row > first.row);
  return after ? { at: after.start, remove: 0, insert: xml } : appendTo(list, xml);
}

/** Several put into one element without content open it once. */
function joinAppended(splices: readonly Splice[]): readonly Splice[] {
  const opening = new Map<number, Splice>();
  for (const splice of splices) {
    if (splice.remove !== 2) continue;
    const { insert } = opening.get(splice.at) ?? { insert: "" };
    const inside = splice.insert.slice(1, splice.insert.lastIndexOf("</"));
    const closing = insert.lastIndexOf("</");
    const joined = insert === "" ? splice.insert : insert.slice(0, closing) + inside + insert.slice(closing);
    opening.set(splice.at, { ...splice, insert: joined });
  }
  return [...splices.filter(({ remove }) => remove !== 2), ...opening.values()];
}

class CellWriter {
  readonly #text: string;
  readonly #plan: EditPlan;
  readonly #writing: Writing;
  readonly #styleAt: (row: number, column: number) => number;

  constructor(text: string, plan: EditPlan, writing: Writing) {
    this.#text = text;
    this.#plan = plan;
    this.#writing = writing;
    this.#styleAt = stylesAt(text, plan.sheet);
  }

  /** Of what was there, the name and the style stay. */
  over(cell: Span, place: Place): string {
    const opening = openingOf(this.#text, cell);
    const kept = (name: string): string => attributeOf(opening, name)?.whole ?? "";
    const style = this.#styleAt(place.row, place.column);
    const fitting = this.#fittingStyle(place, style);
    return this.#xml(cell.spelling, kept("r") + (fitting === style ? kept("s") : ` s="${String(fitting)}"`), place);
  }

  fresh(prefix: string, place: Place): string {
    const style = this.#fittingStyle(place, this.#styleAt(place.row, place.column));
    return this.#xml(`${prefix}c`, ` r="${place.edit.cell}"${style === 0 ? "" : ` s="${String(style)}"`}`, place);
  }

  /** A figure in a cell for texts would be made a text again by whoever enters it: it gets the format its column's figures have. */
  #fittingStyle(place: Place, style: number): number {
    const { styles } = this.#writing;
    const isFigure = typeof place.edit.value === "number" || place.edit.formula !== undefined;
    if (!isFigure || !styles.holdsText(style)) return style;
    const row = this.#plan.likeRow(place);
    const own = Number.isInteger(place.edit.value) ? GROUPED : GENERAL;
    return styles.withFormat(style, row === null ? own : styles.formatOf(this.#styleAt(row, place.column)));
  }

  #xml(spelling: string, attributes: string, { row, column, edit }: Place): string {
    const { value = "", formula }: Edit = edit;
    const prefix = spelling.slice(0, -1);
    if (formula !== undefined) {
      const result = this.#writing.results.get(placeOf(row, column)) ?? null;
      const cached = result === null ? "" : `<${prefix}v>${String(result)}</${prefix}v>`;
      return `<${spelling}${attributes}><${prefix}f>${asciiXml(formula)}</${prefix}f>${cached}</${spelling}>`;
    }
    if (typeof value === "number")
      return `<${spelling}${attributes}><${prefix}v>${String(value)}</${prefix}v></${spelling}>`;
    if (value === "") return `<${spelling}${attributes}/>`;
    return `<${spelling}${attributes} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${asciiCellText(value)}</${prefix}t></${prefix}is></${spelling}>`;
  }
}
