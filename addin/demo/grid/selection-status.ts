/** What Excel says below the sheet: how many cells are selected and what they come to. */
import type { Area, CellValue } from "../../../shared/grid.ts";
import type { Sheet } from "../../../test/host-sim/sheet.ts";
import type { Say } from "../words.ts";
import { formatNumber } from "./number-format.ts";
import type { SheetControl } from "./sheet-control.ts";

/** Of more, nothing is said: it would be counted anew with each key. */
const MOST_ROWS = 5_000;

export function sayStatus({ areas, sheet, isEditing }: SheetControl, say: Say): string {
  if (isEditing) return say("editing");
  const values = areas.flatMap((area) => valuesIn(sheet, area));
  if (values.length < 2) return say("ready");
  const figures = values.filter((value) => typeof value === "number");
  const count = `${say("count")}: ${String(values.length)}`;
  if (figures.length === 0) return count;
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return [
    `${say("sum")}: ${formatNumber(sum, "#,##0.##")}`,
    `${say("average")}: ${formatNumber(sum / figures.length, "#,##0.##")}`,
    count,
  ].join("   ");
}

function valuesIn(sheet: Sheet, area: Area): readonly CellValue[] {
  const values: CellValue[] = [];
  let rows = 0;
  for (const [, cells] of sheet.rowsIn(area)) {
    if ((rows += 1) > MOST_ROWS) return [];
    for (const [column, { value }] of cells)
      if (column >= area.left && column <= area.right && value !== "") values.push(value);
  }
  return values;
}
