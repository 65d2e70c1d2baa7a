/** A text made strange: signs that break readers, and words of the field put where they do not belong. */
import type { Random } from "./random.ts";

/** What reading has to survive in any text. */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " ",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\ud800",
  "\udfff",
  "\uffff",
  "\ufffe",
  "\0",
  "\r\n",
  "\t",
  "\u0301",
  "đ",
  "Đ",
  "ₓ",
  "\u202e",
  "İ",
  "ß",
  "ﬁ",
  "１２３",
  "٣",
  "½",
  "ⅳ",
  "😀",
  "-0",
  "0",
  "1",
  "9",
  "000",
  "999999999999999",
  "9007199254740993",
  "1e308",
  "1e-320",
  "NaN",
  "Infinity",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "{x}",
  "$&",
  "<",
  "&amp;",
  "]]>",
  "=1",
  "#REF!",
  "x".repeat(40),
  "1.".repeat(30),
  "(".repeat(60),
  "một ".repeat(40),
];

type Change = (text: string, random: Random, words: readonly string[]) => string;

const cut = (text: string, random: Random): readonly [string, string, string] => {
  const [a, b] = [random.below(text.length + 1), random.below(text.length + 1)];
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
};

const anySign = (random: Random): string =>
  random.chance(0.7) ? String.fromCharCode(32 + random.below(95)) : String.fromCharCode(random.below(0x1_0000));

const CHANGES: readonly Change[] = [
  (text, random) => cut(text, random).toSpliced(1, 1).join(""),
  (text, random) => {
    const [before, inside, after] = cut(text, random);
    return before + inside + inside + after;
  },
  (text, random) => cut(text, random).toReversed().join(""),
  (text, random, words) => cut(text, random).with(1, random.pick(words)).join(""),
  (text, random, words) => cut(text, random).with(1, random.pick(words)).join(" "),
  (text, random) => cut(text, random).with(1, random.pick(HOSTILE_TEXTS)).join(""),
  (text, random) => cut(text, random).with(1, anySign(random)).join(""),
  (text, random) => text.replace(/\d/, String(random.below(10))),
  (text, random) => text.replace(/\d+/, random.pick(["0", "00", "1", "13", "99", "1999", "2100", "1000000000000000"])),
  (text, random) => text.replaceAll(random.pick([".", ",", " ", "-", "/"]), random.pick([".", ",", " ", "-", "/", ""])),
  (text) => text.normalize("NFD"),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text, random) => text + random.pick([" ", "", ".", ","]) + text,
];

const LONGEST = 5_000;

/** One to four changes of it. */
export function mutateText(text: string, random: Random, words: readonly string[]): string {
  let changed = text;
  for (const change of random.some(4, () => random.pick(CHANGES))) changed = change(changed, random, words);
  return changed.slice(0, LONGEST);
}

/** The text with a half, a quarter, …, one sign of it left out. */
export function* shrinkText(text: string): Generator<string> {
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < text.length; at += size) yield text.slice(0, at) + text.slice(at + size);
}
