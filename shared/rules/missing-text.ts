/** Shared by the rules on text columns left blank: all blanks of a column are one finding. */
import {
  inheritedText,
  isSubItem,
  textCell,
  textColumn,
  type Appendix,
  type AppendixRow,
  type TextColumnId,
} from "../appendix.ts";
import type { Place } from "../rule.ts";
import { foldWords } from "../text.ts";

/** Line items whose text is blank in themselves and in the rows above them; none where the sheet lacks the column. */
export function findMissingText(appendix: Appendix, holds: TextColumnId): readonly Place[] {
  if (!textColumn(appendix, holds)) return [];
  const blank = appendix.rows.filter((row) => inheritedText(appendix, row, holds) === "" && isItem(row));
  if (blank.length === 0) return [];
  if (!appendix.rows.some((row) => row.texts[holds] !== undefined)) return [wholeColumn(appendix, holds, blank.length)];
  const items = [...new Set(blank.map((row) => itemOf(appendix, row)))];
  return [{ cells: items.map((row) => textCell(appendix, row, holds) ?? ""), facts: { count: items.length } }];
}

/** Lines that split an item's money share what the item says; what is blank is blank in the item. */
export function itemOf(appendix: Appendix, row: AppendixRow): AppendixRow {
  const above = appendix.rows[row.parent];
  return isSubItem(row) && above && /^\d/.test(above.number) ? above : row;
}

/** A row without a name is told as such; a reserve has neither agency nor period. */
const isItem = (row: AppendixRow): boolean =>
  row.kind === "lineItem" && row.name !== "" && !/^(chi phi )?du phong/.test(foldWords(row.name.slice(0, 20)));

function wholeColumn(appendix: Appendix, holds: TextColumnId, count: number): Place {
  return { cells: [textColumn(appendix, holds)?.headerCell ?? ""], facts: { count } };
}
