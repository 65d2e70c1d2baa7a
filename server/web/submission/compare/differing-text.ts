/** Where two texts differ: what they begin and end with alike, and what stands between, in whole words. */

interface DifferingText {
  /** The same in both; of a long one only its end. */
  readonly head: string;
  readonly before: string;
  readonly now: string;
  /** The same in both; of a long one only its beginning. */
  readonly tail: string;
}

/** So much of what is the same is shown on either side. */
const LONGEST_SAME = 60;

export function differingText(before: string, now: string): DifferingText {
  const [old, next] = [wordsOf(before), wordsOf(now)];
  const shorter = Math.min(old.length, next.length);
  let first = 0;
  while (first < shorter && old[first] === next[first]) first++;
  let last = 0;
  while (last < shorter - first && old[old.length - 1 - last] === next[next.length - 1 - last]) last++;
  return {
    head: endOf(next.slice(0, first).join("")),
    before: old.slice(first, old.length - last).join(""),
    now: next.slice(first, next.length - last).join(""),
    tail: beginningOf(next.slice(next.length - last).join("")),
  };
}

/** Words and what is between them, so that joined they are the text again. */
const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? [];

const endOf = (text: string): string => (text.length <= LONGEST_SAME ? text : `…${text.slice(-LONGEST_SAME)}`);

const beginningOf = (text: string): string => (text.length <= LONGEST_SAME ? text : `${text.slice(0, LONGEST_SAME)}…`);
