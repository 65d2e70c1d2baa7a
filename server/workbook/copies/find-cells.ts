/** Where the rows and cells of a sheet stand in its XML: by their own names, as the reader goes, and counted where they have none. */
import { parseCellName } from "../../../shared/grid.ts";
import { findElements } from "../xml.ts";
import { placeOf } from "./place.ts";
import { attributeOf, rootOf, tagsIn, type Root, type Span, type Tag } from "./xml-spans.ts";

export interface PlacedCell extends Span {
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
}

export interface PlacedRow extends Span {
  /** 1-based. */
  readonly row: number;
  /** In the order of the XML. */
  readonly cells: readonly PlacedCell[];
}

export interface PlacedSheet {
  readonly root: Root;
  readonly cells: Span | undefined;
  /** In the order of the XML. */
  readonly rows: readonly PlacedRow[];
  /** All that stand for that place: some sheets give a cell twice. */
  readonly cellsAt: (row: number, column: number) => readonly PlacedCell[];
}

/** The cells of the rows asked for. @throws CopyRefused for a damaged sheet */
export function placeCells(text: string, wanted: ReadonlySet<number>): PlacedSheet {
  const root = rootOf(text, "worksheet");
  // The reader refuses a sheet with two of them.
  const cells = root.children.find(({ name }) => name === "sheetData");
  const rows = cells && !cells.isEmpty ? [...rowsIn(text, cells, wanted)] : [];
  return { root, cells, rows, cellsAt: byPlace(rows) };
}

function byPlace(rows: readonly PlacedRow[]): PlacedSheet["cellsAt"] {
  const places = new Map<number, PlacedCell[]>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const place = placeOf(cell.row, cell.column);
    const others = places.get(place);
    if (others) others.push(cell);
    else places.set(place, [cell]);
  }
  return (row, column) => places.get(placeOf(row, column)) ?? [];
}

function* rowsIn(text: string, list: Span, wanted: ReadonlySet<number>): Generator<PlacedRow> {
  let [number, row] = [0, null as RowReader | null];
  for (const tag of readTags(text, list)) {
    if (tag.name === "row" && tag.kind !== "close") row = new RowReader(text, tag, { after: number, wanted });
    if (!row) continue;
    if (tag.name !== "row") row.read(tag);
    else if (tag.kind !== "open") {
      const placed = row.close(tag);
      number = placed.row;
      row = null;
      yield placed;
    }
  }
}

/** What no reader of ours looks into. */
const PASSED_BY = new Set(["extLst", "Choice"]);

function* readTags(text: string, { from, to }: Span): Generator<Tag> {
  let depth = 0;
  for (const tag of tagsIn(text, from, to)) {
    const isPassedBy = depth > 0 || (tag.kind === "open" && PASSED_BY.has(tag.name));
    if (!isPassedBy) yield tag;
    else if (tag.kind === "open") depth++;
    else if (tag.kind === "close") depth--;
  }
}

interface Surroundings {
  /** The row before. */
  readonly after: number;
  readonly wanted: ReadonlySet<number>;
}

interface OpenCell extends Span {
  /** As its name says. */
  readonly row: number | undefined;
  readonly column: number;
}

/** One row's cells, as its tags come. */
class RowReader {
  readonly #text: string;
  readonly #tag: Tag;
  readonly #around: Surroundings;
  readonly #stated: number;
  readonly #cells: OpenCell[] = [];
  #open: Tag | null = null;
  #row: number | undefined;
  #column = -1;

  constructor(text: string, tag: Tag, around: Surroundings) {
    this.#text = text;
    this.#tag = tag;
    this.#around = around;
    const stated = this.#statedBy(tag);
    this.#stated = /^\d{1,15}$/.test(stated) ? Number(stated) : 0;
  }

  #statedBy({ start, end, name }: Tag): string {
    const tag = this.#text.slice(start, end);
    const spelt = attributeOf(tag, "r")?.value ?? "";
    if (!/[^\w$]/.test(spelt)) return spelt;
    const [attributes] = findElements(tag, name);
    return attributes?.get("r")?.trim() ?? "";
  }

  read(tag: Tag): void {
    if (tag.name !== "c") return;
    // Most rows of most sheets are not asked for.
    if (this.#stated > 0 && !this.#around.wanted.has(this.#stated)) return;
    if (tag.kind === "close") {
      if (this.#open) this.#add(this.#open, tag);
      return;
    }
    // "C07" is C7 to the reader too.
    const named = parseCellName(this.#statedBy(tag).replace(/(?<=[A-Z])0+(?=\d)/i, ""));
    this.#row = named?.row;
    this.#column = named?.column ?? this.#column + 1;
    this.#open = tag;
    if (tag.kind === "empty") this.#add(tag, tag);
  }

  #add(tag: Tag, closing: Tag): void {
    this.#cells.push({ ...spanOf(tag, closing), row: this.#row, column: this.#column });
    this.#open = null;
  }

  /** A row that says no number has that of its first cell with a name. */
  close(closing: Tag): PlacedRow {
    const named = this.#cells.find(({ row }) => row !== undefined)?.row;
    const row = this.#stated > 0 ? this.#stated : (named ?? this.#around.after + 1);
    const cells = this.#around.wanted.has(row) ? this.#cells.map((cell) => ({ ...cell, row: cell.row ?? row })) : [];
    return { ...spanOf(this.#tag, closing), row, cells };
  }
}

const spanOf = (tag: Tag, closing: Tag): Span => ({
  spelling: tag.spelling,
  name: tag.name,
  isEmpty: tag === closing,
  start: tag.start,
  from: tag.end,
  to: tag === closing ? tag.end : closing.start,
  end: closing.end,
});
