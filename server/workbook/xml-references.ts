/** References of XML ("&amp;", "&#7879;") and the characters they stand for. */

/** All that XML itself knows; what a part declares is never resolved. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function character(entity: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? [];
  const code = hex ? parseInt(hex, 16) : Number(decimal ?? 0);
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ENTITIES.get(entity);
}

/** Others stay as they are spelt. */
export const unescapeXml = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(#?\w{1,10});/g, (reference, entity: string) => character(entity) ?? reference)
    : text;
