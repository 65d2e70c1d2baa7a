/**
 * What the name of a piece of work says, as numbers: a million names are compared without keeping a string. Its place ("tỉnh
 * Nghệ An") and its agency, when its name repeats it, say whose work it is; the rest says which work.
 */
import { COMMON_PHRASES } from "./common-works.ts";
import { append, hashOf, indexPhrases, phraseLength, phraseOf, SEED } from "./phrases.ts";
import { FORMER_PROVINCES, PROVINCES } from "./provinces.ts";
import { foldWords } from "./text.ts";

export interface NamedWork {
  readonly name: string;
  readonly leadAgency: string;
  /** Years in its name then say no more than its period. */
  readonly hasPeriod: boolean;
}

export interface WorkName {
  /** The same for the same words in their order, without numbering, place and own agency. */
  readonly exact: number;
  /** The same for the same distinctive words and numbers in any order, however their sounds are spelt. */
  readonly meaning: number;
  /** Whose work the name says it is; 0 when it does not say. */
  readonly owner: number;
  readonly namesPlace: boolean;
  /** Words but for numbering, place and own agency. */
  readonly words: number;
  /** Different words that few other works have. */
  readonly distinctive: number;
}

interface Word {
  readonly hash: number;
  readonly sound: number;
  /** A number, a numeral or a letter: it tells works apart ("giai đoạn 2") and says nothing of them. */
  readonly isMark: boolean;
  readonly isYear: boolean;
}

/** Two hashes in the 52 bits that a number keeps: among a million names none are likely to meet. */
const widen = (a: number, b: number): number => a * 0x100000 + (b & 0xfffff);

function hashAll(hashes: readonly number[]): number {
  let first = SEED;
  let second = 0x9e3779b9;
  for (const hash of hashes) {
    first = append(first, hash);
    second = append(second, hash ^ 0x5bd1e995);
  }
  return widen(first, second);
}

/** How officers misspell: s for x, ch for tr, d for gi, i for y, n for ng, t for c, each said alike somewhere. */
const soundOf = (word: string): string =>
  word
    .replace(/^tr/, "ch")
    .replace(/^s/, "x")
    .replace(/^gi(?=[aeou])/, "d")
    .replace(/y/g, "i")
    .replace(/ng$/, "n")
    .replace(/c$/, "t");

const isOneWord = (phrase: string): boolean => !phrase.includes(" ");
/** A word alone is common only as it is spelt: LAN is, "làng" is not. */
const COMMON_WORDS = new Set(COMMON_PHRASES.filter(isOneWord).map(hashOf));
const COMMON = indexPhrases(
  COMMON_PHRASES.filter((phrase) => !isOneWord(phrase)),
  (word) => hashOf(soundOf(word)),
);
const PLACES = indexPhrases([...PROVINCES, ...FORMER_PROVINCES.map(({ name }) => name), "Hồ Chí Minh"], hashOf);
const BEFORE_PLACE = new Set(["tinh", "tp", "pho", "thanh"].map(hashOf));

const NUMBERING = /^[\s\-+•*]*(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,5}|[a-zđ])\s*[.):\-–]\s*/i;
/** A sheet's words are few and come again and again. */
const MOST_KNOWN = 50_000;

/** @returns a reader for many names, which keeps the words it has met */
export function makeWorkNameReader(): (work: NamedWork) => WorkName {
  const known = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const before = known.get(text);
    if (before) return before;
    const word = {
      hash: hashOf(text),
      sound: hashOf(soundOf(text)),
      isMark: /^(\d+|[ivx]+|[a-z])$/.test(text),
      isYear: /^(19|20)\d\d$/.test(text),
    };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, word);
    return word;
  };
  const wordsOf = (text: string): readonly Word[] => {
    const folded = foldWords(text);
    return folded === "" ? [] : folded.split(" ").map(wordOf);
  };
  return (work) => {
    const all = wordsOf(work.name.replace(NUMBERING, ""));
    const words = work.hasPeriod ? all.filter(({ isYear }) => !isYear) : all;
    return describeWork(words, wordsOf(work.leadAgency));
  };
}

function describeWork(words: readonly Word[], agency: readonly Word[]): WorkName {
  const owner: number[] = [];
  const own = takeOut(words, findAgency(words, agency), owner);
  const places: number[] = [];
  const kept = takeOutPlaces(own, places);
  const told = findTelling(kept);
  return {
    exact: hashAll(kept.map(({ hash }) => hash)),
    meaning: hashAll([...new Set(told.map(({ sound }) => sound))].sort((a, b) => a - b)),
    owner: owner.length + places.length === 0 ? 0 : hashAll([...owner, ...[...new Set(places)].sort((a, b) => a - b)]),
    namesPlace: places.length > 0,
    words: kept.length,
    distinctive: new Set(told.filter(({ isMark }) => !isMark).map(({ sound }) => sound)).size,
  };
}

interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** Where a name repeats its agency; one word is too little to be one. */
function findAgency(words: readonly Word[], agency: readonly Word[]): Stretch | null {
  const { length } = agency;
  if (length < 2) return null;
  for (let start = 0; start + length < words.length + 1; start++) {
    if (agency.every(({ hash }, index) => words[start + index]?.hash === hash)) return { start, length };
  }
  return null;
}

function takeOut(words: readonly Word[], stretch: Stretch | null, owner: number[]): readonly Word[] {
  if (!stretch) return words;
  const { start, length } = stretch;
  owner.push(...words.slice(start, start + length).map(({ hash }) => hash));
  return [...words.slice(0, start), ...words.slice(start + length)];
}

/** The words but for provinces and the "tỉnh" or "thành phố" before them. */
function takeOutPlaces(words: readonly Word[], places: number[]): readonly Word[] {
  const kept: Word[] = [];
  const hashes = words.map(({ hash }) => hash);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const length = phraseLength(hashes, index, PLACES);
    if (length === 0) {
      if (word) kept.push(word);
      continue;
    }
    places.push(phraseOf(hashes.slice(index, index + length)));
    while (BEFORE_PLACE.has(kept[kept.length - 1]?.hash ?? 0)) kept.pop();
    index += length - 1;
  }
  return kept;
}

/** The words that are in no common phrase. */
function findTelling(words: readonly Word[]): readonly Word[] {
  const telling: Word[] = [];
  const sounds = words.map(({ sound }) => sound);
  for (let index = 0; index < words.length; index++) {
    const length = phraseLength(sounds, index, COMMON);
    const word = words[index];
    if (length === 0 && word && !COMMON_WORDS.has(word.hash)) telling.push(word);
    index += Math.max(length, 1) - 1;
  }
  return telling;
}
