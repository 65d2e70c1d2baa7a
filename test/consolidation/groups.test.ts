import assert from "node:assert/strict";
import { groupOrganisations, mergerOf } from "../../shared/consolidation/groups.ts";
import type { Manifest, ManifestOrganisation } from "../../shared/consolidation/manifest.ts";
import { gridOf, SINGLE_AMOUNT, withCells } from "../builders.ts";
import { amountIn, manifestOf, merge, organisation, totalOf, versionOf } from "./build.ts";

/** Sóc Trăng's tasks passed to Cần Thơ in 2025. */
const TREE = [
  organisation("bo", { kind: "ministry" }),
  organisation("st", { name: "Sóc Trăng", parentId: "bo", successorId: "ct" }),
  organisation("ct", { name: "Cần Thơ", parentId: "bo", successorId: "ct" }),
  organisation("st-yt", { name: "Sở Y tế Sóc Trăng", parentId: "st", kind: "department" }),
  organisation("st-yt-x", { name: "Xã A", parentId: "st-yt", kind: "commune" }),
  organisation("vu", { name: "Vụ Kế hoạch", parentId: "bo", kind: "department" }),
];

type How = Pick<Manifest, "level" | "era">;

const CASES: readonly (readonly [How, Readonly<Record<string, string>>])[] = [
  [
    { level: "organisation", era: "then" },
    { bo: "bo", st: "st", ct: "ct", "st-yt": "st-yt", "st-yt-x": "st-yt-x", vu: "vu" },
  ],
  [
    { level: "organisation", era: "today" },
    { bo: "bo", st: "ct", ct: "ct", "st-yt": "st-yt", "st-yt-x": "st-yt-x", vu: "vu" },
  ],
  [
    { level: "province", era: "then" },
    { bo: "bo", st: "st", ct: "ct", "st-yt": "st", "st-yt-x": "st", vu: "vu" },
  ],
  [
    { level: "province", era: "today" },
    { bo: "bo", st: "ct", ct: "ct", "st-yt": "ct", "st-yt-x": "ct", vu: "vu" },
  ],
  [
    { level: "root", era: "today" },
    { bo: "bo", st: "bo", ct: "bo", "st-yt": "bo", "st-yt-x": "bo", vu: "bo" },
  ],
];

describe("consolidation: groups", () => {
  for (const [how, expected] of CASES) {
    it(`by ${how.level}, ${how.era}`, () => {
      const groups = groupOrganisations(manifestOf(TREE, how));
      assert.deepEqual(Object.fromEntries([...groups].map(([id, group]) => [id, group.id])), expected);
    });
  }

  const ODD: readonly (readonly [string, ReturnType<typeof organisation>[], How, Readonly<Record<string, string>>])[] =
    [
      [
        "several roots are all of them together",
        [organisation("a"), organisation("b")],
        { level: "root", era: "then" },
        { a: "*", b: "*" },
      ],
      [
        "a successor that is not in the round changes nothing",
        [organisation("a", { successorId: "x" })],
        { level: "organisation", era: "today" },
        { a: "a" },
      ],
      [
        "a chain of successors is followed to its end",
        [organisation("a", { successorId: "b" }), organisation("b", { successorId: "c" }), organisation("c")],
        { level: "organisation", era: "today" },
        { a: "c", b: "c", c: "c" },
      ],
      [
        "a circle ends where it closes",
        [organisation("a", { successorId: "b" }), organisation("b", { successorId: "a" })],
        { level: "organisation", era: "today" },
        { a: "b", b: "a" },
      ],
    ];
  for (const [name, organisations, how, expected] of ODD) {
    it(name, () => {
      const groups = groupOrganisations(manifestOf(organisations, how));
      assert.deepEqual(Object.fromEntries([...groups].map(([id, group]) => [id, group.id])), expected);
    });
  }

  const BELOW = (id: string, parentId: string): ManifestOrganisation => organisation(id, { parentId });
  const above = { isExpected: false, included: false } as const;
  const ROOT = organisation("bo", above);
  const PROVINCE = organisation("st", { ...above, parentId: "bo" });
  const MERGERS: readonly (readonly [string, readonly ManifestOrganisation[], string | null])[] = [
    ["nobody above", [organisation("a"), organisation("b")], null],
    ["one above all", [ROOT, BELOW("a", "bo"), BELOW("b", "bo")], "bo"],
    ["the nearest above all", [ROOT, PROVINCE, BELOW("a", "st"), BELOW("b", "st")], "st"],
    ["above provinces and their departments", [ROOT, PROVINCE, BELOW("a", "st"), BELOW("b", "bo")], "bo"],
    ["above the only one", [ROOT, PROVINCE, BELOW("a", "st")], "st"],
    ["one that sends too", [organisation("st"), BELOW("a", "st"), BELOW("b", "st")], "st"],
    ["nobody at all", [], null],
  ];
  for (const [name, organisations, id] of MERGERS) {
    it(`is issued by ${name}`, () => {
      assert.equal(mergerOf(manifestOf(organisations))?.id ?? null, id);
    });
  }

  it("money of a province and its departments stands under today's province", async () => {
    const second = withCells(SINGLE_AMOUNT, { G4: 2500, G7: 47_190 });
    const senders = TREE.map((one) => (one.id === "st" || one.id === "st-yt" ? one : { ...one, included: false }));
    const versions = [versionOf("st", [gridOf(SINGLE_AMOUNT)]), versionOf("st-yt", [gridOf(second)])];
    const { consolidation } = await merge(manifestOf(senders, { level: "province", era: "today" }), versions);
    const [group] = consolidation.groups;
    assert.deepEqual(
      [consolidation.groups.length, group?.name, group?.organisationIds, group?.lineItems],
      [1, "Cần Thơ", ["st", "st-yt"], 6],
    );
    assert.equal(amountIn(consolidation, group, "project total"), 93_380e6);
    assert.equal(totalOf(consolidation, "project total"), 93_380e6);
    assert.deepEqual(
      consolidation.organisations.map((one) => amountIn(consolidation, one, "project total")),
      [46_190e6, 47_190e6],
    );
  });
});
