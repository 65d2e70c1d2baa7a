/** A fuzzer that can't find is worthless: faults planted here are found, made small, and found again with the same seed. */
import assert from "node:assert/strict";
import { runCampaign } from "./campaign.ts";
import { NO_LEAD } from "./coverage.ts";
import { readOptions } from "./options.ts";
import { Random } from "./random.ts";
import { anyTarget } from "./target.ts";
import { textTarget } from "./targets/text-target.ts";
import { isInOrder } from "./workbook/is-in-order.ts";
import { mutateWorkbook } from "./workbook/mutate-workbook.ts";
import { seedWorkbooks } from "./workbook/seeds.ts";

interface Run {
  readonly tried: readonly string[];
  readonly found: readonly string[];
  readonly says: readonly string[];
}

async function runOf(check: (text: string) => void, { seed = 1, mostMs = 500 } = {}): Promise<Run> {
  const [tried, found, says] = [[] as string[], [] as string[], [] as string[]];
  const target = {
    ...textTarget({ id: "planted", words: ["một", "hai", "ba", "."], samples: ["một hai"], check }),
    // What is slow is slow to make small.
    ...(mostMs < 500 ? { shrink: () => [] } : {}),
    mostMs,
  };
  await runCampaign({
    target: anyTarget(target),
    seed,
    mostRuns: 800,
    mostMs: 30_000,
    coverage: NO_LEAD,
    found: (given, failure) => {
      found.push(String(given));
      says.push(failure.says);
    },
    trying: (given) => tried.push(String(given)),
  });
  return { tried, found, says };
}

const failOn = (pattern: RegExp) => (text: string) => {
  if (pattern.test(text)) throw new Error("planted");
};

describe("the fuzzer", () => {
  it("finds what throws, tells it once, and makes it small", async () => {
    const { found, says } = await runOf(failOn(/ba.*hai/s));
    assert.equal(found.length, 1);
    assert.match(found[0] ?? "", /^ba.?hai$/s);
    assert.match(says[0] ?? "", /planted/);
  });
  it("tells two faults apart", async () => {
    const { found } = await runOf((text) => {
      if (text.includes("ba")) throw new Error("the first");
      if (text.includes(".")) throw new Error("the second");
    });
    assert.deepEqual([...found].sort(), [".", "ba"]);
  });
  it("finds what takes too long", async () => {
    const linger = (text: string): void => {
      const until = performance.now() + (text.includes("ba") ? 4 : 0);
      while (performance.now() < until);
    };
    const { says } = await runOf(linger, { mostMs: 3 });
    assert.match(says[0] ?? "", /^took \d+ ms$/);
  });
  it("finds nothing where nothing is wrong", async () => {
    assert.deepEqual((await runOf(() => undefined)).found, []);
  });
  it("tries the same with the same seed, and other things with another", async () => {
    const [first, again, other] = await Promise.all([
      runOf(() => undefined, { seed: 5 }),
      runOf(() => undefined, { seed: 5 }),
      runOf(() => undefined, { seed: 6 }),
    ]);
    assert.deepEqual(first.tried, again.tried);
    assert.notDeepEqual(first.tried, other.tried);
  });
  it("makes workbooks that are in order, and torn ones, each many times", () => {
    const [random, seeds] = [new Random(3), seedWorkbooks()];
    const made = Array.from({ length: 100 }, () => isInOrder(mutateWorkbook(random.pick(seeds), random, seeds)));
    const inOrder = made.filter(Boolean).length;
    assert.ok(inOrder > 15 && inOrder < 90, String(inOrder));
  });
});

describe("the fuzzer's command line", () => {
  const CASES: readonly (readonly [string, readonly string[], object])[] = [
    ["nothing said: a minute", [], { minutes: 1, runs: Infinity, seed: 42, targets: [] }],
    ["so many runs", ["--runs", "500", "--seed", "7"], { minutes: Infinity, runs: 500, seed: 7, targets: [] }],
    [
      "some targets",
      ["--target", "reader", "--target", "words", "--minutes", "0.5"],
      { minutes: 0.5, runs: Infinity, seed: 42, targets: ["reader", "words"] },
    ],
  ];
  for (const [says, args, options] of CASES)
    it(says, () => {
      assert.deepEqual(readOptions(args, 42), options);
    });
  for (const wrong of [["--minutes", "0"], ["--runs", "x"], ["--seed", "1.5"], ["--what"]])
    it(`${wrong.join(" ")} is refused`, () => {
      assert.throws(() => readOptions(wrong, 42));
    });
});
