/** Which slip of the keyboard turns one figure into another: used to name the likeliest wrong cell, never to change one. */

export type Typo =
  "contradicted" | "sign" | "scale" | "swapped-digits" | "lost-or-added-digit" | "changed-digit" | "blank";

/** Slips from the most telling to the least: the first kinds hardly ever fit by chance. */
const WEIGHT: Readonly<Record<Typo, number>> = {
  contradicted: 0,
  sign: 1,
  scale: 1,
  "swapped-digits": 2,
  "lost-or-added-digit": 2,
  blank: 3,
  "changed-digit": 3,
};

/**
 * How `written` may have come from `meant`, both in the sheet's own unit.
 * @returns null when no single slip explains it
 */
export function findTypo(written: number, meant: number): Typo | null {
  if (written === meant) return null;
  if (meant < 0 && written >= 0) return null;
  if (written === -meant) return "sign";
  if (written === 0) return "blank";
  if (meant === 0) return null;
  if (
    [10, 100, 1_000, 1_000_000].some((factor) => isClose(written, meant * factor) || isClose(written * factor, meant))
  )
    return "scale";
  return digitTypo(digitsOf(written), digitsOf(meant));
}

export const typoWeight = (typo: Typo): number => WEIGHT[typo];

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-12;

const digitsOf = (value: number): string => String(Math.abs(value)).replace(".", "");

function digitTypo(written: string, meant: string): Typo | null {
  if (written.length === meant.length) {
    const differing = [...written].flatMap((digit, index) => (digit === meant.charAt(index) ? [] : [index]));
    if (differing.length === 1) return "changed-digit";
    const [first = 0, second = 0] = differing;
    const isSwap =
      differing.length === 2 &&
      written.charAt(first) === meant.charAt(second) &&
      written.charAt(second) === meant.charAt(first);
    return isSwap && second === first + 1 ? "swapped-digits" : null;
  }
  if (Math.abs(written.length - meant.length) !== 1) return null;
  const [shorter, longer] = written.length < meant.length ? [written, meant] : [meant, written];
  return lacksOneDigit(shorter, longer) ? "lost-or-added-digit" : null;
}

function lacksOneDigit(shorter: string, longer: string): boolean {
  let index = 0;
  while (index < shorter.length && shorter.charAt(index) === longer.charAt(index)) index++;
  return shorter.slice(index) === longer.slice(index + 1);
}
