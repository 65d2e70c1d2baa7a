/** The parts of a sheet that hold anything. */
import type { Area } from "../../shared/grid.ts";
import { countCells, cutIntoBlocks, MOST_ROWS } from "./blocks.ts";

/** A taller sheet is first asked where its cells are: one stray cell at its end would make a million rows of nothing. */
const TALL_ROWS = 20_000;
const MOST_CELLS = 5_000_000;

export const AREA_PROPERTIES = "rowIndex,columnIndex,rowCount,columnCount";

/** The same of each area of several. */
export const AREAS_PROPERTIES = `items/${AREA_PROPERTIES.split(",").join(",items/")}`;

export const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  top: rowIndex + 1,
  left: columnIndex,
  bottom: rowIndex + rowCount,
  right: columnIndex + columnCount - 1,
});

export const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range =>
  sheet.getRangeByIndexes(top - 1, left, bottom - top + 1, right - left + 1);

/** Null when there are more cells than can be read. */
export async function findBlocks(
  sheet: Excel.Worksheet,
  used: Area,
  mostCells: number,
): Promise<readonly Area[] | null> {
  const areas = used.bottom - used.top < TALL_ROWS ? [used] : await findUsedBands(sheet, used);
  const cells = areas.reduce((sum, area) => sum + countCells(area), 0);
  return cells > MOST_CELLS ? null : areas.flatMap((area) => cutIntoBlocks(area, mostCells));
}

async function findUsedBands(sheet: Excel.Worksheet, used: Area): Promise<readonly Area[]> {
  const bands = cutIntoBlocks(used, MOST_ROWS * (used.right - used.left + 1)).map((band) => {
    const found = rangeOf(sheet, band).getUsedRangeOrNullObject(true);
    found.load(AREA_PROPERTIES);
    return found;
  });
  await sheet.context.sync();
  return bands.filter(({ isNullObject }) => !isNullObject).map(areaOf);
}
