/** What the sums keep in memory of each version: gone through once, a few at a time, within bounds. */
import assert from "node:assert/strict";
import { keepSummaries, type KeptSummaries, type VersionPlace } from "../../server/actions/kept-summaries.ts";
import { RecentlyUsed } from "../../server/actions/recently-used.ts";
import { openJudging, type Judging } from "../../server/judging/pool.ts";
import { Problem } from "../../server/problem.ts";
import { summarizeVersion } from "../../shared/consolidation/summary.ts";
import { gridOf, phaseYearGrid, SINGLE_AMOUNT, withCells } from "../builders.ts";
import { versionOf } from "../consolidation/build.ts";
import { openScene, type Scene } from "./accounts.ts";
import { addOpenRound } from "./rounds.ts";
import { putVersion } from "./versions.ts";

const PROVINCES = ["tinh-nghe-an", "tinh-an-giang", "tinh-da-nang", "tinh-lao-cai", "tinh-ca-mau", "tinh-dong-thap"];
const NO_UNIT = gridOf(withCells(SINGLE_AMOUNT, { H2: null }), { name: "Không đơn vị" });
const judged = JSON.stringify(versionOf("", [phaseYearGrid(), NO_UNIT]));

describe("what is kept of versions", () => {
  let scene: Scene;
  let judging: Judging;
  let places: readonly VersionPlace[];
  let summaries: KeptSummaries;
  /** Organisations in the order they were gone through, and how many at once. */
  const asked: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;

  before(async function () {
    scene = await openScene("sqlite", this);
    judging = openJudging({ workers: 1, onTrouble: assert.ifError });
    const roundId = await addOpenRound(scene.administrator, { expectedIds: PROVINCES });
    for (const organisationId of PROVINCES)
      await putVersion(scene.store, { roundId, organisationId, version: { judged } });
    places = PROVINCES.map((organisationId) => ({ roundId, organisationId, version: 1 }));
  });
  beforeEach(() => {
    asked.length = 0;
    mostAtOnce = 0;
    summaries = keepSummaries({
      db: scene.store.db,
      judge: {
        summarise: async (task) => {
          asked.push(task.organisationId);
          mostAtOnce = Math.max(mostAtOnce, ++atOnce);
          return judging.summarise(task).finally(() => atOnce--);
        },
      },
    });
  });
  after(async () => {
    await judging.close();
    await scene.end();
  });

  it("is the version's summary, without what only whole consolidations show", async () => {
    const [kept] = await summaries.readAll(places.slice(0, 1));
    const version = { ...versionOf(PROVINCES[0] ?? "", [phaseYearGrid(), NO_UNIT]) };
    const whole = summarizeVersion(version);
    const appendices = whole.appendices.map((one) => ({ ...one, targets: [], count: null, overlapLines: [] }));
    assert.deepEqual(kept, { summary: { ...whole, appendices }, lineCount: 5 });
  });
  it("gives the line items whose money is added, and no others", async () => {
    const [json] = await summaries.readLines(places.slice(0, 1));
    const lines = JSON.parse(new TextDecoder().decode(json)) as readonly { sheet: string; cell: string }[];
    assert.deepEqual(
      lines.map(({ sheet, cell }) => `${sheet}!${cell}`),
      ["B7", "B8", "B10", "B11", "B12"].map((cell) => `Phụ lục!${cell}`),
    );
  });
  it("is gone through once, however many ask, in the order they asked in", async () => {
    const [first, second] = await Promise.all([summaries.readAll(places), summaries.readAll(places)]);
    assert.deepEqual(
      first.map(({ summary }) => summary.organisationId),
      PROVINCES,
    );
    assert.deepEqual(first, second);
    await summaries.readLines(places);
    assert.deepEqual([...asked].sort(), [...PROVINCES].sort());
    assert.ok(mostAtOnce > 1 && mostAtOnce <= 4, `${String(mostAtOnce)} at once`);
  });
  it("can't be had of a version that is not there, and the next who asks is answered", async () => {
    const nowhere = places.map((place, index) => ({ ...place, version: index === 1 ? 9 : 1 }));
    await assert.rejects(
      summaries.readAll(nowhere),
      (trouble) => trouble instanceof Problem && trouble.code === "not-found",
    );
    assert.equal((await summaries.readAll(places)).length, PROVINCES.length);
  });
});

describe("what was used recently", () => {
  /** What is done with values of the weight 4 each but for "heavy", where 10 are kept. */
  const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["what fits", ["keep a", "keep b"], ["a", "b"]],
    ["the latest", ["keep a", "keep b", "keep c"], ["b", "c"]],
    ["what was asked for since", ["keep a", "keep b", "find a", "keep c"], ["a", "c"]],
    ["the same once", ["keep a", "keep a", "keep a", "keep b"], ["a", "b"]],
    ["nothing that is too heavy by itself", ["keep a", "keep heavy"], []],
    ["what comes after that", ["keep heavy", "keep a"], ["a"]],
  ];
  for (const [what, steps, expected] of CASES)
    it(`is ${what}`, () => {
      const kept = new RecentlyUsed<string>(10);
      for (const step of steps) {
        const [verb, key = ""] = step.split(" ");
        if (verb === "keep") kept.keep(key, key, key === "heavy" ? 11 : 4);
        else assert.equal(kept.find(key), key);
      }
      assert.deepEqual(
        ["a", "b", "c", "heavy"].filter((key) => kept.find(key) === key),
        expected,
      );
    });
});
