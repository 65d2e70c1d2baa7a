/** The cells of one sheet, row by row, as its tags come. */
import type { CellValue, GridCell } from "../../../shared/grid.ts";
import { type BookKey, readType, readValue } from "./cell-values.ts";
import { FormulaReader } from "./formula-reader.ts";
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

export class CellScan {
  readonly rows = new RowList();
  /** In all cells so far: values, formulas and formats. */
  characters = 0;
  readonly #tags: XmlTags;
  readonly #book: BookKey;
  readonly #formulas = new FormulaReader();
  readonly #waiting: Waiting[] = [];
  #row = 0;
  #column = -1;

  constructor(tags: XmlTags, book: BookKey) {
    this.#tags = tags;
    this.#book = book;
  }

  /** To the end of `<sheetData>`. Null when all is well. */
  run(): RefusalCode | null {
    const tags = this.#tags;
    let row = 0;
    while (tags.next()) {
      if (tags.closes("sheetData")) return this.#settle();
      if (!tags.opens("row")) continue;
      const stated = tags.numberOf("r");
      row = stated > 0 ? stated : row + 1;
      if (row > LAST_ROW) return "damaged";
      if (tags.isTrue("hidden")) this.rows.hidden.add(row);
      const refusal = tags.isEmpty ? null : this.#readRow(row);
      if (refusal) return refusal;
    }
    return "damaged";
  }

  #readRow(row: number): RefusalCode | null {
    const tags = this.#tags;
    this.#row = row;
    this.#column = -1;
    while (tags.next()) {
      if (tags.isClose) {
        if (tags.is("row")) return this.rows.excess;
        if (tags.is("sheetData")) return "damaged";
      } else if (tags.is("c") && !this.#readCell(row)) return "damaged";
      if (this.characters > LIMITS.characters) return "too-much-text";
    }
    return "damaged";
  }

  /** False when it breaks the format. */
  #readCell(row: number): boolean {
    const tags = this.#tags;
    if (!this.#findPlace(row)) return false;
    if (tags.isEmpty) return true;
    const place = { row: this.#row, column: this.#column };
    const key = { type: readType(tags), format: this.#book.formats[tags.numberOf("s")] ?? GENERAL, book: this.#book };
    const { format } = key;
    let value: CellValue | null | undefined = null;
    let formula = "";
    let awaits: string | null = null;
    for (;;) {
      if (!tags.next()) return false;
      if (tags.isClose) {
        if (tags.is("c")) break;
        if (tags.is("row") || tags.is("sheetData")) return false;
      } else if (tags.is("v")) value = tags.isEmpty ? (key.type === "text" ? "" : null) : readValue(tags, key);
      else if (tags.is("is")) value = readRichText(tags, "is");
      else if (tags.is("f")) {
        const read = this.#formulas.read(tags, place);
        if ("text" in read) formula = read.text;
        else awaits = read.awaits;
      }
    }
    if (value === undefined) return false;
    if (awaits !== null) this.#waiting.push({ awaits, place, value, format });
    else this.#add(place, { value, formula, format });
    return true;
  }

  #add({ row, column }: Place, content: CellContent): void {
    const { value, formula, format } = content;
    if (formula === "" && (value === null || value === "")) return;
    this.characters += formula.length + (format.code?.length ?? 0) + (typeof value === "string" ? value.length : 0);
    this.rows.add(row, makeCell(column, content));
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
  #findPlace(row: number): boolean {
    const { bytes } = this.#tags;
    let at = this.#tags.valueFrom("r");
    if (at < 0) {
      this.#row = row;
      this.#column++;
      return this.#column <= LAST_COLUMN;
    }
    let [column, number] = [0, 0];
    for (let letter = (bytes[at] ?? 0) & 0xdf; letter >= 0x41 && letter <= 0x5a; letter = (bytes[++at] ?? 0) & 0xdf)
      column = column * 26 + letter - 0x40;
    for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - 0x30)
      number = number * 10 + digit;
    const isEnd = bytes[at] === 0x22 || bytes[at] === 0x27;
    this.#row = number;
    this.#column = column - 1;
    return isEnd && number >= 1 && number <= LAST_ROW && column >= 1 && column <= LAST_COLUMN + 1;
  }
}
