const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function character(entity: string): string {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? [];
  const code = hex ? parseInt(hex, 16) : Number(decimal ?? 0);
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ENTITIES[entity] ?? "";
}

const unescape = (text: string): string =>
  text.replace(/&(#?\w+);/g, (_reference, entity: string) => character(entity));

/** By local name: `r:id` is found as `id`, since the prefix is the writer's choice. */
function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of tag.matchAll(/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) attributes.set(name, unescape(double ?? single ?? ""));
  }
  return attributes;
}

/** The attributes of every element of that name, whatever its prefix. */
export function* findElements(xml: string, name: string): Generator<ReadonlyMap<string, string>> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^<>"'])*)>`, "g");
  for (const [, attributes] of xml.matchAll(pattern)) yield readAttributes(attributes ?? "");
}

export const isTrue = (attribute: string | undefined): boolean => attribute === "1" || attribute === "true";

/** As its first bytes say. */
export function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.toString("latin1", 0, 120);
  if (head.startsWith("<\0")) return "utf-16le";
  return (
    /^[^<]*<\?xml[^>]*\sencoding=["']([\w-]+)/
      .exec(head)?.[1]
      ?.toLowerCase()
      .replace(/^utf8$/, "utf-8") ?? "utf-8"
  );
}

export function decodeXml(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** One character per UTF-8 byte: the form in which SheetJS expects text, and half the memory of a decoded one. */
export function decodeXmlAsBytes(bytes: Buffer): string {
  if (encodingOf(bytes) !== "utf-8") return Buffer.from(decodeXml(bytes), "utf8").toString("latin1");
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString("latin1", hasMark ? 3 : 0);
}
