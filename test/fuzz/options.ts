/** What was asked of the fuzzer on the command line. */
import { parseArgs } from "node:util";

export interface Options {
  readonly minutes: number;
  /** Of each target; Infinity when only time ends it. */
  readonly runs: number;
  /** Empty: all. */
  readonly targets: readonly string[];
  readonly seed: number;
}

export const USAGE =
  "npm run fuzz -- [--minutes N | --runs N] [--target NAME]... [--seed N]\n" +
  "  --minutes  for all targets together, in turns; 1 when nothing is said\n" +
  "  --runs     executions of each target; the same seed and runs give the same cases\n";

/** @throws Error for options that are none */
export function readOptions(args: readonly string[], now: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string" },
      runs: { type: "string" },
      target: { type: "string", multiple: true },
      seed: { type: "string" },
    },
  });
  const runs = values.runs === undefined ? Infinity : positive("runs", values.runs);
  const minutes =
    values.minutes === undefined ? (values.runs === undefined ? 1 : Infinity) : positive("minutes", values.minutes);
  const seed = values.seed === undefined ? now % 2 ** 32 : Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error("--seed takes a whole number");
  return { minutes, runs, seed, targets: values.target ?? [] };
}

function positive(name: string, given: string): number {
  const value = Number(given);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0`);
  return value;
}
