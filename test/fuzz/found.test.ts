/** What the fuzzer once found stays right. */
import { keptCases } from "./kept.ts";
import { tryCase } from "./trial.ts";
import { targets } from "./targets/index.ts";

describe("found by fuzzing", () => {
  for (const target of targets) {
    const cases = keptCases(target);
    if (cases.length === 0) continue;
    describe(target.id, () => {
      before(() => target.open?.());
      after(() => target.close?.());
      for (const { name, given } of cases)
        it(name, async () => {
          const failure = await tryCase(target, given);
          if (failure) throw new Error(failure.says);
        });
    });
  }
});
