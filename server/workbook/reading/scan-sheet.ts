/** One worksheet's part → its cells, merged areas and what is hidden, in one pass; styles, drop-downs and conditional formats are passed by. */
import { type Area, type Grid, parseCellName } from "../../../shared/grid.ts";
import type { BookKey } from "./cell-values.ts";
import { LIMITS, type RefusalCode } from "../refusals.ts";
import { CellScan } from "./scan-cells.ts";
import { LAST_COLUMN, LAST_ROW } from "../sheet-size.ts";
import { XmlTags } from "./xml-tags.ts";

export type SheetScan =
  | {
      readonly ok: true;
      readonly sheet: Pick<Grid, "rows" | "merged" | "hiddenColumns">;
      /** In all its cells. */
      readonly characters: number;
    }
  | { readonly ok: false; readonly code: RefusalCode };

const refused = (code: RefusalCode): SheetScan => ({ ok: false, code });

/** @param bytes in UTF-8 */
export function scanSheet(bytes: Buffer, book: BookKey): SheetScan {
  const tags = new XmlTags(bytes);
  if (!tags.next() || !tags.opens("worksheet")) return refused("damaged");
  const hiddenColumns = new Uint8Array(LAST_COLUMN + 1);
  const merged: Area[] = [];
  const cells = new CellScan(tags, book);
  let hasCells = false;
  while (tags.next()) {
    if (tags.isClose) continue;
    if (tags.is("col")) hideColumns(tags, hiddenColumns);
    else if (tags.is("mergeCell")) addMerged(tags, merged);
    else if (tags.is("sheetData")) {
      const refusal = hasCells ? "damaged" : tags.isEmpty ? null : cells.run();
      if (refusal) return refused(refusal);
      hasCells = true;
    }
  }
  if (tags.isTorn) return refused("damaged");
  const { rows, characters } = cells;
  return { ok: true, sheet: { rows: rows.close(), merged, hiddenColumns: placesOf(hiddenColumns) }, characters };
}

function hideColumns(tags: XmlTags, hidden: Uint8Array): void {
  if (!tags.isTrue("hidden")) return;
  const first = Math.max(0, tags.numberOf("min") - 1);
  const last = Math.min(tags.numberOf("max") - 1, LAST_COLUMN);
  // False for what is no number.
  if (first <= last) hidden.fill(1, first, last + 1);
}

function placesOf(marked: Uint8Array): number[] {
  const places: number[] = [];
  for (let place = marked.indexOf(1); place >= 0; place = marked.indexOf(1, place + 1)) places.push(place);
  return places;
}

function addMerged(tags: XmlTags, merged: Area[]): void {
  if (merged.length === LIMITS.merges) return;
  const area = readArea(tags.token("ref") ?? "");
  if (area) merged.push(area);
}

function readArea(ref: string): Area | null {
  const [first, second] = ref.split(":", 2).map(parseCellName);
  if (!first || !second) return null;
  const area = {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  };
  return area.bottom > LAST_ROW || area.right > LAST_COLUMN ? null : area;
}
