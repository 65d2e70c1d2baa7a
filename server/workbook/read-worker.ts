import { parentPort } from "node:worker_threads";
import type { Grid, GridRow } from "../../shared/grid.ts";
import { readGrids, type GridsResult } from "./read-grids.ts";
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

const CELLS_IN_PIECE = 20_000;

function* pieces(rows: readonly GridRow[]): Generator<readonly GridRow[]> {
  let start = 0;
  let cells = 0;
  for (const [index, row] of rows.entries()) {
    cells += row.cells.length;
    if (cells < CELLS_IN_PIECE) continue;
    yield rows.slice(start, index + 1);
    start = index + 1;
    cells = 0;
  }
  yield rows.slice(start);
}

const reply = (message: ReadReply): void => parentPort?.postMessage(message);

function read({ bytes, fileName }: ReadRequest): GridsResult {
  try {
    return readGrids(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  } catch {
    // What SheetJS throws on malformed XML names no cause that a user could act on.
    return { ok: false, code: "damaged" };
  }
}

parentPort?.on("message", (request: ReadRequest) => {
  const result = read(request);
  if (!result.ok) {
    reply({ kind: "refused", code: result.code, sheet: result.sheet ?? "" });
    return;
  }
  for (const { rows, ...sheet } of result.grids) {
    for (const piece of pieces(rows)) reply({ kind: "rows", json: JSON.stringify(piece) });
    reply({ kind: "sheet", sheet });
  }
  reply({ kind: "end" });
});
