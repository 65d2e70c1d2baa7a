import { parentPort } from "node:worker_threads";
import type { Grid, GridRow } from "../../shared/grid.ts";
import { countCharacters } from "./excess.ts";
import { readSafely } from "./read-grids.ts";
import type { RefusalCode } from "./refusals.ts";

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** A sheet's rows come first, as JSON in pieces: that costs half of a structured clone, and no piece holds up the caller. */
export type ReadReply =
  | { readonly kind: "rows"; readonly json: string }
  | { readonly kind: "sheet"; readonly sheet: Omit<Grid, "rows"> }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly sheet: string };

/** About a megabyte, of which a cell without text takes this much. */
const PIECE = 1_000_000;
const CELL = 40;

function* pieces(rows: readonly GridRow[]): Generator<readonly GridRow[]> {
  let start = 0;
  let size = 0;
  for (const [index, { cells }] of rows.entries()) {
    for (const cell of cells) size += CELL + countCharacters(cell);
    if (size < PIECE) continue;
    yield rows.slice(start, index + 1);
    start = index + 1;
    size = 0;
  }
  yield rows.slice(start);
}

const reply = (message: ReadReply): void => parentPort?.postMessage(message);

function answer({ bytes, fileName }: ReadRequest): void {
  const result = readSafely(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  if (!result.ok) {
    reply({ kind: "refused", code: result.code, sheet: result.sheet ?? "" });
    return;
  }
  for (const { rows, ...sheet } of result.grids) {
    for (const piece of pieces(rows)) reply({ kind: "rows", json: JSON.stringify(piece) });
    reply({ kind: "sheet", sheet });
  }
  reply({ kind: "end" });
}

parentPort?.on("message", answer);
