import assert from "node:assert/strict";
import { findStanding, isListed, type Standing } from "../../shared/consolidation/standing.ts";
import type { ManifestOrganisation } from "../../shared/consolidation/manifest.ts";
import { manifestOf, organisation } from "./build.ts";

type Case = readonly [string, Partial<ManifestOrganisation>, readonly (keyof Standing)[], boolean];

const CASES: readonly Case[] = [
  ["accepted", { state: "accepted" }, ["expected", "submitted"], true],
  ["submitted in time", { state: "submitted" }, ["expected", "submitted"], true],
  ["submitted late", { state: "submitted", isLate: true }, ["expected", "submitted", "late"], true],
  ["submitted and set aside", { state: "submitted", included: false }, ["expected", "submitted", "notIncluded"], true],
  ["sent back", { state: "returned", included: false }, ["expected", "returned"], true],
  ["sent back, its version kept in the totals", { state: "returned" }, ["expected", "returned"], true],
  ["sent back and late", { state: "returned", included: false, isLate: true }, ["expected", "late", "returned"], true],
  ["missing", { state: "missing", included: false }, ["expected", "missing"], true],
  [
    "missing after the deadline",
    { state: "missing", included: false, isLate: true },
    ["expected", "late", "missing"],
    true,
  ],
  ["a draft", { state: "draft", included: false }, ["expected", "missing"], true],
  ["waiting for approval", { state: "prepared", included: false }, ["expected", "missing"], true],
  ["not asked, and nothing sent", { state: "missing", included: false, isExpected: false }, [], false],
  ["not asked, yet sent", { isExpected: false }, [], true],
  ["not asked, a draft", { state: "draft", included: false, isExpected: false }, [], true],
];

describe("consolidation: standing", () => {
  for (const [name, facts, expected, listed] of CASES) {
    it(name, () => {
      const one = organisation("a", facts);
      const standing = findStanding(manifestOf([one]));
      const among = Object.entries(standing).flatMap(([key, ids]: [string, readonly string[]]) =>
        ids.includes("a") ? [key] : [],
      );
      assert.deepEqual(among.sort(), [...expected].sort());
      assert.equal(isListed(one), listed);
    });
  }
});
