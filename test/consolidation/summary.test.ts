import assert from "node:assert/strict";
import type { Manifest } from "../../shared/consolidation.ts";
import { startMerge } from "../../shared/consolidation/merge.ts";
import { summarizeVersion } from "../../shared/consolidation/summary.ts";
import type { SubmittedVersion } from "../../shared/consolidation/version.ts";
import type { Grid } from "../../shared/grid.ts";
import { findOverlaps } from "../../shared/overlaps.ts";
import { COMPUTERS, gridOf, phaseYearGrid, SINGLE_AMOUNT, TARGETS } from "../builders.ts";
import { manifestOf, merge, organisation, versionOf } from "./build.ts";

const mergeSummaries = (manifest: Manifest, versions: readonly SubmittedVersion[]) => {
  const merging = startMerge(manifest, findOverlaps);
  for (const version of versions) merging.addSummary(structuredClone(summarizeVersion(version)));
  return merging.end();
};

describe("consolidation: of summaries", () => {
  const CASES: readonly (readonly [string, readonly (readonly Grid[])[]])[] = [
    ["money", [[phaseYearGrid()], [gridOf(SINGLE_AMOUNT)]]],
    ["targets and computers", [[gridOf(TARGETS)], [gridOf(COMPUTERS)]]],
    ["an appendix sent twice", [[gridOf(SINGLE_AMOUNT), gridOf(SINGLE_AMOUNT, { name: "Bản sao" })]]],
    ["the same work of two", [[phaseYearGrid()], [phaseYearGrid()]]],
    ["nothing", []],
  ];
  for (const [what, workbooks] of CASES)
    it(`equals that of the versions: ${what}`, async () => {
      const ids = workbooks.map((_, index) => `don-vi-${String(index)}`);
      const versions = workbooks.map((grids, index) => versionOf(ids[index] ?? "", grids));
      const manifest = manifestOf(ids.map((id) => organisation(id)));
      const { consolidation } = await merge(manifest, versions, findOverlaps);
      assert.deepEqual(mergeSummaries(manifest, versions), consolidation);
    });

  const REFUSED: readonly (readonly [string, SubmittedVersion])[] = [
    ["of another organisation", versionOf("b", [phaseYearGrid()])],
    ["of another version", versionOf("a", [phaseYearGrid()], { version: 2 })],
  ];
  for (const [what, version] of REFUSED)
    it(`takes none ${what}`, () => {
      assert.throws(() => mergeSummaries(manifestOf([organisation("a")]), [version]), /is not included/);
    });
});
