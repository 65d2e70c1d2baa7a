/** Where the rows and cells of a sheet stand in its XML. */
import { parseCellName } from "../../../shared/grid.ts";
import { rootOf, tagsIn, type Root, type Span, type Tag } from "./xml-spans.ts";

export interface PlacedCell extends Span {
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
}

const ROW = /\sr\s*=\s*["'](\d+)["']/;
const CELL = /\sr\s*=\s*["']([A-Z]+\d+)["']/i;

/** The cells of the rows asked for. @throws CopyRefused for a damaged sheet */
export function placeCells(text: string, wanted: ReadonlySet<number>): PlacedSheet {
  const root = rootOf(text, "worksheet");
  const cells = root.children.find(({ name }) => name === "sheetData");
  const rows: PlacedRow[] = [];
  if (!cells || cells.isEmpty) return { root, cells, rows };
  let [number, open, inside] = [0, null as Tag | null, null as CellReader | null];
  const close = (tag: Tag, closing: Tag): void => {
    rows.push({ ...spanOf(tag, closing), row: number, cells: inside?.cells ?? [] });
  };
  for (const tag of tagsIn(text, cells.from, cells.to)) {
    if (tag.name !== "row") {
      inside?.read(tag);
      continue;
    }
    if (tag.kind === "close") {
      if (open) close(open, tag);
      continue;
    }
    const stated = ROW.exec(text.slice(tag.start, tag.end))?.[1];
    number = stated === undefined ? number + 1 : Number(stated);
    inside = wanted.has(number) ? new CellReader(text) : null;
    open = tag;
    if (tag.kind === "empty") close(tag, tag);
  }
  return { root, cells, rows };
}

/** One row's cells, as its tags come. */
class CellReader {
  readonly cells: PlacedCell[] = [];
  readonly #text: string;
  #open: Tag | null = null;
  #column = -1;

  constructor(text: string) {
    this.#text = text;
  }

  read(tag: Tag): void {
    if (tag.name !== "c") return;
    if (tag.kind === "close") {
      if (this.#open) this.cells.push({ ...spanOf(this.#open, tag), column: this.#column });
      return;
    }
    const stated = CELL.exec(this.#text.slice(tag.start, tag.end))?.[1];
    this.#column = stated === undefined ? this.#column + 1 : (parseCellName(stated)?.column ?? this.#column + 1);
    this.#open = tag;
    if (tag.kind === "empty") this.cells.push({ ...spanOf(tag, tag), column: this.#column });
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
