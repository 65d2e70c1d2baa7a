/** Phrases found in a text by the hashes of its words: no string is made, and a look costs a few steps. */
import { foldWords } from "./text.ts";

const LONGEST_PHRASE = 4;
const PRIME = 0x01000193;
/** The hash of an empty sequence. */
export const SEED = 0x811c9dc5;

/** The same for the same letters. */
export function hashOf(text: string): number {
  let hash = SEED;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return hash >>> 0;
}

/** The hash of a sequence with one more at its end. */
export const append = (hash: number, next: number): number =>
  Math.imul(Math.imul(hash ^ next, 0x85ebca6b) ^ (hash >>> 15), PRIME) >>> 0;

/** Phrases of at most four words, by the hashes of their words. */
export interface Phrases {
  readonly firstWords: ReadonlySet<number>;
  readonly whole: ReadonlySet<number>;
}

/** The hash of words in a row. */
export const phraseOf = (words: readonly number[]): number => words.reduce(append, SEED);

/** @param hash of a word: of its letters, or of its sound */
export function indexPhrases(phrases: readonly string[], hash: (word: string) => number): Phrases {
  const hashed = phrases.map((phrase) => foldWords(phrase).split(" ").map(hash));
  return { firstWords: new Set(hashed.map(([first = 0]) => first)), whole: new Set(hashed.map(phraseOf)) };
}

/** How many words from `start` are one of the phrases, the longest first; 0 for none. */
export function phraseLength(words: readonly number[], start: number, phrases: Phrases): number {
  if (!phrases.firstWords.has(words[start] ?? 0)) return 0;
  let longest = 0;
  let hash = SEED;
  for (let length = 1; length <= LONGEST_PHRASE && start + length <= words.length; length++) {
    hash = append(hash, words[start + length - 1] ?? 0);
    if (phrases.whole.has(hash)) longest = length;
  }
  return longest;
}
