/** The lines of two rounds: which of them are to be seen, in which order, and what they add up to. */
import type { API, Answer } from "../../../../shared/api.ts";
import { sumDong } from "../../../../shared/money.ts";
import { foldWords } from "../../../../shared/text.ts";

export type PreviousRound = Answer<(typeof API)["compareWithPreviousRound"]>;
export type RoundLine = PreviousRound["lines"][number];

export const LINE_KINDS = ["all", "changed", "added", "ended"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const BELONGS: Readonly<Record<LineKind, (line: RoundLine) => boolean>> = {
  all: () => true,
  changed: ({ now, before }) => now !== null && before !== null && now.amountDong !== before.amountDong,
  added: ({ before }) => before === null,
  ended: ({ now }) => now === null,
};

export const countKind = (lines: readonly RoundLine[], kind: LineKind): number => lines.filter(BELONGS[kind]).length;

export interface LineFilter {
  readonly kind: LineKind;
  readonly search: string;
  readonly isLargestFirst: boolean;
}

export function filterLines(
  lines: readonly RoundLine[],
  { kind, search, isLargestFirst }: LineFilter,
): readonly RoundLine[] {
  const sought = foldWords(search);
  const found = lines.filter(
    (line) =>
      BELONGS[kind](line) &&
      [line.now, line.before].some((one) => one && foldWords(`${one.name} ${one.leadAgency}`).includes(sought)),
  );
  return isLargestFirst ? [...found].sort((a, b) => sizeOf(b) - sizeOf(a)) : found;
}

/** Of a line that is new or has ended, all of its money. */
const sizeOf = ({ now, before }: RoundLine): number => Math.abs((now?.amountDong ?? 0) - (before?.amountDong ?? 0));

/** Null for a sum too large to be kept exactly. */
export const totalOf = (lines: readonly RoundLine[], side: "now" | "before"): number | null =>
  sumDong(lines.map((line) => line[side]?.amountDong ?? 0));
