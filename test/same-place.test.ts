import assert from "node:assert/strict";
import { placesOf, type Standing } from "../shared/same-place.ts";

/** "1", "1", "2": sections of lines; "1:7" for one that is known to be line 7 of those before. */
const standing = (told: string): readonly Standing[] =>
  told.split(" ").map((line) => {
    const [section = "", known] = line.split(":");
    return { section: Number(section), known: known === undefined ? null : Number(known) };
  });

/** For each line now, the position before of the line in the same place. */
const same = (before: string, now: string): string => {
  const places = placesOf(standing(before));
  return placesOf(standing(now))
    .map((place) => places.indexOf(place))
    .join(" ");
};

describe("the same place", () => {
  const CASES: readonly (readonly [says: string, before: string, now: string, positions: string])[] = [
    ["nobody known: as far below the section's head", "1 1 2", "1 1 2", "0 1 2"],
    ["another section put before", "1 1", "2 1 1", "-1 0 1"],
    ["one more at the end", "1 1", "1 1 1", "0 1 -1"],
    ["below a known line", "1:0 1 1", "1:0 1 1", "0 1 2"],
    ["lines put in above a known line move none below it", "1:0 1", "1 1 1:0 1", "-1 -1 0 1"],
    ["lines taken out above a known line move none below it", "1 1:1 1", "1:1 1", "1 2"],
    ["a line put in below a known line moves those up to the next", "1:0 1 1:2 1", "1:0 1 1 1:2 1", "0 1 -1 2 3"],
    ["a known line that went to another section", "1:0 1 2", "1 2:0 2", "-1 -1 -1"],
    ["sections apart from each other, lines mixed", "1 2 1 2", "2 2 1 1", "1 3 0 2"],
  ];
  for (const [says, before, now, positions] of CASES) {
    it(`${says}: ${positions}`, () => {
      assert.equal(same(before, now), positions);
    });
  }

  it("is no line's twice", () => {
    const places = placesOf(standing("1 1:5 1 2 2:3 1 1:9 1 2"));
    assert.equal(new Set(places).size, places.length);
  });
});
