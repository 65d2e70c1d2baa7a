/** A workbook as it was sent → its sheets for who wants to see them, unjudged. Runs in a judging thread. */
import { readWorkbook } from "./read-workbook.ts";
import type { SentWorkbook, SheetsReply } from "./tasks.ts";

export function readSheets(workbook: SentWorkbook): SheetsReply {
  const read = readWorkbook(workbook);
  return read.ok ? { ok: true, answer: JSON.stringify({ sheets: read.grids }) } : read;
}
