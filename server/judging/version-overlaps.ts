/** A version's line items among those of all others → those that look the same as another's. Runs in a judging thread. */
import { showOverlaps, type Overlap, type OverlapLine } from "../../shared/consolidation/overlap-lines.ts";
import { findOverlaps } from "../../shared/overlaps.ts";
import type { OverlapsTask } from "./tasks.ts";

/** In the order of the version's own lines. */
export function findVersionOverlaps({ own, others }: OverlapsTask): readonly Overlap[] {
  const lines = readLines(own);
  const ownKeys = new Set(lines.map(({ key }) => key));
  for (const other of others) for (const line of readLines(other)) lines.push(line);
  return showOverlaps(lines, findOverlaps).filter((overlap) => overlap.lines.some(({ key }) => ownKeys.has(key)));
}

const readLines = (json: Uint8Array): OverlapLine[] => JSON.parse(new TextDecoder().decode(json)) as OverlapLine[];
