import assert from "node:assert/strict";
import { findNearPairs, type NamedLine } from "../shared/near-names.ts";

const lineOf = (name: string, changes: Partial<NamedLine> = {}): NamedLine => ({
  name,
  leadAgency: "Sở TTTT",
  periodText: "2020",
  amountDong: null,
  sections: [],
  ...changes,
});

const say = (before: readonly NamedLine[], now: readonly NamedLine[]): string =>
  findNearPairs(before, now)
    .map((pair) => `${String(pair.before)}-${String(pair.now)}`)
    .join(" ");

const PORTAL = "Nâng cấp cổng dịch vụ công trực tuyến";

describe("near names", () => {
  const CASES: readonly (readonly [
    says: string,
    before: readonly NamedLine[],
    now: readonly NamedLine[],
    pairs: string,
  ])[] = [
    ["nothing", [], [], ""],
    ["the same name is not asked about here", [lineOf(PORTAL)], [lineOf(PORTAL)], ""],
    ["a word more", [lineOf(PORTAL)], [lineOf(`${PORTAL} tỉnh`)], "0-0"],
    ["a word less, and a letter", [lineOf(`${PORTAL} tỉnh`)], [lineOf("Nâng cấp cổng dịch vụ công trực tuyếm")], "0-0"],
    ["too many words more", [lineOf(PORTAL)], [lineOf(`${PORTAL} và một cửa điện tử`)], ""],
    ["the nearest first", [lineOf(`${PORTAL} xã ta`), lineOf(`${PORTAL} tỉn`)], [lineOf(PORTAL)], "1-0 0-0"],
    [
      "of equals, the one of the same agency",
      [lineOf(`${PORTAL} A`.replace("A", "xã"), { leadAgency: "Sở Y tế" }), lineOf(`${PORTAL} xã`)],
      [lineOf(PORTAL)],
      "1-0 0-0",
    ],
    [
      "then of the same period",
      [lineOf(`${PORTAL} xã`, { periodText: "2019" }), lineOf(`${PORTAL} xã`)],
      [lineOf(PORTAL)],
      "1-0 0-0",
    ],
    ["then the earlier", [lineOf(`${PORTAL} xã`), lineOf(`${PORTAL} xã`)], [lineOf(PORTAL)], "0-0 1-0"],
    ["no name has no near one", [lineOf("")], [lineOf("a")], ""],
  ];
  for (const [says, before, now, pairs] of CASES) {
    it(`${says}: ${pairs || "none"}`, () => {
      assert.equal(say(before, now), pairs);
    });
  }

  it("in the same place are asked about too, and come before their equals", () => {
    const before = Array.from({ length: 60 }, (_, index) => lineOf(PORTAL, { leadAgency: `Xã ${String(index)}` }));
    const now = [lineOf(`${PORTAL} tỉnh`, { leadAgency: "" })];
    assert.deepEqual(findNearPairs(before, now), []);
    const few = [lineOf(`${PORTAL} xã`), lineOf(`${PORTAL} xà`)];
    const inPlace = new Map([[0, 1]]);
    assert.deepEqual(
      findNearPairs(few, [lineOf(PORTAL)], inPlace).map((pair) => pair.before),
      [1, 0],
    );
    const alike = Array.from({ length: 60 }, () => lineOf(`${PORTAL} xã`));
    assert.deepEqual(
      findNearPairs(alike, [lineOf(PORTAL)], new Map([[0, 41]])).map((pair) => pair.before),
      [41],
    );
  });

  it("in the same place are still not near when they differ too much", () => {
    const inPlace = new Map([[0, 0]]);
    assert.deepEqual(findNearPairs([lineOf(PORTAL)], [lineOf("Đào tạo cán bộ")], inPlace), []);
    assert.deepEqual(findNearPairs([lineOf(`${PORTAL} 1`)], [lineOf(`${PORTAL} 2`)], inPlace), []);
  });

  it("are not looked for among all that share only common words", () => {
    const before = Array.from({ length: 60 }, (_, index) =>
      lineOf(`${PORTAL} đợt${String(index)} thôn${String(index)}`),
    );
    assert.equal(say(before, [lineOf(PORTAL)]), "");
    assert.equal(say(before, [lineOf(`${PORTAL} đợt7 thôn7 ạ`)]), "");
    assert.equal(say(before, [lineOf(`${PORTAL} đợt7 thôn7 nha`)]), "7-0");
  });
});
