/** A target fuzzed for a while: cases made and changed, tried, and those that reach new code changed further. */
import type { Lead } from "./coverage.ts";
import { Random } from "./random.ts";
import type { AnyTarget } from "./target.ts";
import { shrinkCase, tryCase, type Failure } from "./trial.ts";

export interface Campaign {
  readonly target: AnyTarget;
  readonly seed: number;
  /** Whichever comes first. */
  readonly mostRuns: number;
  readonly mostMs: number;
  readonly coverage: Lead;
  /** Cases of a turn before, to go on from. */
  readonly pool?: readonly unknown[];
  readonly found: (given: unknown, failure: Failure) => void;
  /** Each case before it is tried, for whoever watches over the time. */
  readonly trying: (given: unknown) => void;
}

export interface Outcome {
  readonly runs: number;
  readonly ms: number;
  readonly found: number;
  /** The seeds, and the cases kept as they reached new code. */
  readonly pool: readonly unknown[];
  readonly reached: number;
}

/** Counting costs some milliseconds: once for so many cases, more where nothing new is reached, and one by one where something is. */
const BATCH = 64;
const LARGEST_BATCH = 1_024;
const MOST_POOLED = 3_000;
const MADE = 0.25;

interface Progress {
  readonly pool: unknown[];
  readonly signatures: Set<string>;
  readonly isOver: () => boolean;
  runs: number;
}

export async function runCampaign(campaign: Campaign): Promise<Outcome> {
  const { target, seed, mostRuns, mostMs, coverage } = campaign;
  const random = new Random(seed);
  const began = performance.now();
  const isOver = (): boolean => progress.runs >= mostRuns || performance.now() - began >= mostMs;
  const progress: Progress = { pool: [...(campaign.pool ?? target.seeds())], signatures: new Set(), runs: 0, isOver };
  const before = progress.pool.length;
  if (!campaign.pool) await tryAll(campaign, progress, progress.pool);
  coverage.takeNew();
  for (let size = BATCH; !isOver();) {
    const count = Math.min(size, mostRuns - progress.runs);
    const batch = Array.from({ length: count }, () => nextCase(target, random, progress.pool));
    const tried = batch.slice(0, await tryAll(campaign, progress, batch));
    size = (await keepReaching(campaign, progress, tried)) ? BATCH : Math.min(LARGEST_BATCH, size * 2);
  }
  const { pool, runs, signatures } = progress;
  const kept = pool.slice(-MOST_POOLED);
  return { runs, ms: performance.now() - began, found: signatures.size, pool: kept, reached: pool.length - before };
}

function nextCase(target: AnyTarget, random: Random, pool: readonly unknown[]): unknown {
  if (pool.length === 0 || random.chance(MADE)) return target.make(random);
  // What was found last is nearest to what is not found yet.
  const recent = random.chance(0.5) ? pool.slice(-40) : pool;
  return target.mutate(random.pick(recent), random, pool);
}

/** @returns how many were tried before the end */
async function tryAll(campaign: Campaign, progress: Progress, cases: readonly unknown[]): Promise<number> {
  for (const [index, given] of cases.entries()) {
    if (progress.isOver()) return index;
    campaign.trying(given);
    const failure = await tryCase(campaign.target, given);
    progress.runs++;
    if (!failure || progress.signatures.has(failure.signature)) continue;
    progress.signatures.add(failure.signature);
    campaign.found(await shrinkCase(campaign.target, given, failure.signature), failure);
  }
  return cases.length;
}

/** Where the batch reached something new, each case on its own says which of them did. @returns whether it did */
async function keepReaching(
  campaign: Campaign,
  { pool, isOver }: Progress,
  batch: readonly unknown[],
): Promise<boolean> {
  const { target, coverage } = campaign;
  const reached = coverage.takeNew();
  const isNew = reached.size > 0;
  for (const given of batch) {
    if (reached.size === 0 || isOver()) break;
    campaign.trying(given);
    await tryCase(target, given);
    if (coverage.claim(reached) > 0) pool.push(given);
  }
  return isNew;
}
