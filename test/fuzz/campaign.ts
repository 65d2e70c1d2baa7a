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
  readonly found: (given: unknown, failure: Failure) => void;
  /** Each case before it is tried, for whoever watches over the time. */
  readonly trying: (given: unknown) => void;
}

export interface Outcome {
  readonly runs: number;
  readonly ms: number;
  readonly found: number;
  /** Cases kept as they reached new code. */
  readonly pool: number;
}

/** Counting costs some milliseconds: once for so many cases, and one by one only where they reached something. */
const BATCH = 64;
const MOST_POOLED = 3_000;
const MADE = 0.25;

interface Progress {
  readonly pool: unknown[];
  readonly signatures: Set<string>;
  runs: number;
}

export async function runCampaign(campaign: Campaign): Promise<Outcome> {
  const { target, seed, mostRuns, mostMs, coverage } = campaign;
  const random = new Random(seed);
  const began = performance.now();
  const progress: Progress = { pool: [...target.seeds()], signatures: new Set(), runs: 0 };
  const seeds = progress.pool.length;
  await tryAll(campaign, progress, [...progress.pool]);
  coverage.takeNew();
  while (progress.runs < mostRuns && performance.now() - began < mostMs) {
    const size = Math.min(BATCH, mostRuns - progress.runs);
    const batch = Array.from({ length: size }, () => nextCase(target, random, progress.pool));
    await tryAll(campaign, progress, batch);
    await keepReaching(campaign, progress, batch);
  }
  return {
    runs: progress.runs,
    ms: performance.now() - began,
    found: progress.signatures.size,
    pool: progress.pool.length - seeds,
  };
}

function nextCase(target: AnyTarget, random: Random, pool: readonly unknown[]): unknown {
  if (pool.length === 0 || random.chance(MADE)) return target.make(random);
  // What was found last is nearest to what is not found yet.
  const recent = random.chance(0.5) ? pool.slice(-40) : pool;
  return target.mutate(random.pick(recent), random, pool);
}

async function tryAll(campaign: Campaign, progress: Progress, cases: readonly unknown[]): Promise<void> {
  for (const given of cases) {
    campaign.trying(given);
    const failure = await tryCase(campaign.target, given);
    progress.runs++;
    if (!failure || progress.signatures.has(failure.signature)) continue;
    progress.signatures.add(failure.signature);
    campaign.found(await shrinkCase(campaign.target, given, failure.signature), failure);
  }
}

/** Where the batch reached something new, each case on its own says which of them did. */
async function keepReaching(
  { target, coverage }: Campaign,
  { pool }: Progress,
  batch: readonly unknown[],
): Promise<void> {
  const reached = coverage.takeNew();
  for (const given of batch) {
    if (reached.size === 0) return;
    await tryCase(target, given);
    if (coverage.claim(reached) > 0) pool.push(given);
  }
  if (pool.length > MOST_POOLED) pool.splice(0, pool.length - MOST_POOLED);
}
