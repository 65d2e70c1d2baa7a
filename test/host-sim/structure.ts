/** Rows and columns put in and taken out: cells, merges, formats, drop-downs and formulas move as in Excel. */
import type { Area } from "../../shared/grid.ts";
import { moveArea, moveIndex, type Move } from "../../shared/moved-areas.ts";
import { recalculate, type Place } from "./formulas/recalculate.ts";
import { areaOf, columnsOf, rowsOf } from "./address.ts";
import type { Formula } from "./formulas/formula.ts";
import type { Cell, Sheet } from "./sheet.ts";
import type { Workbook } from "./workbook.ts";

/** @returns the sheets on which formulas were worked out again */
export function moveSheet(book: Workbook, sheet: Sheet, move: Move): readonly Sheet[] {
  sheet.replaceCells(moveCells(sheet, move), (row, column) => {
    const now = moveIndex(move.axis === "rows" ? row : column, move);
    if (now === null) return null;
    return move.axis === "rows" ? { row: now, column } : { row, column: now };
  });
  sheet.merged = moveAll(sheet.merged, move);
  sheet.arrays = moveAll(sheet.arrays, move);
  const hidden = (indices: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...indices].flatMap((index) => moveIndex(index, move) ?? []));
  if (move.axis === "rows") sheet.hiddenRows = hidden(sheet.hiddenRows);
  else sheet.hiddenColumns = hidden(sheet.hiddenColumns);
  for (const format of sheet.conditionalFormats) format.areas = moveAll(format.areas, move);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
  for (const validation of sheet.validations) validation.areas = moveAll(validation.areas, move);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
  book.isDirty = true;
  return moveFormulas(book, sheet, move);
}

const moveAll = (areas: readonly Area[], move: Move): readonly Area[] =>
  areas.flatMap((area) => moveArea(area, move) ?? []);

function moveCells(sheet: Sheet, move: Move): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const [row, cells] of sheet.cells) {
    if (move.axis === "rows") {
      const now = moveIndex(row, move);
      if (now !== null) rows.set(now, cells as Map<number, Cell>);
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

/** Worked out again are those of which something was taken out or put in; of the others, only the names have changed. */
function moveFormulas(book: Workbook, moved: Sheet, move: Move): readonly Sheet[] {
  const renamed = new Set<Sheet>();
  const stale: Place[] = [];
  for (const sheet of book.sheets) {
    for (const { row, column, formula } of [...sheet.formulas()]) {
      const now = formula.moved({ sheet: sheet.name, moved: moved.name, move });
      if (now === formula) continue;
      sheet.putFormula(row, column, now);
      renamed.add(sheet);
      if (sizeOf(now) !== sizeOf(formula)) stale.push({ sheet, area: areaOf(row, column) });
    }
  }
  return [...new Set([...renamed, ...recalculate(book, stale)])];
}

const sizeOf = ({ references }: Formula): number =>
  references.reduce((size, { area }) => size * 31 + rowsOf(area) * 7 + columnsOf(area), references.length);
