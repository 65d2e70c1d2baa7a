/**
 * A line item is the same one in the next version and in the next round, though its row, amount or wording changed. Matched one
 * to one, the strongest likeness first; every pass is linear, and near names are only looked for among what is then left.
 */
import { groupBy } from "./group-by.ts";
import type { LineItem } from "./line-items.ts";
import { findNearPairs } from "./near-names.ts";
import { placesOf } from "./same-place.ts";
import { foldWords } from "./text.ts";

/** What of a line item tells which one it is. */
export type Line = Pick<LineItem, "key" | "sheet" | "sections" | "name" | "leadAgency" | "periodText" | "amountDong">;

export interface IdentifiedLine extends Line {
  readonly lineId: string;
}

export interface Identifying {
  readonly newId: (line: Line) => string;
  /** What people said, by the key of the line now; null for a new line item. It wins over any likeness. */
  readonly corrections?: ReadonlyMap<string, string | null>;
}

type Part = "name" | "agency" | "period" | "section" | "amount";

/** Each likeness, the strongest first. Within one, lines of one section and one amount find each other before others do. */
const LIKENESSES: readonly (readonly Part[])[] = [
  ["name", "agency", "period"],
  ["name", "agency"],
  ["name", "period"],
];
const CLOSER: readonly (readonly Part[])[] = [["section", "amount"], ["section"], ["amount"], []];

interface Side {
  readonly line: Line;
  readonly index: number;
  /** Equal for equal parts. */
  readonly parts: Readonly<Record<Part, number>>;
}

interface Matching {
  readonly before: readonly Side[];
  readonly now: readonly Side[];
  /** Index now → index before. */
  readonly pairs: Map<number, number>;
  readonly paired: Set<number>;
}

/**
 * The line item that each line now is, by its key; null for a new one.
 * Lines that nothing tells apart are paired in the order they stand in.
 */
export function matchLines(
  before: readonly IdentifiedLine[],
  now: readonly Line[],
): ReadonlyMap<string, string | null> {
  const toSide = makeSides();
  const matching = { before: before.map(toSide), now: now.map(toSide), pairs: new Map(), paired: new Set<number>() };
  for (const likeness of LIKENESSES) {
    for (const closer of CLOSER) pairAlike(matching, [...likeness, ...closer]);
  }
  pairUniqueNames(matching);
  pairNear(matching);
  return new Map(now.map(({ key }, index) => [key, before[matching.pairs.get(index) ?? -1]?.lineId ?? null]));
}

/** An id for every line now: as people said, else as matched, else a new one. No line item is given to two lines. */
export function identify(
  before: readonly IdentifiedLine[],
  now: readonly Line[],
  { newId, corrections = new Map() }: Identifying,
): ReadonlyMap<string, string> {
  const said = acceptCorrections(now, corrections);
  const taken = new Set(said.values());
  const left = before.filter(({ lineId }) => !taken.has(lineId));
  const unsaid = now.filter(({ key }) => !said.has(key));
  const matched = matchLines(left, unsaid);
  return new Map(now.map((line) => [line.key, said.get(line.key) ?? matched.get(line.key) ?? newId(line)]));
}

/** Of two lines said to be the same line item, the first is. */
function acceptCorrections(
  now: readonly Line[],
  corrections: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string | null> {
  const taken = new Set<string>();
  const accepted = new Map<string, string | null>();
  for (const { key } of now) {
    const lineId = corrections.get(key);
    if (lineId === undefined || (lineId !== null && taken.has(lineId))) continue;
    if (lineId !== null) taken.add(lineId);
    accepted.set(key, lineId);
  }
  return accepted;
}

/** A section counts by its name: its number changes when another is put in before it. */
const sectionText = ({ sheet, sections }: Line): string =>
  [sheet, ...sections.map(({ name }) => name)].map(foldWords).join("\n");

/** Folded texts become numbers, the same in both versions. */
function makeSides(): (line: Line, index: number) => Side {
  const numbers = new Map<string, number>([["", BLANK]]);
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return (line, index) => ({
    line,
    index,
    parts: {
      name: numberOf(foldWords(line.name)),
      agency: numberOf(foldWords(line.leadAgency)),
      period: numberOf(foldWords(line.periodText)),
      section: numberOf(sectionText(line)),
      amount: line.amountDong ?? -1,
    },
  });
}

const BLANK = 0;
const EVERY_PART = 5;

const leftBefore = ({ before, paired }: Matching): readonly Side[] => before.filter(({ index }) => !paired.has(index));
const leftNow = ({ now, pairs }: Matching): readonly Side[] => now.filter(({ index }) => !pairs.has(index));

function pair({ pairs, paired }: Matching, before: Side, now: Side): void {
  pairs.set(now.index, before.index);
  paired.add(before.index);
}

/** Pairs lines whose parts are the same, in their order. One without a name is known again by all else together. */
function pairAlike(matching: Matching, parts: readonly Part[]): void {
  const keyOf = (side: Side): string => parts.map((part) => side.parts[part]).join(" ");
  const isAsked = (side: Side): boolean => side.parts.name !== BLANK || parts.length === EVERY_PART;
  const waiting = groupBy(leftBefore(matching).filter(isAsked), keyOf);
  const next = new Map<string, number>();
  for (const now of leftNow(matching).filter(isAsked)) {
    const key = keyOf(now);
    const place = next.get(key) ?? 0;
    const before = waiting.get(key)?.[place];
    if (!before) continue;
    next.set(key, place + 1);
    pair(matching, before, now);
  }
}

/** A name alone is enough where only one line on each side has it. */
function pairUniqueNames(matching: Matching): void {
  const nameOf = ({ parts }: Side): number => parts.name;
  const before = groupBy(leftBefore(matching), nameOf);
  for (const [name, [now, ...others]] of groupBy(leftNow(matching), nameOf)) {
    const [found, ...candidates] = before.get(name) ?? [];
    if (name === BLANK || !found || !now || others.length + candidates.length > 0) continue;
    pair(matching, found, now);
  }
}

function pairNear(matching: Matching): void {
  const before = leftBefore(matching);
  const now = leftNow(matching);
  const linesOf = (sides: readonly Side[]): readonly Line[] => sides.map(({ line }) => line);
  for (const near of findNearPairs(linesOf(before), linesOf(now), inSamePlace(matching, before, now))) {
    const [found, line] = [before[near.before], now[near.now]];
    if (!found || !line || matching.paired.has(found.index) || matching.pairs.has(line.index)) continue;
    pair(matching, found, line);
  }
}

/** Of the lines left, position now → position before, where both stand in the same place. */
function inSamePlace(matching: Matching, before: readonly Side[], now: readonly Side[]): ReadonlyMap<number, number> {
  const { paired, pairs } = matching;
  const sectionOf = ({ parts }: Side): number => parts.section;
  const placesBefore = placesOf(
    matching.before.map((side) => ({ section: sectionOf(side), known: paired.has(side.index) ? side.index : null })),
  );
  const placesNow = placesOf(
    matching.now.map((side) => ({ section: sectionOf(side), known: pairs.get(side.index) ?? null })),
  );
  const positions = new Map(before.map(({ index }, position) => [placesBefore[index] ?? "", position]));
  return new Map(
    now.flatMap(({ index }, position): [number, number][] => {
      const same = positions.get(placesNow[index] ?? "");
      return same === undefined ? [] : [[position, same]];
    }),
  );
}
