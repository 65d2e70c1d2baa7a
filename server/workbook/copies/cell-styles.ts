/** The styles of cells that are written: which are locked, and one for figures where theirs would make a text of them. */
import { findElements, isTrue } from "../xml.ts";
import type { PackageCopy } from "./package-copy.ts";
import { applySplices } from "./part-text.ts";
import { isTextFormat } from "./figure-formats.ts";
import { StyleLists } from "./style-lists.ts";
import { elementsIn, setAttribute } from "./xml-spans.ts";

/** The format's own number for "@". */
const TEXT = 49;

export class CellStyles {
  readonly #lists: StyleLists;
  readonly #made = new Map<string, number>();
  readonly #textFormats: ReadonlySet<number>;

  constructor(copy: PackageCopy) {
    this.#lists = new StyleLists(copy);
    const own = this.#lists.numberFormats().filter(({ code }) => isTextFormat(code));
    this.#textFormats = new Set([TEXT, ...own.map(({ id }) => id)]);
  }

  #attributes(style: number): ReadonlyMap<string, string> | undefined {
    const [attributes] = findElements(this.#lists.cellStyle(style) ?? "", "xf");
    return attributes;
  }

  /** On a sheet that is protected; a cell is locked unless its style says otherwise. */
  isLocked(style: number): boolean {
    const [protection] = findElements(this.#lists.cellStyle(style) ?? "", "protection");
    return isTrue(protection?.get("locked") ?? "1");
  }

  /** Its number format. */
  formatOf(style: number): number {
    return Number(this.#attributes(style)?.get("numFmtId") ?? 0);
  }

  /** Excel would make a text of a figure as soon as somebody enters the cell. */
  holdsText(style: number): boolean {
    return this.#textFormats.has(this.formatOf(style)) || isTrue(this.#attributes(style)?.get("quotePrefix"));
  }

  /** The same style but for its number format. */
  withFormat(style: number, format: number): number {
    const key = `${String(style)} ${String(format)}`;
    const xml = this.#lists.cellStyle(style);
    const made = this.#made.get(key);
    if (made !== undefined || xml === null) return made ?? style;
    const [number = style] = this.#lists.addAsSpelt("cellXfs", [reformat(xml, format)]);
    this.#made.set(key, number);
    return number;
  }

  /** After this no style is made. */
  write(): void {
    this.#lists.write();
  }
}

function reformat(xml: string, format: number): string {
  const changes = [
    { name: "numFmtId", value: String(format) },
    { name: "applyNumberFormat", value: "1" },
    ...(/\squotePrefix\s*=/.test(xml) ? [{ name: "quotePrefix", value: "0" }] : []),
  ];
  return changes.reduce((text, change) => {
    const [style] = elementsIn(text, 0, text.length);
    return style ? applySplices(text, [setAttribute(text, style, change)]).text : text;
  }, xml);
}
