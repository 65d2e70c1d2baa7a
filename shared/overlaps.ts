/**
 * The same work asked for by several organisations ("không chồng chéo, trùng lặp"). What every organisation does is no overlap,
 * so a likeness counts only where something tells that one and the same work is meant:
 *
 * - a specific name: at least two distinctive words (see common-works.ts) when the names are the same, three when only their
 *   distinctive words are; or a name of four words and more that says the same province ("Trung tâm dữ liệu tỉnh Vĩnh Long");
 * - or, under any name of three words and more, the same telling amount: 1.234 triệu, not the round 500 triệu.
 *
 * Names that say two provinces or two agencies are each one's own. Periods known not to meet are two works. A name that many
 * organisations use is a kind of work and not a work: at most three of few, and a tenth up to six of many, may share it.
 */
import { groupBy } from "./group-by.ts";
import type { Period } from "./period.ts";
import { makeWorkNameReader, type WorkName } from "./work-names.ts";

export interface OverlapLine {
  readonly key: string;
  readonly organisationId: string;
  readonly name: string;
  readonly leadAgency: string;
  readonly period: Period | null;
  readonly amountDong: number | null;
}

export interface Overlap {
  /** Keys, in the order of the lines given. */
  readonly lines: readonly string[];
  readonly likeness: "same-name" | "near-name";
}

const LEAST_DISTINCTIVE_SAME = 2;
const LEAST_DISTINCTIVE_NEAR = 3;
const LEAST_WORDS_OF_PLACE = 4;
const LEAST_WORDS_OF_AMOUNT = 3;
/** A name this long is hardly hit upon twice, though the kind of work is common. */
const LEAST_WORDS_ALONE = 10;
const FEW = 3;
const MOST = 6;

/** One line as numbers. */
interface Work extends WorkName {
  readonly index: number;
  readonly organisation: string;
}

/**
 * Groups of at least two organisations' lines, each as wide as it goes, by their first line. No line is in two groups. Cost
 * is linear but for sorting the lines of one name; between the lines only numbers are kept.
 */
export function findOverlaps(lines: readonly OverlapLine[]): readonly Overlap[] {
  const steps = findOverlapsInSteps(lines);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Lines gone through from one step to the next. */
const LINES_OF_STEP = 500;

/** The same for who has others to serve between the steps. */
export function* findOverlapsInSteps(lines: readonly OverlapLine[]): Generator<undefined, readonly Overlap[]> {
  const organisations = new Set(lines.map(({ organisationId }) => organisationId)).size;
  if (organisations < 2) return [];
  const most = Math.min(MOST, Math.max(FEW, Math.floor(organisations / 10)));
  const { starts, next } = yield* linkAlike(lines);
  const read = makeWorkNameReader();
  const groups: (readonly Work[])[] = [];
  let passed = 0;
  for (const start of starts) {
    const block: Work[] = [];
    for (let index = start; index >= 0; index = next[index] ?? -1) {
      const line = lines[index];
      if (line) block.push({ ...readName(read, line), index, organisation: line.organisationId });
      if (++passed % LINES_OF_STEP === 0) yield;
    }
    for (const works of splitByOwner(block)) groups.push(...findGroups(works, { lines, most }));
  }
  return groups
    .sort(([a], [b]) => (a?.index ?? 0) - (b?.index ?? 0))
    .map((group) => ({
      lines: group.map(({ index }) => lines[index]?.key ?? ""),
      likeness: new Set(group.map(({ exact }) => exact)).size === 1 ? "same-name" : "near-name",
    }));
}

const readName = (read: ReturnType<typeof makeWorkNameReader>, line: OverlapLine): WorkName =>
  read({ name: line.name, leadAgency: line.leadAgency, hasPeriod: line.period !== null });

interface Links {
  /** First lines of names that at least two organisations have. */
  readonly starts: readonly number[];
  /** The next line alike, -1 after the last. */
  readonly next: Int32Array;
}

/** Chains lines that have the same distinctive words, or, with too few of those, the same words. */
function* linkAlike(lines: readonly OverlapLine[]): Generator<undefined, Links> {
  const read = makeWorkNameReader();
  const next = new Int32Array(lines.length).fill(-1);
  const firstOf = makeFirstByKey(lines.length);
  const last = new Int32Array(lines.length);
  const isShared = new Uint8Array(lines.length);
  for (const [index, line] of lines.entries()) {
    if (index % LINES_OF_STEP === LINES_OF_STEP - 1) yield;
    const { distinctive, meaning, exact, words } = readName(read, line);
    if (words === 0) continue;
    const key = distinctive >= LEAST_DISTINCTIVE_NEAR ? meaning : exact;
    const start = firstOf(key, index);
    if (start === index) {
      last[index] = index;
      continue;
    }
    next[last[start] ?? start] = index;
    last[start] = index;
    if (lines[start]?.organisationId !== line.organisationId) isShared[start] = 1;
  }
  const starts: number[] = [];
  for (let index = 0; index < lines.length; index++) if (isShared[index] === 1) starts.push(index);
  return { starts, next };
}

/** The first index given with each key. As a Map, with a third of its memory: a million keys fit in 24 MB. */
function makeFirstByKey(count: number): (key: number, index: number) => number {
  const slots = 2 ** Math.ceil(Math.log2(count * 2 + 2));
  const keys = new Float64Array(slots);
  const firsts = new Int32Array(slots).fill(-1);
  return (key, index) => {
    let slot = key % slots;
    while (firsts[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) % slots;
    if (firsts[slot] === -1) {
      keys[slot] = key;
      firsts[slot] = index;
    }
    return firsts[slot] ?? index;
  };
}

const countOrganisations = (works: readonly Work[]): number =>
  new Set(works.map(({ organisation }) => organisation)).size;

/** Whose work a name does not say may be the one owner's that another name says; of several owners it is nobody's known. */
function splitByOwner(works: readonly Work[]): readonly (readonly Work[])[] {
  const byOwner = groupBy(works, ({ owner }) => owner);
  const owners = [...byOwner.keys()].filter((owner) => owner !== 0);
  return owners.length < 2 ? [works] : [...byOwner.values()];
}

interface Context {
  readonly lines: readonly OverlapLine[];
  /** How many organisations may have a work of this name before it is a kind of work. */
  readonly most: number;
}

function findGroups(works: readonly Work[], context: Context): readonly (readonly Work[])[] {
  const isRare = (group: readonly Work[]): boolean => countOrganisations(group) <= context.most;
  if (works.every(isSpecific) && isRare(works)) return splitByPeriod(works, context.lines);
  return [...groupBy(works, ({ exact }) => exact).values()].flatMap((same) => {
    if ((same[0]?.words ?? 0) < LEAST_WORDS_OF_AMOUNT || countOrganisations(same) < 2) return [];
    const isLong = (same[0]?.words ?? 0) >= LEAST_WORDS_ALONE;
    if (isLong && same.every(isSpecific) && isRare(same)) return splitByPeriod(same, context.lines);
    const priced = same.filter(({ index }) => isTelling(context.lines[index]?.amountDong ?? 0));
    const byAmount = [...groupBy(priced, ({ index }) => context.lines[index]?.amountDong).values()];
    return byAmount.filter(isRare).flatMap((group) => splitByPeriod(group, context.lines));
  });
}

const isSpecific = ({ distinctive, namesPlace, words }: Work): boolean =>
  distinctive >= LEAST_DISTINCTIVE_SAME || (namesPlace && words >= LEAST_WORDS_OF_PLACE);

/** At least three digits that are not the zeros at its end. */
function isTelling(amountDong: number): boolean {
  let digits = Math.abs(amountDong);
  while (digits > 0 && digits % 10 === 0) digits /= 10;
  return digits >= 100;
}

/** Lines whose periods meet, one after the other; a line without a period goes with the earliest. */
function splitByPeriod(works: readonly Work[], lines: readonly OverlapLine[]): readonly (readonly Work[])[] {
  const periodOf = ({ index }: Work): Period | null => lines[index]?.period ?? null;
  const undated = works.filter((work) => periodOf(work) === null);
  const dated = works.filter((work) => periodOf(work) !== null);
  dated.sort((a, b) => (periodOf(a)?.from ?? 0) - (periodOf(b)?.from ?? 0) || a.index - b.index);
  const groups: Work[][] = [undated];
  let end: number | null = null;
  for (const work of dated) {
    const period = periodOf(work);
    const group = groups[groups.length - 1];
    if (!period || !group) continue;
    const isLater: boolean = end !== null && period.from > end;
    if (isLater) groups.push([work]);
    else group.push(work);
    end = isLater ? period.to : Math.max(end ?? 0, period.to);
  }
  return groups
    .filter((group) => countOrganisations(group) > 1)
    .map((group) => group.sort((a, b) => a.index - b.index));
}
