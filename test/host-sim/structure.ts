/** Rows and columns put in and taken out: cells, merges, formats, drop-downs and formulas move as in Excel. */
import type { Area } from "../../shared/grid.ts";
import { moveArea, moveIndex, type Move } from "../../shared/moved-areas.ts";
import { moveFormula } from "./formulas/move.ts";
import { recalculate } from "./formulas/recalculate.ts";
import { WHOLE_SHEET } from "./address.ts";
import type { Cell, Sheet } from "./sheet.ts";
import type { Workbook } from "./workbook.ts";

export function moveSheet(book: Workbook, sheet: Sheet, move: Move): readonly Sheet[] {
  sheet.cells = moveCells(sheet, move);
  sheet.merged = moveAll(sheet.merged, move);
  const hidden = (indices: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...indices].flatMap((index) => moveIndex(index, move) ?? []));
  if (move.axis === "rows") sheet.hiddenRows = hidden(sheet.hiddenRows);
  else sheet.hiddenColumns = hidden(sheet.hiddenColumns);
  for (const format of sheet.conditionalFormats) format.areas = moveAll(format.areas, move);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
  for (const validation of sheet.validations) validation.areas = moveAll(validation.areas, move);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
  moveFormulas(book, sheet, move);
  book.isDirty = true;
  return recalculate(book, [{ sheet, area: WHOLE_SHEET }]);
}

const moveAll = (areas: readonly Area[], move: Move): readonly Area[] =>
  areas.flatMap((area) => moveArea(area, move) ?? []);

function moveCells(sheet: Sheet, move: Move): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const [row, cells] of sheet.cells) {
    if (move.axis === "rows") {
      const now = moveIndex(row, move);
      if (now !== null) rows.set(now, cells);
      continue;
    }
    const moved = [...cells].flatMap(([column, cell]): [number, Cell][] => {
      const now = moveIndex(column, move);
      return now === null ? [] : [[now, cell]];
    });
    rows.set(row, new Map(moved));
  }
  return rows;
}

function moveFormulas(book: Workbook, moved: Sheet, move: Move): void {
  for (const sheet of book.sheets)
    for (const { row, column, formula } of [...sheet.formulas()]) {
      const now = moveFormula(formula, { sheet: sheet.name, moved: moved.name, move });
      if (now !== formula) sheet.put(row, column, { formula: now });
    }
}
