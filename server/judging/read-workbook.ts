/** A workbook as it was sent → its sheets, or why it is refused. Runs in a judging thread. */
import type { Grid } from "../../shared/grid.ts";
import { readSafely } from "../workbook/read-grids.ts";
import type { Refused, SentWorkbook } from "./tasks.ts";

export type ReadContent = { readonly ok: true; readonly grids: readonly Grid[] } | Refused;

export function readWorkbook({ bytes, fileName }: SentWorkbook): ReadContent {
  const read = readSafely(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  return read.ok ? read : { ok: false, why: "refused", code: read.code, sheet: read.sheet ?? "" };
}
