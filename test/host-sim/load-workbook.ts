/** A workbook file → its grids, of which `workbook-of.ts` makes the simulated workbook. This needs Node; that does not. */
import { fileURLToPath } from "node:url";
import type { Grid } from "../../shared/grid.ts";
import { readWorkbookBytes, readWorkbookFile } from "../../server/workbook/read.ts";

/** @throws for a file that can't be read */
export async function readGrids(path: string | URL): Promise<readonly Grid[]> {
  const read = await readWorkbookFile(typeof path === "string" ? path : fileURLToPath(path));
  if (!read.ok) throw new Error(`${String(path)}: ${read.code}`);
  return read.grids;
}

/** For `SimulatedHost.readWorkbook`. */
export async function readBase64(base64: string): Promise<readonly Grid[] | null> {
  const read = await readWorkbookBytes(Buffer.from(base64, "base64"), "inserted.xlsx");
  return read.ok ? read.grids : null;
}
