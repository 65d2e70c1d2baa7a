/** What can be fuzzed: where its cases come from, and what must hold of each. */
import type { Random } from "./random.ts";

export interface Target<Case> {
  readonly id: string;
  /** How its cases are kept: a workbook as it is, all else as JSON. */
  readonly extension: "xlsx" | "json";
  readonly seeds: () => readonly Case[];
  readonly make: (random: Random) => Case;
  /** @param pool cases that reached code of their own, to take pieces from */
  readonly mutate: (given: Case, random: Random, pool: readonly Case[]) => Case;
  /** @throws whatever says that something does not hold */
  readonly check: (given: Case) => void | Promise<void>;
  /** Smaller cases that may fail alike, the smallest first. */
  readonly shrink: (given: Case) => Iterable<Case>;
  readonly write: (given: Case) => Buffer;
  readonly read: (bytes: Buffer) => Case;
  /** A check that takes longer is a find; 0 for those that wait for others. */
  readonly mostMs: number;
  readonly open?: () => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** With the kind of its cases hidden: a run hands back only what it was given. */
export type AnyTarget = Target<unknown>;

export const anyTarget = <Case>(target: Target<Case>): AnyTarget => target as unknown as AnyTarget;

export const writeJson = (given: unknown): Buffer => Buffer.from(`${JSON.stringify(given)}\n`);
