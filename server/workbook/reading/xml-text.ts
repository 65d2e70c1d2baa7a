/** Texts of a part: what stands between its tags, as a person would read it. */
import { withoutNoncharacters } from "../noncharacters.ts";
import { unescapeXml } from "../xml-references.ts";
import type { XmlTags } from "./xml-tags.ts";

const [LT, BANG, QUESTION, SQUARE] = [0x3c, 0x21, 0x3f, 0x5b];
const CDATA = "<![CDATA[".length;
const CDATA_END = "]]>".length;

/** The text from the tag told last to the next one, comments left out. */
export function readText(tags: XmlTags): string {
  const { bytes } = tags;
  let text = "";
  let from = tags.at;
  for (;;) {
    let to = from;
    while (to < bytes.length && bytes[to] !== LT) to++;
    text += decode(bytes, from, to);
    const second = bytes[to + 1];
    if (second !== BANG && second !== QUESTION) return atNextTag(tags, to, text);
    const behind = tags.skipAside(to);
    if (behind < 0) return atNextTag(tags, bytes.length, text);
    if (bytes[to + 2] === SQUARE) text += bytes.toString("utf8", to + CDATA, behind - CDATA_END);
    from = behind;
  }
}

function atNextTag(tags: XmlTags, at: number, text: string): string {
  tags.at = at;
  return text;
}

function decode(bytes: Buffer, from: number, to: number): string {
  if (from === to) return "";
  return unescapeXml(bytes.toString("utf8", from, to));
}

const withPlainBreaks = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** Line breaks of one kind, nothing that is no character, and "_x000D_" as the character it stands for (ECMA-376, ST_Xstring). */
export function plainText(text: string): string {
  const plain = withPlainBreaks(text);
  if (!plain.includes("_x")) return withoutNoncharacters(plain);
  const spelt = plain.replace(/_x([\da-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)));
  return withoutNoncharacters(withPlainBreaks(spelt));
}

/** The text of a shared string or of a cell's own (`<si>`, `<is>`), told last: its runs put together, reading aids left out. */
export function readRichText(tags: XmlTags): string {
  if (tags.isEmpty) return "";
  const outside = tags.depth - 1;
  let text = "";
  let aids = 0;
  while (tags.next() && tags.depth > outside) {
    if (tags.is("rPh") && !tags.isEmpty) aids += tags.isClose ? -1 : 1;
    if (aids === 0 && tags.opens("t") && !tags.isEmpty) text += readText(tags);
  }
  return plainText(text);
}
