/**
 * Lines of two versions whose names were reworded or misspelt. Only lines that share an agency or some words that few others
 * have are compared, and of those only the likeliest, besides the one in the same place: so that the cost follows the lines and
 * not their pairs.
 */
import type { LineItem } from "./line-items.ts";
import { editDistance, foldWords } from "./text.ts";

export type NamedLine = Pick<LineItem, "name" | "leadAgency" | "periodText" | "amountDong" | "sections">;

/** Indexes of two lines, before and now. */
export interface NearPair {
  readonly before: number;
  readonly now: number;
}

/** At most a quarter of the letters of the longer name may differ. */
const MOST_DIFFERENCE = 0.25;
/** Two agencies have works of much the same name, each its own. */
const MOST_DIFFERENCE_OF_AGENCIES = 0.1;
/** A sheet's names seldom differ after so many letters, and longer ones cost more to compare. */
const LETTERS = 160;
/** What stands in more lines than this tells none of them. */
const MOST_IN_BLOCK = 40;
const MOST_COMPARED = 4;

interface Named {
  readonly name: string;
  readonly words: readonly string[];
  readonly letters: string;
  /** What one of several of the same kind is told by: "2", "II", "A1", "b". */
  readonly marks: string;
  readonly agency: string;
  readonly period: string;
  readonly section: string;
  readonly amountDong: number | null;
}

/**
 * The nearest pairs first; a line may be in several, and the caller keeps the first.
 * @param inPlace now → before, for lines that stand in the same place
 */
export function findNearPairs(
  before: readonly NamedLine[],
  now: readonly NamedLine[],
  inPlace: ReadonlyMap<number, number> = new Map(),
): readonly NearPair[] {
  const known = before.map(nameOf);
  const blocks = indexBlocks(known);
  const scored = now.flatMap((line, index) => {
    const named = nameOf(line);
    const same = inPlace.get(index);
    const candidates = new Set([...(same === undefined ? [] : [same]), ...likeliest(named, blocks)]);
    return [...candidates].flatMap((candidate) => {
      const other = known[candidate];
      const score = other ? likenessOf(other, named, candidate === same) : null;
      return score === null ? [] : [{ before: candidate, now: index, score }];
    });
  });
  return scored.sort((a, b) => b.score - a.score || a.before - b.before || a.now - b.now);
}

function nameOf(line: NamedLine): Named {
  const name = foldWords(line.name);
  const words = name.split(" ").filter((word) => word !== "" && !/^(19|20)\d\d$/.test(word));
  return {
    name,
    words,
    letters: words.join(" ").slice(0, LETTERS),
    marks: words.filter((word) => /\d|^[ivx]+$|^[a-z]$/.test(word)).join(" "),
    agency: foldWords(line.leadAgency),
    period: foldWords(line.periodText),
    section: foldWords(line.sections.map(({ name }) => name).join(" ")),
    amountDong: line.amountDong,
  };
}

/** What two lines must share to be compared at all: a word, two words in a row, an agency. */
const blocksOf = ({ words, agency }: Named): ReadonlySet<string> =>
  new Set([
    ...words,
    ...words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`),
    ...(agency === "" ? [] : [`agency ${agency}`]),
  ]);

function indexBlocks(named: readonly Named[]): ReadonlyMap<string, readonly number[]> {
  const blocks = new Map<string, number[]>();
  named.forEach((line, index) => {
    for (const block of blocksOf(line)) {
      const members = blocks.get(block);
      if (!members) blocks.set(block, [index]);
      else if (members.length <= MOST_IN_BLOCK) members.push(index);
    }
  });
  return blocks;
}

/** The lines that share most blocks with this one, the earlier of equals. */
function likeliest(named: Named, blocks: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const shared = new Map<number, number>();
  for (const block of blocksOf(named)) {
    const members = blocks.get(block) ?? [];
    if (members.length > MOST_IN_BLOCK) continue;
    for (const index of members) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return [...shared]
    .sort(([a, aShares], [b, bShares]) => bShares - aShares || a - b)
    .slice(0, MOST_COMPARED)
    .map(([index]) => index);
}

/** Counts for as much as one letter of twenty. */
const SAME_PART = 0.05;
/** More than all that may be the same beside the name. */
const OTHER_MARKS = 0.3;

/** 1 for the same name, less the more its letters differ, a little more for all else that is the same; null when not near. */
function likenessOf(a: Named, b: Named, isInPlace: boolean): number | null {
  // The same name that neither agency, period nor being the only one could settle is not to be settled by its letters.
  if (a.name === b.name) return null;
  const isSameAmount = a.amountDong !== null && a.amountDong === b.amountDong;
  const same = [a.agency === b.agency, a.period === b.period, a.section === b.section, isSameAmount, isInPlace];
  const isOtherMarks = a.marks !== b.marks;
  // "đợt 2" is another item than "đợt 1", unless all but the name says that its number was put right.
  if (isOtherMarks && !same.every(Boolean)) return null;
  if (!isSameAmount && hasOtherWords(a.words, b.words)) return null;
  const length = Math.max(a.letters.length, b.letters.length);
  const most = Math.floor(length * (a.agency === b.agency ? MOST_DIFFERENCE : MOST_DIFFERENCE_OF_AGENCIES));
  const distance = editDistance(a.letters, b.letters, most);
  if (length === 0 || distance > most) return null;
  return 1 - distance / length + same.filter(Boolean).length * SAME_PART - (isOtherMarks ? OTHER_MARKS : 0);
}

/**
 * Each name has words that the other lacks, and not for a letter's sake: "huyện Kế Sách" for "huyện Mỹ Tú" is another item,
 * unless its money says otherwise. Words only put in or left out make no other item.
 */
function hasOtherWords(a: readonly string[], b: readonly string[]): boolean {
  const onlyIn = (words: readonly string[], others: readonly string[]): readonly string[] =>
    words.filter((word) => !others.includes(word));
  const [onlyA, onlyB] = [onlyIn(a, b), onlyIn(b, a)];
  const isMisspelt = (word: string, others: readonly string[]): boolean =>
    others.some((other) => editDistance(word, other, 1) <= 1);
  return onlyA.some((word) => !isMisspelt(word, onlyB)) && onlyB.some((word) => !isMisspelt(word, onlyA));
}
