/** Where the elements of a part stand, so that something can be put beside them without writing the rest anew. */
import { CopyRefused } from "./copy-refused.ts";
import type { Splice } from "./part-text.ts";

export interface Tag {
  /** With its prefix, as it is spelt: "x:row". */
  readonly spelling: string;
  /** Without. */
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  readonly start: number;
  readonly end: number;
}

export interface Span {
  readonly spelling: string;
  readonly name: string;
  readonly isEmpty: boolean;
  readonly start: number;
  /** Of its content. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

const TAG = /<(\/?)([^\s/<>!?"'=]+)([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*)>/y;
/** What is no element: a tag inside it is only text. */
const ASIDES = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
] as const;

/** @throws CopyRefused for what is not well-formed */
export function* tagsIn(text: string, start: number, end: number): Generator<Tag> {
  let at = text.indexOf("<", start);
  while (at >= 0 && at < end) {
    const aside = ASIDES.find(([opening]) => text.startsWith(opening, at));
    const next = aside ? endOf(text, aside[1], at + aside[0].length) : 0;
    if (aside) {
      at = text.indexOf("<", next);
      continue;
    }
    TAG.lastIndex = at;
    const [whole, slash, spelling = "", rest = ""] = TAG.exec(text) ?? [];
    if (whole === undefined) throw new CopyRefused("damaged");
    const kind = slash ? "close" : rest.endsWith("/") ? "empty" : "open";
    yield { spelling, name: localName(spelling), kind, start: at, end: at + whole.length };
    at = text.indexOf("<", at + whole.length);
  }
}

const localName = (spelling: string): string => spelling.slice(spelling.indexOf(":") + 1);

function endOf(text: string, closing: string, from: number): number {
  const at = text.indexOf(closing, from);
  if (at < 0) throw new CopyRefused("damaged");
  return at + closing.length;
}

/** Of one list; none in a workbook that people work with has so many, but for its rows. */
const MOST_ELEMENTS = 500_000;

/** The elements right inside that place, in their order. @throws CopyRefused for what is not well-formed, or too long a list */
export function elementsIn(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let [at, open, depth] = [start, null as Tag | null, 0];
  const add = (tag: Tag, closing: Tag): void => {
    const { spelling, name } = tag;
    const isEmpty = tag === closing;
    if (spans.length === MOST_ELEMENTS) throw new CopyRefused("too-many-entries");
    spans.push({
      spelling,
      name,
      isEmpty,
      start: tag.start,
      from: tag.end,
      to: isEmpty ? tag.end : closing.start,
      end: closing.end,
    });
  };
  while (at < end) {
    let skip = end;
    for (const tag of tagsIn(text, at, end)) {
      if (tag.kind === "empty" && depth === 0) add(tag, tag);
      if (tag.kind === "open" && depth === 0) open = tag;
      if (tag.kind === "open") depth++;
      if (tag.kind === "close") depth--;
      if (depth < 0) throw new CopyRefused("damaged");
      if (tag.kind === "close" && depth === 0 && open) add(open, tag);
      // Millions of tags, none of which matters here.
      if (tag.kind === "open" && depth === 1 && tag.name === "sheetData") {
        skip = endOfContent(text, tag);
        break;
      }
    }
    if (skip < 0) throw new CopyRefused("damaged");
    at = skip;
  }
  if (depth !== 0) throw new CopyRefused("damaged");
  return spans;
}

/** Where that element is closed; -1 where it is not. What a remark says closes nothing. */
function endOfContent(text: string, { spelling, end }: Tag): number {
  const closing = `</${spelling}`;
  let [at, close] = [end, text.indexOf(closing, end)];
  while (close >= 0) {
    const aside = nextAside(text, at, close);
    if (aside === null) return close;
    at = aside;
    if (close < at) close = text.indexOf(closing, at);
  }
  return -1;
}

/** Behind the first that begins before that place; null where none does. */
function nextAside(text: string, from: number, to: number): number | null {
  const piece = /<[!?]/g;
  piece.lastIndex = from;
  const at = piece.exec(text.slice(0, to))?.index;
  const aside = at === undefined ? undefined : ASIDES.find(([opening]) => text.startsWith(opening, at));
  return aside && at !== undefined ? endOf(text, aside[1], at + aside[0].length) : null;
}

export interface Root extends Span {
  readonly children: readonly Span[];
  /** "x:" where the part spells its elements so. */
  readonly prefix: string;
}

/** @throws CopyRefused for a part without one, or of another name */
export function rootOf(text: string, name: string): Root {
  const [root] = elementsIn(text, 0, text.length);
  if (root?.name !== name) throw new CopyRefused("damaged");
  const prefix = prefixOf(root);
  return { ...root, prefix, children: root.isEmpty ? [] : elementsIn(text, root.from, root.to) };
}

export const prefixOf = ({ spelling, name }: Pick<Span, "spelling" | "name">): string =>
  spelling.slice(0, spelling.length - name.length);

/** An element of the part's own namespace as the last of that element's content. */
export const appendTo = (span: Span, xml: string): Splice =>
  span.isEmpty
    ? { at: span.from - 2, remove: 2, insert: `>${xml}</${span.spelling}>` }
    : { at: span.to, remove: 0, insert: xml };

/** After those that the format wants before it. */
export function insertAfter(root: Root, before: ReadonlySet<string>, xml: string): Splice {
  if (root.isEmpty) return appendTo(root, xml);
  const last = root.children.filter(({ name }) => before.has(name)).at(-1);
  return { at: last?.end ?? root.from, remove: 0, insert: xml };
}

export const takeOut = ({ start, end }: Pick<Span, "start" | "end">): Splice => ({
  at: start,
  remove: end - start,
  insert: "",
});

/** The opening tag's text. */
export const openingOf = (text: string, span: Span): string => text.slice(span.start, span.from);

export interface Attribute {
  /** With the space before it. */
  readonly whole: string;
  readonly at: number;
  /** As it is spelt, without its quotes. */
  readonly value: string;
}

/** Of an opening tag, the attribute of just that name: one with a prefix is another, and in a value there is none. */
export function attributeOf(tag: string, name: string): Attribute | undefined {
  for (const found of tag.matchAll(/\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [whole, known, double, single] = found;
    if (known === name) return { whole, at: found.index, value: double ?? single ?? "" };
  }
  return undefined;
}

/** Sets an attribute of the element, whether it has it or not. */
export function setAttribute(text: string, span: Span, { name, value }: { name: string; value: string }): Splice {
  const found = attributeOf(openingOf(text, span), name);
  if (found) {
    const lead = found.whole.slice(0, -found.value.length - 2);
    return { at: span.start + found.at, remove: found.whole.length, insert: `${lead}"${value}"` };
  }
  return { at: span.start + 1 + span.spelling.length, remove: 0, insert: ` ${name}="${value}"` };
}
