/** XML changed tag by tag, so that most of it is still read as what it was. */
import { HOSTILE_TEXTS, mutateText } from "../mutate-text.ts";
import type { Random } from "../random.ts";
import { elementFrom, isTag, tokensOf } from "./xml-tokens.ts";
import { ENTITIES, KINDS, NUMBERS, PIECES, PLACES, TAGS } from "./xml-words.ts";

const ATTRIBUTE = /([\w:]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** One attribute of a tag given another value, another name, a second time, or taken away. */
function changeAttribute(tag: string, random: Random): string {
  const all = [...tag.matchAll(ATTRIBUTE)];
  if (all.length === 0)
    return tag.replace(
      /(\/?>)$/,
      ` ${random.pick(["r", "t", "s", "xml:space", "hidden"])}="${random.pick(NUMBERS)}"$1`,
    );
  const [whole, name = "", , quoted = ""] = random.pick(all);
  const value = random.pick([
    random.pick(NUMBERS),
    random.pick(PLACES),
    random.pick(KINDS),
    random.pick(ENTITIES).replace(/[<"]/g, ""),
    random.pick(HOSTILE_TEXTS).replace(/[<"]/g, ""),
    mutateText(quoted.slice(1, -1), random, PLACES).replace(/[<"]/g, ""),
  ]);
  const changed = random.pick([
    `${name}="${value}"`,
    `${name}="${value}"`,
    `${name}="${value}"`,
    `${name} = '${value.replaceAll("'", "")}'`,
    `${whole} ${name}="${value}"`,
    `x:${name}=${quoted}`,
    `${name}x=${quoted}`,
    `${name}=${quoted.slice(1, -1)}`,
    name,
    "",
  ]);
  return tag.replace(whole, () => changed);
}

const changeTag = (tag: string, random: Random): string =>
  random.pick([
    () => tag.replace(/[\w:]+/, random.pick(TAGS)),
    () => tag.replace(/[\w:]+/, (name) => `x:${name}`),
    () => tag.replace(/\/?>$/, random.chance(0.5) ? ">" : "/>"),
    () => tag.replace(/^<\/?/, random.chance(0.5) ? "<" : "</"),
    () => tag.replace(/>$/, random.pick([" >", "\n>", "", ">>", " / >"])),
    () => tag.toUpperCase(),
  ])();

const changeText = (text: string, random: Random): string =>
  random.pick([
    () => random.pick(NUMBERS),
    () => random.pick(ENTITIES),
    () => random.pick(HOSTILE_TEXTS).replace(/[<&]/g, ""),
    () => text + random.pick(ENTITIES),
    () => mutateText(text, random, ENTITIES),
    () => `<![CDATA[${text}]]>`,
    () => ` ${text}\n`,
  ])();

type Change = (tokens: string[], random: Random, others: readonly string[]) => void;

const at = (tokens: readonly string[], random: Random): number => random.below(tokens.length);

/** A stretch from one tag on, of a few tokens. */
const stretch = (tokens: readonly string[], random: Random): readonly [number, number] => [
  at(tokens, random),
  1 + random.below(12),
];

const CHANGES: readonly Change[] = [
  (tokens, random) => void tokens.splice(...stretch(tokens, random)),
  (tokens, random) => void tokens.splice(at(tokens, random), 1),
  (tokens, random) => {
    const [from, count] = stretch(tokens, random);
    tokens.splice(at(tokens, random), 0, ...tokens.slice(from, from + count));
  },
  (tokens, random) => {
    const [a, b] = [at(tokens, random), at(tokens, random)];
    [tokens[a], tokens[b]] = [tokens[b] ?? "", tokens[a] ?? ""];
  },
  (tokens, random) => void tokens.splice(at(tokens, random), 0, random.pick(PIECES)),
  (tokens, random, others) => {
    if (others.length === 0) return;
    const [from, count] = stretch(others, random);
    tokens.splice(at(tokens, random), 0, ...others.slice(from, from + count));
  },
  ...new Array<Change>(6).fill((tokens, random) => {
    const index = at(tokens, random);
    const token = tokens[index] ?? "";
    if (!isTag(token)) tokens[index] = changeText(token, random);
    else tokens[index] = random.chance(0.75) ? changeAttribute(token, random) : changeTag(token, random);
  }),
];

const changeKept = (tag: string, random: Random): string => {
  const attributes = [...tag.matchAll(ATTRIBUTE)];
  if (attributes.length === 0) return tag;
  const [whole, name = ""] = random.pick(attributes);
  const value = random.pick([random.pick(NUMBERS), random.pick(PLACES), random.pick(KINDS), "&#10;", "đ"]);
  return tag.replace(whole, () => (random.chance(0.15) ? "" : `${name}="${value}"`));
};

/** Changes after which every tag that opens still closes: what a program may well write, and Excel opens. */
const KEEPING: readonly Change[] = [
  (tokens, random) => {
    const found = elementFrom(tokens, at(tokens, random));
    if (found) tokens.splice(...found);
  },
  (tokens, random) => {
    const found = elementFrom(tokens, at(tokens, random));
    if (found) tokens.splice(found[0], 0, ...tokens.slice(found[0], found[0] + found[1]));
  },
  (tokens, random) => {
    const found = elementFrom(tokens, at(tokens, random));
    const moved = found ? tokens.splice(...found) : [];
    const place = elementFrom(tokens, at(tokens, random));
    tokens.splice(place?.[0] ?? tokens.length - 1, 0, ...moved);
  },
  (tokens, random) => {
    const place = elementFrom(tokens, 2 + at(tokens, random));
    const balanced = [
      "<!-- <c/> -->",
      "<c><v>1</v></c>",
      '<x:row xmlns:x="urn:x"><x:c/></x:row>',
      "<extLst/>",
      "<?x y?>",
    ];
    if (place)
      tokens.splice(place[0], 0, random.pick([...balanced, ...PIECES.filter((piece) => piece !== "</sheetData>")]));
  },
  ...new Array<Change>(5).fill((tokens, random) => {
    const index = at(tokens, random);
    const token = tokens[index] ?? "";
    if (/^<[\w:]/.test(token)) tokens[index] = changeKept(token, random);
    else if (!isTag(token) && token.trim() !== "")
      tokens[index] = random.pick([
        random.pick(NUMBERS),
        `<![CDATA[${token}]]>`,
        ` ${token} `,
        "&amp;&#x1F600;",
        "_x000D_",
        "đ",
      ]);
  }),
];

const MOST_CHARACTERS = 400_000;

/** @param other XML of another part, to take pieces from */
export function mutateXml(xml: string, random: Random, other: string): string {
  const tokens = tokensOf(xml);
  const others = random.chance(0.3) ? tokensOf(other.slice(0, 20_000)) : [];
  const changes = random.chance(0.6) ? KEEPING : CHANGES;
  for (const change of random.some(5, () => random.pick(changes)))
    if (tokens.length > 0) change(tokens, random, others);
  return tokens.join("").slice(0, MOST_CHARACTERS);
}

const isTruncated = (random: Random): boolean => random.chance(0.03);

/** As bytes, mostly UTF-8; now and then in another encoding, or in none. */
export function encodeXml(xml: string, random: Random): Buffer {
  const bytes = random.chance(0.93)
    ? Buffer.from(xml)
    : random.pick([
        () => Buffer.from(`\ufeff${xml}`),
        () => Buffer.from(`\ufeff${xml}`, "utf16le"),
        () => Buffer.from(`\ufeff${xml}`, "utf16le").swap16(),
        () => Buffer.from(xml, "utf16le"),
        () => Buffer.from(xml, "latin1"),
        () => Buffer.from(`<?xml version="1.0" encoding="windows-1258"?>${xml}`),
        () => Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${xml}`),
      ])();
  return isTruncated(random) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
}
