/** A consolidation → one workbook, streamed: sheet after sheet, line items as they are read, whatever their number. */
import type { Writable } from "node:stream";
import type { Consolidation, Versions } from "../../shared/consolidation.ts";
import { openBook, type Book } from "./consolidated/book.ts";
import { writeCounts } from "./consolidated/counts-sheet.ts";
import { writeFindings } from "./consolidated/findings-sheet.ts";
import { writeList } from "./consolidated/list-sheet.ts";
import { gatherMaterial, type Material, type Options } from "./consolidated/material.ts";
import { SHEETS } from "./consolidated/names.ts";
import { writeOrigins } from "./consolidated/origins-sheet.ts";
import { writeOverlaps } from "./consolidated/overlaps-sheet.ts";
import { writeSources } from "./consolidated/sources-sheet.ts";
import { writeStanding } from "./consolidated/standing-sheet.ts";
import { writeTargets } from "./consolidated/targets-sheet.ts";
import { writeTotals } from "./consolidated/totals-sheet.ts";

/** The sheets by which a merged workbook is known again. */
export const OWN_SHEETS: readonly string[] = [SHEETS.totals, SHEETS.lines, SHEETS.origins];

const WRITERS: readonly ((book: Book, material: Material) => Promise<void>)[] = [
  writeTotals,
  writeList,
  writeSources,
  writeTargets,
  writeCounts,
  writeStanding,
  writeFindings,
  writeOverlaps,
  writeOrigins,
];

/**
 * Ends `out` when all is written and taken; waits whenever `out` is slow.
 * @throws WritingStopped when `out` is closed before, and whatever error `out` had
 */
export async function writeConsolidation(
  { consolidation, versions }: { readonly consolidation: Consolidation; readonly versions: Versions },
  options: Options,
  out: Writable,
): Promise<void> {
  const material = gatherMaterial(consolidation, versions, options);
  const { asOf, round } = consolidation.manifest;
  const book = await openBook(out, { asOf, footer: round.name });
  for (const write of WRITERS) await write(book, material);
  await book.end();
}
