/** npm run fuzz: every target in turn, cases made and changed under the lead of the code they reach; what fails is kept. */
import { runCampaign, type Outcome } from "./campaign.ts";
import { Coverage, NO_LEAD } from "./coverage.ts";
import { FOUND, keepCase } from "./kept.ts";
import { readOptions, USAGE, type Options } from "./options.ts";
import type { AnyTarget } from "./target.ts";
import type { Failure } from "./trial.ts";
import { startWatch, type Watch } from "./watch.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Turns are short enough that a long run sees each target several times. */
const LONGEST_TURN_MS = 120_000;

interface Run {
  readonly options: Options;
  readonly targets: readonly AnyTarget[];
  readonly coverage: Coverage;
  readonly watch: Watch;
}

interface Sum {
  pool?: readonly unknown[];
  runs: number;
  ms: number;
  found: number;
}

interface Turn {
  readonly seed: number;
  readonly mostMs: number;
  readonly pool?: readonly unknown[];
  /** Where it is not, what was kept is changed as fast as can be. */
  readonly isLed: boolean;
}

async function takeTurn(run: Run, target: AnyTarget, turn: Turn): Promise<Outcome> {
  const { options, watch } = run;
  const coverage = turn.isLed ? run.coverage : NO_LEAD;
  await target.open?.();
  try {
    return await runCampaign({
      target,
      ...turn,
      mostRuns: options.runs,
      coverage,
      found: (given, { says }: Failure) => {
        say(`\nfound by ${target.id}: test/fuzz/found/${keepCase(target, given)}\n${says}\n`);
      },
      trying: (given) => {
        watch.trying(target, given);
      },
    });
  } finally {
    watch.rest();
    await target.close?.();
  }
}

const perSecond = ({ runs, ms }: Pick<Sum, "runs" | "ms">): string => `${String(Math.round((runs / ms) * 1000))}/s`;

async function fuzz(run: Run): Promise<ReadonlyMap<string, Sum>> {
  const { options, targets, coverage } = run;
  const totalMs = options.minutes * 60_000;
  const turns = Number.isFinite(totalMs) ? Math.max(1, Math.ceil(totalMs / targets.length / LONGEST_TURN_MS)) : 1;
  const mostMs = totalMs / targets.length / turns;
  const sums = new Map<string, Sum>();
  for (let turn = 0; turn < turns; turn++)
    for (const [index, target] of targets.entries()) {
      const seed = options.seed + turn * 1_000 + index;
      const sum = sums.get(target.id) ?? { runs: 0, ms: 0, found: 0 };
      const outcome = await takeTurn(run, target, {
        seed,
        mostMs,
        isLed: turn % 2 === 0,
        ...(sum.pool ? { pool: sum.pool } : {}),
      });
      sums.set(target.id, {
        runs: sum.runs + outcome.runs,
        ms: sum.ms + outcome.ms,
        found: sum.found + outcome.found,
        pool: outcome.pool,
      });
      say(
        `${target.id}: ${String(outcome.runs)} executions, ${perSecond(outcome)}, ${String(outcome.found)} found, ` +
          `${String(outcome.reached)} cases reached new code (${String(coverage.reached)} stretches so far)`,
      );
    }
  return sums;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), Date.now());
  const coverage = new Coverage();
  coverage.start();
  // Loaded only now: what is loaded before is not counted.
  const { targets: all } = await import("./targets/index.ts");
  const unknown = options.targets.filter((id) => !all.some((target) => target.id === id));
  if (unknown.length > 0) throw new Error(`no target ${unknown.join(", ")}: ${all.map(({ id }) => id).join(", ")}`);
  const targets = all.filter(({ id }) => options.targets.length === 0 || options.targets.includes(id));
  say(`seed ${String(options.seed)}`);
  const watch = startWatch();
  const sums = await fuzz({ options, targets, coverage, watch });
  await watch.stop();
  coverage.stop();
  say("");
  for (const [id, sum] of sums)
    say(`${id}: ${String(sum.runs)} executions, ${perSecond(sum)}, ${String(sum.found)} found`);
  const found = [...sums.values()].reduce((all, sum) => all + sum.found, 0);
  const runs = [...sums.values()].reduce((all, sum) => all + sum.runs, 0);
  say(`in all: ${String(runs)} executions, ${String(found)} found; seed ${String(options.seed)}`);
  if (found > 0) say(`kept in ${FOUND}`);
  process.exitCode = found > 0 ? 1 : 0;
}

main().catch((trouble: unknown) => {
  process.stderr.write(`${trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)}\n${USAGE}`);
  process.exitCode = 2;
});
