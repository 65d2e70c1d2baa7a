/** Styles added at the ends of the workbook's lists: what was there keeps its number. */
import type { PackageCopy } from "./package-copy.ts";
import { applySplices, type Splice } from "./part-text.ts";
import { linkFromWorkbook, nameType } from "./part-links.ts";
import { namespacesOf, type Namespaces } from "./namespaces.ts";
import { appendTo, elementsIn, insertAfter, openingOf, rootOf, setAttribute, type Root } from "./xml-spans.ts";

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

export class StyleLists {
  readonly #part: string;
  readonly #copy: PackageCopy;
  readonly #namespaces: Namespaces;
  readonly #root: Root;
  readonly #text: string;
  readonly #added = new Map<StyleList, string[]>();

  constructor(copy: PackageCopy) {
    this.#copy = copy;
    this.#part = copy.partOfKind("styles") ?? "xl/styles.xml";
    const { text } = copy.text(copy.workbook);
    this.#namespaces = namespacesOf(text, rootOf(text, "workbook"));
    this.#text = copy.has(this.#part) ? copy.text(this.#part).text : emptyStyles(this.#namespaces.main);
    this.#root = rootOf(this.#text, "styleSheet");
  }

  /** @returns their numbers */
  add(list: StyleList, xmls: readonly string[]): readonly number[] {
    const added = this.#added.get(list) ?? [...(this.#count(list) === 0 ? FIRST[list] : [])];
    const first = this.#count(list) + added.length;
    this.#added.set(list, [...added, ...xmls]);
    return xmls.map((_, index) => first + index);
  }

  #find(list: StyleList) {
    return this.#root.children.find(({ name }) => name === list);
  }

  #count(list: StyleList): number {
    const span = this.#find(list);
    return span && !span.isEmpty ? elementsIn(this.#text, span.from, span.to).length : 0;
  }

  /** The cell style of that number, as it is spelt; null where there is none. */
  cellStyle(number: number): string | null {
    const span = this.#find("cellXfs");
    const style = span && !span.isEmpty ? elementsIn(this.#text, span.from, span.to)[number] : undefined;
    return style ? this.#text.slice(style.start, style.end) : null;
  }

  /** After this nothing more is added. */
  write(): void {
    const splices = this.#splices();
    if (this.#copy.has(this.#part)) {
      this.#copy.splice(this.#part, splices);
      return;
    }
    const { text } = applySplices(this.#text, splices);
    this.#copy.add(this.#part, text);
    linkFromWorkbook(this.#copy, { type: `${this.#namespaces.relationships}/styles`, part: this.#part });
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
    return String(this.#count(list) + (this.#added.get(list)?.length ?? 0));
  }

  #xml(list: StyleList): string {
    return withPrefix((this.#added.get(list) ?? []).join(""), this.#root.prefix);
  }
}
