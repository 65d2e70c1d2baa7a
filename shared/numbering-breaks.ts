/** Gaps and repeats in item numbers, for numbers that run on through the sections and for those that begin again. */
import type { Appendix } from "./appendix.ts";
import { groupBy } from "./group-by.ts";
import { numberToRoman, readItemNumber, type ItemNumber } from "./reading/numbering.ts";

export interface NumberBreak {
  /** Index of the row where it shows. */
  readonly row: number;
  readonly number: string;
  /** The number before it. */
  readonly previous: string;
}

export interface NumberGap extends NumberBreak {
  /** The first number that is not there. */
  readonly missing: string;
  /** Index of a row right before that has no number, where one would fill the gap; -1 for none. */
  readonly unnumbered: number;
  /** The missing number stands further down. */
  readonly isOutOfOrder: boolean;
}

export interface NumberBreaks {
  readonly gaps: readonly NumberGap[];
  readonly repeats: readonly (NumberBreak & { readonly first: number })[];
}

interface Last {
  /** What the number should have been, for the next to follow. */
  value: number;
  own: number;
  text: string;
  readonly seen: Map<number, number>;
}

const found = new WeakMap<Appendix, NumberBreaks>();

/** Asked for by several rules; found once for each appendix. */
export function findNumberBreaks(appendix: Appendix): NumberBreaks {
  const before = found.get(appendix);
  if (before) return before;
  const breaks = followNumbers(appendix);
  found.set(appendix, breaks);
  return breaks;
}

function followNumbers(appendix: Appendix): NumberBreaks {
  const gaps: NumberGap[] = [];
  const repeats: (NumberBreak & { first: number })[] = [];
  const byParent = new Map<number, Map<string, Last>>();
  const running = new Map<string, number>();
  const starts: Start[] = [];
  const letters = new Map<number, number>();
  appendix.rows.forEach((line, row) => {
    if (line.kind === "grandTotal" || line.kind === "subtotal" || line.number === "" || line.number === "-") return;
    const number = readItemNumber(line.number, letters.get(line.parent) ?? 0);
    const value = number?.parts[number.parts.length - 1];
    if (!number || value === undefined) return;
    if (number.style === "letter") letters.set(line.parent, value);
    if (number.style === "lower" && /^[ivx]+$/.test(number.text)) return;
    const series = number.parts.length > 1 ? `${number.style} ${number.parts.slice(0, -1).join(".")}` : number.style;
    const siblings = byParent.get(line.parent) ?? new Map<string, Last>();
    if (siblings.size === 0) byParent.set(line.parent, siblings);
    const last = siblings.get(series);
    const isRestart = last !== undefined && value === 1 && last.own > 1;
    const isRepeat = last?.seen.has(value) === true && !isRestart;
    if (!last) starts.push({ row, series, number, value, before: running.get(series) ?? 0 });
    else if (isRepeat) {
      repeats.push({ row, number: line.number, previous: last.text, first: last.seen.get(value) ?? row });
    } else if (value > last.value + 1 && !isNextLetter(last.text, line.number) && !line.isAfterEmpty) {
      gaps.push({
        row,
        number: line.number,
        previous: last.text,
        missing: printLike(number, last.value + 1),
        unnumbered: unnumberedBefore(appendix, row),
        isOutOfOrder: false,
      });
    }
    running.set(series, value);
    if (!last || isRestart) {
      siblings.set(series, { value, own: value, text: line.number, seen: new Map([[value, row]]) });
      return;
    }
    if (!isRepeat) last.seen.set(value, row);
    last.value = isRepeat ? last.value + 1 : value;
    last.own = value;
    last.text = line.number;
  });
  gaps.push(...gapsAtStarts(starts.filter(({ row }) => appendix.rows[row]?.isAfterEmpty !== true)));
  if (gaps.length === 0) return { gaps, repeats };
  const numbers = groupBy(appendix.rows, (line) => line.parent);
  const ordered = gaps.map((gap) => {
    const siblings = numbers.get(appendix.rows[gap.row]?.parent ?? -1) ?? [];
    return { ...gap, isOutOfOrder: siblings.some((line) => line.number === gap.missing) };
  });
  return { gaps: ordered.sort((a, b) => a.row - b.row), repeats };
}

function unnumberedBefore(appendix: Appendix, row: number): number {
  const before = appendix.rows[row - 1];
  const isOpen = before?.number === "" && before.kind === "lineItem" && before.parent === appendix.rows[row]?.parent;
  return isOpen ? row - 1 : -1;
}

interface Start {
  readonly row: number;
  readonly number: ItemNumber;
  readonly series: string;
  readonly value: number;
  /** The number before it in the section before; 0 when there is none. */
  readonly before: number;
}

/** Whether numbers run on or begin again is what most sections do; where they begin again, a section begins with 1. */
function gapsAtStarts(starts: readonly Start[]): readonly NumberGap[] {
  return [...groupBy(starts, ({ series }) => series).values()].flatMap((same) => {
    const later = same.filter(({ before }) => before > 0);
    const runsOn =
      later.filter(({ value, before }) => value === before + 1).length >=
      later.filter(({ value }) => value === 1).length;
    return same.flatMap(({ row, number, value, before }) => {
      const expected = runsOn && value > before ? before + 1 : 1;
      if (value <= expected) return [];
      const previous = expected > 1 ? printLike(number, before) : "";
      return [
        {
          row,
          number: number.text,
          previous,
          missing: printLike(number, expected),
          unnumbered: -1,
          isOutOfOrder: false,
        },
      ];
    });
  });
}

const ALPHABET = "abcdđeghiklmnopqrstuvxy";

/** a, b, c, d, đ, e, g: Vietnamese lists have đ and leave out f, j, w and z. */
function isNextLetter(before: string, after: string): boolean {
  const at = ALPHABET.indexOf(before.toLowerCase());
  return before.length === 1 && at >= 0 && ALPHABET.charAt(at + 1) === after.toLowerCase();
}

/** The number `value` in the style of another. */
export function printLike(number: ItemNumber, value: number): string {
  const prefix = number.text.replace(/[^.,]+$/, "");
  const [last] = number.text.slice(prefix.length);
  if (number.parts.length > 1) return prefix + String(value);
  if (number.style === "roman") return numberToRoman(value);
  if (number.style === "letter" || number.style === "lower") {
    return String.fromCharCode((last ?? "A").charCodeAt(0) - (number.parts[0] ?? 1) + value);
  }
  return String(value);
}
