import { XmlTags } from "./reading/xml-tags.ts";

/** By local name: `r:id` is found as `id`, since the prefix is the writer's choice. Of two the one without a prefix counts. */
export function attributesOf(tags: XmlTags): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of tags.attributes()) {
    const local = name.slice(name.indexOf(":") + 1);
    if (local === name || !attributes.has(local)) attributes.set(local, value);
  }
  return attributes;
}

/** The attributes of every element of that name, whatever its prefix, as far as the text is well-formed. */
export function* findElements(xml: string, name: string): Generator<ReadonlyMap<string, string>> {
  const tags = new XmlTags(Buffer.from(xml, "utf8"));
  while (tags.next()) if (tags.opens(name)) yield attributesOf(tags);
}

export const isTrue = (attribute: string | undefined): boolean => attribute === "1" || attribute === "true";

/** As its first bytes say. */
export function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.toString("latin1", 0, 120);
  if (head.startsWith("<\0")) return "utf-16le";
  if (head.startsWith("\0<")) return "utf-16be";
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
