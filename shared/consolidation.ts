/**
 * Submitted versions → one consolidation. Pure: the same manifest and versions give the same values. Nothing is left out
 * silently: who has not sent, and what can't be added up, is part of the result. Versions come one at a time and are gone
 * over twice: once for the totals, once for the line items (`lineReader`), so that a million of them fit.
 */
import { columnKey } from "./consolidation/columns.ts";
import type { Manifest } from "./consolidation/manifest.ts";
import { startMerge, type Consolidation } from "./consolidation/merge.ts";
import type { FoundOverlap, SeekOverlaps } from "./consolidation/overlap-lines.ts";
import { linesOfAppendix, type ConsolidatedLine, type SubmittedVersion } from "./consolidation/version.ts";
import { canonicalJson } from "./submission.ts";

export type { MoneyColumn } from "./consolidation/columns.ts";
export type { Manifest } from "./consolidation/manifest.ts";
export type { Consolidation } from "./consolidation/merge.ts";
export type { ConsolidatedLine, SubmittedVersion } from "./consolidation/version.ts";

/** Gives the versions from the first on, each time it is asked. */
export type Versions = () => AsyncIterable<SubmittedVersion> | Iterable<SubmittedVersion>;

export async function consolidate(
  manifest: Manifest,
  versions: Versions,
  seekOverlaps: SeekOverlaps = () => [],
): Promise<Consolidation> {
  let found: readonly FoundOverlap[] = [];
  const merge = startMerge(manifest, () => found);
  for await (const version of versions()) merge.add(version);
  found = await seekOverlaps(merge.compared());
  return merge.end();
}

/** The line items of a version that are in the totals, with amounts by the consolidation's columns. */
export function lineReader({
  columns,
  versions,
}: Consolidation): (version: SubmittedVersion) => Generator<ConsolidatedLine> {
  const keyOf = ({ organisationId, version }: Pick<SubmittedVersion, "organisationId" | "version">): string =>
    `${String(version)} ${organisationId}`;
  const known = new Map(versions.map((version) => [keyOf(version), version]));
  return function* (version) {
    const merged = known.get(keyOf(version));
    if (merged?.appendices.length !== version.appendices.length)
      throw new Error(`version ${keyOf(version)} is not the one that was merged`);
    for (const [index, appendix] of version.appendices.entries())
      if (merged.appendices[index]?.leftOut === null) yield* linesOfAppendix(version, appendix, columns);
  };
}

/** The values alone, as one text to take the hash of: made again from the same manifest, equal to the byte. */
export const consolidationValues = (consolidation: Consolidation): string =>
  canonicalJson({ ...consolidation, columns: consolidation.columns.map(columnKey) });
