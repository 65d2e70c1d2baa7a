/** A workbook taken apart, changed in a part or two, and put together with right checksums; now and then just changed as bytes. */
import type { Random } from "../random.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { encodeXml, mutateXml } from "./mutate-xml.ts";
import { tokensOf } from "./xml-tokens.ts";
import { putTogether, takeApart, type Part } from "./package.ts";

/** What the reader reads more often than what it passes over. */
const weightOf = ({ name }: Part): number =>
  /\/sheet\d*\.xml$/.test(name)
    ? 6
    : /(sharedStrings|styles|workbook)\.xml$/.test(name)
      ? 3
      : /\.rels$/.test(name)
        ? 2
        : 1;

function pickPart(parts: readonly Part[], random: Random): number {
  const weights = parts.map(weightOf);
  let rest = random.below(weights.reduce((sum, weight) => sum + weight, 0));
  return Math.max(
    0,
    weights.findIndex((weight) => (rest -= weight) < 0),
  );
}

const changeContent = ({ name, content }: Part, random: Random, other: Buffer): Part =>
  random.chance(0.04)
    ? { name, content: mutateBytes(content, random) }
    : { name, content: encodeXml(mutateXml(content.toString("utf8"), random, other.toString("utf8")), random) };

function changeParts(parts: readonly Part[], random: Random, others: readonly Part[]): readonly Part[] {
  const index = pickPart(parts, random);
  const part = parts[index];
  if (!part) return parts;
  const rest = parts.filter((_, place) => place !== index);
  if (random.chance(0.9)) return parts.with(index, changeContent(part, random, random.pick(others).content));
  const other = random.pick(parts);
  return random.pick([
    () => rest,
    () => [...rest, part],
    () => [...parts, { ...part, content: other.content }],
    () => parts.with(index, { ...part, content: other.content }),
    () =>
      parts.with(index, {
        ...part,
        name: random.pick([
          part.name.toUpperCase(),
          `/${part.name}`,
          other.name,
          `../${part.name}`,
          part.name.replaceAll("/", "\\"),
        ]),
      }),
    () => parts.with(index, random.pick(others)),
  ])();
}

export function mutateWorkbook(bytes: Buffer, random: Random, pool: readonly Buffer[]): Buffer {
  const parts = random.chance(0.12) ? null : takeApart(bytes);
  if (!parts || parts.length === 0) return mutateBytes(bytes, random);
  const others = (random.chance(0.3) ? takeApart(random.pick(pool)) : null) ?? parts;
  let changed = parts;
  for (let left = 1 + random.below(3); left > 0; left--)
    changed = changeParts(changed, random, others.length > 0 ? others : parts);
  const whole = putTogether(changed);
  return random.chance(0.05) ? mutateBytes(whole, random) : whole;
}

/** Without a part, without a stretch of one part's tags, or without some of its bytes. */
export function* shrinkWorkbook(bytes: Buffer): Generator<Buffer> {
  const parts = takeApart(bytes);
  if (!parts) {
    for (let size = bytes.length >> 1; size >= 8; size >>= 1)
      for (let at = 0; at < bytes.length; at += size)
        yield Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
    return;
  }
  for (const [index] of parts.entries()) yield putTogether(parts.filter((_, place) => place !== index));
  for (const [index, { name, content }] of parts.entries()) {
    const tokens = tokensOf(content.toString("utf8"));
    for (let size = tokens.length >> 1; size >= 2; size >>= 1)
      for (let at = 0; at < tokens.length; at += size)
        yield putTogether(
          parts.with(index, {
            name,
            content: Buffer.from([...tokens.slice(0, at), ...tokens.slice(at + size)].join("")),
          }),
        );
  }
}
