/** What was found in the versions of a round, and what was said for it: one sheet, streamed. */
import type { Writable } from "node:stream";
import type { Consolidation, Versions } from "../../shared/consolidation.ts";
import { openBook } from "./consolidated/book.ts";
import { writeFindings } from "./consolidated/findings-sheet.ts";
import { gatherMaterial } from "./consolidated/material.ts";

/**
 * Ends `out` when all is written and taken.
 * @throws WritingStopped when `out` is closed before, and whatever error `out` had
 */
export async function writeFindingsWorkbook(
  { consolidation, versions }: { readonly consolidation: Consolidation; readonly versions: Versions },
  out: Writable,
): Promise<void> {
  const { asOf, round } = consolidation.manifest;
  const book = await openBook(out, { asOf, footer: round.name });
  await writeFindings(book, gatherMaterial(consolidation, versions, { unit: round.unit }));
  await book.end();
}
