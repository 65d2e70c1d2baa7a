import type { Edit } from "../../../shared/finding.ts";
import type { Settled } from "../../sync/state.ts";

/** As the workbook takes them: the edits of each sheet at once. */
export function editsBySheet(edits: Settled["edits"]): ReadonlyMap<string, readonly Edit[]> {
  const bySheet = new Map<string, Edit[]>();
  for (const { sheet, cell, was, value } of edits) {
    const own = bySheet.get(sheet) ?? [];
    own.push({ cell, was, value });
    bySheet.set(sheet, own);
  }
  return bySheet;
}
