/**
 * One round of 63 provinces, and one of 3,321 communes, merged as the service merges it: documents streamed from the database,
 * added up, overlaps sought, hashed, kept; then made again and written as a workbook. Each size in a process of its own, beside
 * a bare pass over the same documents: each read and parsed once, and its figures added.
 */
import { createWriteStream } from "node:fs";
import { devNull } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { mergeRound } from "../../server/actions/merge.ts";
import { downloadConsolidation } from "../../server/actions/merged-workbooks.ts";
import type { JudgedSubmission } from "../../shared/submission.ts";
import { inChild, measureOnce, peakRss, printRow, ratio, shownMs, type MeasuredOnce } from "./measure.ts";
import { LEVELS, storeRound, type Level, type StoredRound } from "./stored-round.ts";

const ITEMS: Readonly<Record<Level, readonly number[]>> = {
  provinces: [10, 100, 300, 1_000],
  communes: [3, 10, 30, 100],
};
const TERMS = { level: "province", era: "then", unit: null, acceptedOnly: false, belowOrganisationId: null } as const;
const RESOLUTION_MS = 5;
const HEADINGS = [
  "round",
  "line items",
  "merge",
  "workbook",
  "CPU for both",
  "for a line item",
  "bare pass",
  "merge, to bare pass",
  "CPU for both, to bare pass",
  "longest hold: merge",
  "workbook",
  "heap growth",
  "peak RSS",
];

interface Step extends MeasuredOnce {
  /** For how long nobody else was served, at most. */
  readonly heldMs: number;
}

interface RoundFigures {
  readonly organisations: number;
  readonly lineItems: number;
  readonly bare: Step;
  readonly merge: Step;
  readonly workbook: Step;
  readonly peakRssMb: number;
}

async function step(run: () => Promise<unknown>): Promise<Step> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const measured = await measureOnce(run);
  // A hold is noticed only after it.
  await setTimeout(2 * RESOLUTION_MS);
  delays.disable();
  return { ...measured, heldMs: delays.max / 1e6 };
}

function sumOf({ appendices }: JudgedSubmission): number {
  let sum = 0;
  for (const { rows } of appendices) for (const { figures } of rows) for (const figure of figures) sum += figure ?? 0;
  return sum;
}

/** The least any merger must do. */
async function barePass({ service: { db }, round }: StoredRound): Promise<number> {
  let sum = 0;
  const keys = await db
    .selectFrom("version")
    .select("organisation_id as id")
    .where("round_id", "=", round.id)
    .execute();
  for (const { id } of keys) {
    const { judged } = await db
      .selectFrom("version")
      .select("judged")
      .where("round_id", "=", round.id)
      .where("organisation_id", "=", id)
      .executeTakeFirstOrThrow();
    sum += sumOf(JSON.parse(judged) as JudgedSubmission);
  }
  return sum;
}

async function measureRound(stored: StoredRound): Promise<RoundFigures> {
  const { service, caller, round } = stored;
  const bare = await step(() => barePass(stored));
  let merged = { id: "", lineItems: 0 };
  const merge = await step(async () => (merged = await mergeRound(service, caller, { round, terms: TERMS })));
  const workbook = await step(async () => {
    const { write } = await downloadConsolidation(service, caller, { id: merged.id, round });
    await write(createWriteStream(devNull));
  });
  const peakRssMb = peakRss();
  return { organisations: stored.organisations, lineItems: merged.lineItems, bare, merge, workbook, peakRssMb };
}

/** In a process that has merged before, as a service has. */
async function measureLevel(level: Level, items: number): Promise<RoundFigures> {
  const warmUp = await storeRound("provinces", 10);
  await measureRound(warmUp);
  await warmUp.close();
  const stored = await storeRound(level, items);
  try {
    return await measureRound(stored);
  } finally {
    await stored.close();
  }
}

const bothMs = ({ merge, workbook }: RoundFigures): number => merge.ms + workbook.ms;
const bothCpu = ({ merge, workbook }: RoundFigures): number => merge.cpuMs + workbook.cpuMs;

function show(level: Level, figures: RoundFigures): void {
  const { organisations, lineItems, bare, merge, workbook, peakRssMb } = figures;
  const count = (number: number): string => number.toLocaleString("en-US");
  printRow([
    `${count(organisations)} ${level} × ${count(lineItems / organisations)}`,
    count(lineItems),
    shownMs(merge.ms),
    shownMs(workbook.ms),
    shownMs(bothCpu(figures)),
    `${((1_000 * bothMs(figures)) / lineItems).toFixed(0)} µs`,
    shownMs(bare.ms),
    ratio(merge.ms, bare.ms),
    ratio(bothCpu(figures), bare.cpuMs),
    shownMs(merge.heldMs),
    shownMs(workbook.heldMs),
    `${Math.max(merge.heapMb, workbook.heapMb).toFixed(0)} MB`,
    `${peakRssMb.toFixed(0)} MB`,
  ]);
}

/** What a further line item costs, between two sizes. */
const furtherMs = (of: (figures: RoundFigures) => number, few: RoundFigures, many: RoundFigures): number =>
  (of(many) - of(few)) / (many.lineItems - few.lineItems);

function tellGrowth(level: Level, [first, , third, last]: readonly RoundFigures[]): void {
  if (!first || !third || !last) return;
  const growth = (of: (figures: RoundFigures) => number): string =>
    ratio(furtherMs(of, third, last), furtherMs(of, first, third));
  console.log(
    `${level}: ${ratio(last.lineItems, third.lineItems)} times the line items take ${ratio(bothMs(last), bothMs(third))} times as long (the bare pass ${ratio(last.bare.ms, third.bare.ms)}); beyond what is fixed, a further line item costs ${growth(bothMs)} times as much in the largest round as in the smaller ones (CPU ${growth(bothCpu)})`,
  );
}

const [, , asked, count] = process.argv;
const level = LEVELS.find((one) => one === asked);
if (level) console.log(JSON.stringify(await measureLevel(level, Number(count))));
else {
  printRow(HEADINGS);
  printRow(HEADINGS.map(() => "---"));
  const script = fileURLToPath(import.meta.url);
  const all = LEVELS.map((one) => {
    const figures = ITEMS[one].map((items) => {
      const measured = inChild<RoundFigures>(script, [one, String(items)]);
      show(one, measured);
      return measured;
    });
    return [one, figures] as const;
  });
  console.log("");
  for (const [one, figures] of all) tellGrowth(one, figures);
}
