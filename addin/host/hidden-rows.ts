/** Hidden rows among shown ones, as a filter leaves them: Excel names the cells that can be seen of a column. */
import { findHidden, indicesOf, type Span } from "./hidden.ts";
import { refusalOf } from "./session.ts";
import { AREAS_PROPERTIES, rangeOf } from "./used-blocks.ts";

/** `column`: one that is not hidden; null where there is none. */
export async function findHiddenRows(
  sheet: Excel.Worksheet,
  mixed: readonly Span[],
  column: number | null,
): Promise<readonly number[]> {
  const hidden: number[] = [];
  const unknown: Span[] = [];
  for (const span of mixed) {
    const found = column === null ? null : await askSeen(sheet, span, column);
    if (found) hidden.push(...found);
    else unknown.push(span);
  }
  const settled = await findHidden(sheet.context as Excel.RequestContext, unknown, (span) => {
    const rows = rangeOf(sheet, { top: span.first, left: 0, bottom: span.last, right: 0 });
    rows.load("rowHidden");
    return () => rows.rowHidden as boolean | null;
  });
  return [...hidden, ...settled];
}

/** Null where Excel refuses, as it may on a protected sheet; a block at a time, since each may have hundreds of areas. */
async function askSeen(sheet: Excel.Worksheet, span: Span, column: number): Promise<readonly number[] | null> {
  const range = rangeOf(sheet, { top: span.first, left: column, bottom: span.last, right: column });
  const visible = range.getSpecialCellsOrNullObject("Visible");
  visible.areas.load(AREAS_PROPERTIES);
  try {
    await sheet.context.sync();
  } catch (failure) {
    refusalOf(failure);
    return null;
  }
  if (visible.isNullObject) return null;
  const seen = new Set(
    visible.areas.items.flatMap(({ rowIndex, rowCount }) =>
      indicesOf({ first: rowIndex + 1, last: rowIndex + rowCount }),
    ),
  );
  const rows = indicesOf(span);
  // Asked of a range in which some rows are hidden and some are not, Excel must have seen some and not others.
  return seen.size > 0 && seen.size < rows.length ? rows.filter((row) => !seen.has(row)) : null;
}
