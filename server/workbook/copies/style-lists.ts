/** Styles added at the ends of the workbook's lists: what was there keeps its number. */
import type { PackageCopy } from "./package-copy.ts";
import { findElements } from "../xml.ts";
import { applySplices, decodePiece, type Encoding, type Splice } from "./part-text.ts";
import { linkFromWorkbook, nameType } from "./part-links.ts";
import { namespacesOf, type Namespaces } from "./namespaces.ts";
import {
  appendTo,
  elementsIn,
  insertAfter,
  openingOf,
  rootOf,
  setAttribute,
  type Root,
  type Span,
} from "./xml-spans.ts";

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
] as const;
type StyleList = "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** What Excel takes the first of a list for, where the workbook has none. */
const FIRST: Readonly<Record<StyleList, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border/>"],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  dxfs: [],
};

const emptyStyles = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`;

/** Each element is written with "<" and "</" before a plain name, and is given the part's prefix. */
const withPrefix = (xml: string, prefix: string): string =>
  prefix === "" ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);

/** Where they are, and where everybody looks for them. */
export const stylesPart = (copy: PackageCopy): string => copy.partOfKind("styles") ?? "xl/styles.xml";

export class StyleLists {
  readonly #part: string;
  readonly #copy: PackageCopy;
  readonly #namespaces: Namespaces;
  readonly #root: Root;
  readonly #text: string;
  readonly #encoding: Encoding;
  readonly #items = new Map<string, readonly Span[]>();
  readonly #added = new Map<StyleList, string[]>();

  constructor(copy: PackageCopy) {
    this.#copy = copy;
    this.#part = stylesPart(copy);
    const { text } = copy.text(copy.workbook);
    this.#namespaces = namespacesOf(text, rootOf(text, "workbook"));
    const empty = { text: emptyStyles(this.#namespaces.main), encoding: "latin1" } as const;
    const styles = copy.has(this.#part) ? copy.text(this.#part) : empty;
    this.#text = styles.text;
    this.#encoding = styles.encoding;
    this.#root = rootOf(this.#text, "styleSheet");
  }

  /** Each is written with plain names. @returns their numbers */
  add(list: StyleList, xmls: readonly string[]): readonly number[] {
    return this.addAsSpelt(
      list,
      xmls.map((xml) => withPrefix(xml, this.#root.prefix)),
    );
  }

  /** As the part itself spells its elements. @returns their numbers */
  addAsSpelt(list: StyleList, xmls: readonly string[]): readonly number[] {
    const count = this.#itemsOf(list).length;
    const first = count === 0 ? FIRST[list].map((xml) => withPrefix(xml, this.#root.prefix)) : [];
    const added = this.#added.get(list) ?? first;
    this.#added.set(list, [...added, ...xmls]);
    return xmls.map((_, index) => count + added.length + index);
  }

  #find(list: string): Span | undefined {
    return this.#root.children.find(({ name }) => name === list);
  }

  #itemsOf(list: string): readonly Span[] {
    const known = this.#items.get(list);
    if (known) return known;
    const span = this.#find(list);
    const items = span && !span.isEmpty ? elementsIn(this.#text, span.from, span.to) : [];
    this.#items.set(list, items);
    return items;
  }

  /** The cell style of that number, as it is spelt; null where there is none. */
  cellStyle(number: number): string | null {
    const style = this.#itemsOf("cellXfs")[number];
    return style ? this.#text.slice(style.start, style.end) : null;
  }

  /** Those of the workbook's own. */
  numberFormats(): readonly { readonly id: number; readonly code: string }[] {
    return this.#itemsOf("numFmts").flatMap((span) => {
      const [format] = findElements(decodePiece(openingOf(this.#text, span), this.#encoding), span.name);
      return format ? [{ id: Number(format.get("numFmtId")), code: format.get("formatCode") ?? "" }] : [];
    });
  }

  /** After this nothing more is added. */
  write(): void {
    if (this.#added.size === 0) return;
    const splices = this.#splices();
    if (this.#copy.has(this.#part)) {
      this.#copy.splice(this.#part, splices);
      return;
    }
    const { text } = applySplices(this.#text, splices);
    const links = this.#copy.relationships(this.#copy.workbook);
    const isLinked = links.some(({ kind, paths }) => kind === "styles" && paths.includes(this.#part));
    if (!isLinked) linkFromWorkbook(this.#copy, { type: `${this.#namespaces.relationships}/styles`, part: this.#part });
    this.#copy.add(this.#part, text);
    nameType(this.#copy, this.#part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
  }

  #splices(): readonly Splice[] {
    const lists = ORDER.filter((name): name is StyleList => this.#added.has(name as StyleList));
    if (this.#root.isEmpty) return [appendTo(this.#root, lists.map((list) => this.#whole(list)).join(""))];
    return lists.flatMap((list) => {
      const span = this.#find(list);
      if (!span)
        return [insertAfter(this.#root, new Set<string>(ORDER.slice(0, ORDER.indexOf(list))), this.#whole(list))];
      const isCounted = /\scount\s*=/.test(openingOf(this.#text, span));
      const count = { name: "count", value: this.#countAfter(list) };
      return [...(isCounted ? [setAttribute(this.#text, span, count)] : []), appendTo(span, this.#xml(list))];
    });
  }

  #whole(list: StyleList): string {
    const { prefix } = this.#root;
    return `<${prefix}${list} count="${this.#countAfter(list)}">${this.#xml(list)}</${prefix}${list}>`;
  }

  #countAfter(list: StyleList): string {
    return String(this.#itemsOf(list).length + (this.#added.get(list)?.length ?? 0));
  }

  #xml(list: StyleList): string {
    return (this.#added.get(list) ?? []).join("");
  }
}
