/** The cells of one sheet, row by row, as its tags come. */
import { type CellValue, columnIndex, type GridCell } from "../../../shared/grid.ts";
import { countCharacters } from "../excess.ts";
import { type BookKey, readType, readValue } from "./cell-values.ts";
import { type FormulaRead, FormulaReader } from "./formula-reader.ts";
import { GENERAL, type NumberFormat } from "./number-formats.ts";
import { LIMITS, type RefusalCode } from "../refusals.ts";
import { RowList } from "./row-list.ts";
import type { Place } from "./shared-formulas.ts";
import { LAST_COLUMN, LAST_ROW } from "../sheet-size.ts";
import { readRichText } from "./xml-text.ts";
import type { XmlTags } from "./xml-tags.ts";

/** Without its formula, which a later cell will give. */
interface Waiting {
  readonly awaits: string;
  readonly place: Place;
  readonly value: CellValue | null;
  readonly format: NumberFormat;
}

interface CellContent {
  readonly value: CellValue | null;
  readonly formula: string;
  readonly format: NumberFormat;
}

/** All cells that look alike to the engine: a sheet has millions. */
function makeCell(column: number, { value, formula, format: { code } }: CellContent): GridCell {
  if (formula === "") return code === null ? { column, value } : { column, value, format: code };
  return code === null ? { column, value, formula } : { column, value, formula, format: code };
}

/** Longer ones break the format; the prefixes of newer functions count too. */
const MOST_FORMULA_LETTERS = 16_384;
const NAME = /^\s*([A-Z]{1,3})(\d{1,7})\s*$/i;

export class CellScan {
  readonly rows = new RowList();
  /** In all cells so far: values, formulas and formats. */
  characters = 0;
  readonly #tags: XmlTags;
  readonly #book: BookKey;
  readonly #formulas = new FormulaReader();
  readonly #waiting: Waiting[] = [];
  /** 0 while a row that states no number has no cell that names it. */
  #row = 0;
  #rowBefore = 0;
  #column = -1;

  constructor(tags: XmlTags, book: BookKey) {
    this.#tags = tags;
    this.#book = book;
  }

  /** To the end of `<sheetData>`. Null when all is well. */
  run(): RefusalCode | null {
    const tags = this.#tags;
    const outside = tags.depth - 1;
    while (tags.next() && tags.depth > outside) {
      if (!tags.opens("row")) continue;
      const stated = tags.numberOf("r");
      if (stated !== -1 && !(stated >= 1 && stated <= LAST_ROW)) return "damaged";
      this.#row = Math.max(0, stated);
      const isHidden = tags.isTrue("hidden");
      const refusal = tags.isEmpty ? null : this.#readRow();
      if (refusal) return refusal;
      this.#rowBefore = this.#row || this.#rowBefore + 1;
      if (this.#rowBefore > LAST_ROW) return "damaged";
      if (isHidden) this.rows.hidden.add(this.#rowBefore);
    }
    return tags.isTorn ? "damaged" : this.#settle();
  }

  #readRow(): RefusalCode | null {
    const tags = this.#tags;
    const outside = tags.depth - 1;
    this.#column = -1;
    while (tags.next() && tags.depth > outside) {
      if (tags.opens("row") || (tags.opens("c") && !this.#readCell())) return "damaged";
      if (this.characters > LIMITS.characters) return "too-much-text";
    }
    return tags.isTorn ? "damaged" : this.rows.excess;
  }

  /** False when it breaks the format. */
  #readCell(): boolean {
    const tags = this.#tags;
    if (!this.#findPlace()) return false;
    const type = readType(tags);
    if (type === undefined) return false;
    if (tags.isEmpty) return true;
    const outside = tags.depth - 1;
    const place = { row: this.#row, column: this.#column };
    const format = this.#book.formats[tags.numberOf("s")] ?? GENERAL;
    const key = { type, format, book: this.#book };
    let value: CellValue | null | undefined = null;
    let formula: FormulaRead = { text: "" };
    while (tags.next() && tags.depth > outside) {
      if (tags.isClose) continue;
      if (tags.is("c") || tags.is("row")) return false;
      if (tags.is("v")) value = tags.isEmpty ? (type === "text" ? "" : null) : readValue(tags, key);
      else if (tags.is("f")) formula = this.#formulas.read(tags, place);
      else if (tags.is("is")) value = readRichText(tags);
      else continue;
      if (value === undefined || !this.#isAtEnd(outside + 1)) return false;
    }
    if ("awaits" in formula) this.#waiting.push({ awaits: formula.awaits, place, value, format });
    else if (formula.text.length > MOST_FORMULA_LETTERS) return false;
    else this.#add(place, { value, formula: formula.text, format });
    return !tags.isTorn;
  }

  /** Nothing more stands in the element that was just read. */
  #isAtEnd(around: number): boolean {
    const { depth } = this.#tags;
    return depth === around || (this.#tags.next() && this.#tags.isClose);
  }

  #add({ row, column }: Place, content: CellContent): void {
    const { value, formula } = content;
    if (formula === "" && (value === null || value === "")) return;
    const cell = makeCell(column, content);
    this.characters += countCharacters(cell);
    this.rows.add(row, cell);
  }

  /** Cells that share a formula whose text came after them; one whose text never came has its value alone. */
  #settle(): RefusalCode | null {
    for (const { awaits, place, value, format } of this.#waiting) {
      this.#add(place, { value, formula: this.#formulas.follow(awaits, place), format });
      if (this.characters > LIMITS.characters) return "too-much-text";
    }
    return this.rows.excess;
  }

  /** From the cell's name; one without a name stands right of the one before it. */
  #findPlace(): boolean {
    if (this.#tags.valueFrom("r") < 0) {
      this.#row ||= this.#rowBefore + 1;
      this.#column++;
      return this.#column <= LAST_COLUMN && this.#row <= LAST_ROW;
    }
    const place = this.#readName() ?? this.#readOddName();
    if (!place) return false;
    // What the row states and what its cells say must be one.
    this.#row ||= place.row;
    this.#column = place.column;
    return place.row === this.#row;
  }

  /** As all common writers spell it. */
  #readName(): Place | null {
    const { bytes } = this.#tags;
    let at = this.#tags.valueFrom("r");
    let [letters, row] = [0, 0];
    for (let letter = (bytes[at] ?? 0) & 0xdf; letter >= 0x41 && letter <= 0x5a; letter = (bytes[++at] ?? 0) & 0xdf)
      letters = letters * 26 + letter - 0x40;
    for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - 0x30)
      row = row * 10 + digit;
    const isEnd = bytes[at] === 0x22 || bytes[at] === 0x27;
    return isEnd ? placeOf(letters - 1, row) : null;
  }

  #readOddName(): Place | null {
    const [, letters, row] = NAME.exec(this.#tags.attribute("r") ?? "") ?? [];
    return letters === undefined ? null : placeOf(columnIndex(letters), Number(row));
  }
}

const placeOf = (column: number, row: number): Place | null =>
  column >= 0 && column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW ? { row, column } : null;
