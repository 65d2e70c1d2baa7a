/** The texts that cells refer to by their number. */
import { LIMITS, type RefusalCode } from "../refusals.ts";
import { readRichText } from "./xml-text.ts";
import type { XmlTags } from "./xml-tags.ts";

/** In their order, or why they can't be had. */
export function readSharedStrings(tags: XmlTags): readonly string[] | RefusalCode {
  if (tags.bytes.length === 0) return [];
  if (!tags.next() || !tags.opens("sst")) return "damaged";
  const texts: string[] = [];
  while (tags.next()) {
    if (!tags.opens("si")) continue;
    texts.push(readRichText(tags));
    if (texts.length > LIMITS.texts) return "too-many-entries";
  }
  return tags.isTorn ? "damaged" : texts;
}
