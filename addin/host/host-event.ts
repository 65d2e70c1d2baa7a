/** What Excel tells of a change → what the pane is told. */
import { columnIndex } from "../../shared/grid.ts";
import type { Move } from "../../shared/moved-areas.ts";
import { isCellValue } from "./grid-rows.ts";
import type { ChangedBy, HostEvent } from "./port.ts";

export type ChangedArgs = Pick<
  Excel.WorksheetChangedEventArgs,
  "address" | "changeType" | "details" | "source" | "triggerSource" | "worksheetId"
>;

export function changeEvent(args: ChangedArgs, isOwn: boolean): HostEvent {
  const { address: cells, changeType, details, worksheetId: sheet } = args;
  const by = changedBy(args, isOwn);
  const move = moveOf(String(changeType), cells);
  if (move) return { kind: "cells-moved", sheet, move, by };
  if (changeType !== "RangeEdited") return { kind: "sheet-changed", sheet, by, isShuffled: true };
  return {
    kind: "cells-changed",
    sheet,
    cells,
    by,
    ...(isCellValue(details?.valueBefore) ? { before: details.valueBefore } : {}),
    ...(isCellValue(details?.valueAfter) ? { after: details.valueAfter } : {}),
  };
}

function changedBy({ source, triggerSource }: ChangedArgs, isOwn: boolean): ChangedBy {
  if (source === "Remote") return "someone";
  return triggerSource === "ThisLocalAddin" || isOwn ? "we" : "officer";
}

/** "5:6" and "C:D", as whole rows and columns are named when they come or go. */
function moveOf(changeType: string, address: string): Move | null {
  const [, what, how] = /^(Row|Column)(Inserted|Deleted)$/.exec(changeType) ?? [];
  if (what === undefined) return null;
  const [first = "", last = first] = address.replace(/\$/g, "").split(":");
  const isRows = what === "Row";
  const from = isRows ? Number(first) : columnIndex(first);
  const to = isRows ? Number(last) : columnIndex(last);
  if (!Number.isInteger(from) || !Number.isInteger(to)) return null;
  const count = (to - from + 1) * (how === "Inserted" ? 1 : -1);
  return { axis: isRows ? "rows" : "columns", at: from, count };
}
