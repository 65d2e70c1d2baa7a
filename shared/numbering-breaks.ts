/** Gaps and repeats in item numbers, for numbers that run on through the sections and for those that begin again. */
import type { Appendix } from "./appendix.ts";
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
}

export interface NumberBreaks {
  readonly gaps: readonly NumberGap[];
  readonly repeats: readonly (NumberBreak & { readonly first: number })[];
}

interface Last {
  readonly value: number;
  readonly text: string;
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
  const lettered = new Set(appendix.rows.filter((line) => line.number === "A").map((line) => line.parent));
  appendix.rows.forEach((line, row) => {
    if (line.kind === "grandTotal" || line.kind === "subtotal" || line.number === "" || line.number === "-") return;
    const number = readItemNumber(line.number, lettered.has(line.parent));
    const value = number?.parts[number.parts.length - 1];
    if (!number || value === undefined) return;
    const series = number.parts.length > 1 ? `${number.style} ${number.parts.slice(0, -1).join(".")}` : number.style;
    const siblings = byParent.get(line.parent) ?? new Map<string, Last>();
    byParent.set(line.parent, siblings);
    const last = siblings.get(series);
    const here = { row, number: line.number };
    if (!last) {
      const before = running.get(series) ?? 0;
      const previous = before === 0 ? "" : printLike(number, before);
      if (value > 1 && value > before + 1) gaps.push({ ...here, previous, missing: printLike(number, before + 1) });
    } else if (last.seen.has(value) && !(value === 1 && last.value > 1)) {
      repeats.push({ ...here, previous: last.text, first: last.seen.get(value) ?? row });
    } else if (value > last.value + 1) {
      gaps.push({ ...here, previous: last.text, missing: printLike(number, last.value + 1) });
    }
    const isRestart = last !== undefined && value === 1 && last.value > 1;
    const seen = isRestart || !last ? new Map<number, number>() : last.seen;
    if (!seen.has(value)) seen.set(value, row);
    siblings.set(series, { value, text: line.number, seen });
    running.set(series, value);
  });
  return { gaps, repeats };
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
