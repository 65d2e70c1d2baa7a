/** When to try again what did not reach the service. */

const SHORTEST_MS = 2_000;
const LONGEST_MS = 300_000;

/**
 * Twice as long after each try. Half of it is left to chance: hundreds of offices wait for the same service to come back.
 * @param tries made so far, from 1
 * @param chance from 0 to 1
 */
export function waitMs(tries: number, chance: number): number {
  const full = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(tries, 20));
  return Math.round(full / 2 + (full / 2) * chance);
}
