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

export const unescapeXml = (text: string): string =>
  text.replace(/&(#?\w+);/g, (reference, entity: string) => character(entity) ?? reference);

/** By local name: `r:id` is found as `id`, since the prefix is the writer's choice. */
function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of tag.matchAll(/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) attributes.set(name, unescapeXml(double ?? single ?? ""));
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

/** A name no decoder knows is passed over: nearly all parts are in UTF-8 whatever they say. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}

export const decodeXml = (bytes: Buffer): string => decoderOf(encodingOf(bytes)).decode(bytes);

/** The same text in UTF-8; what already is, is not copied. */
export const asUtf8 = (bytes: Buffer): Buffer =>
  encodingOf(bytes) === "utf-8" ? bytes : Buffer.from(decodeXml(bytes), "utf8");
