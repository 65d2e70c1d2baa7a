/** Values and formulas block by block, one exchange each; with each block come the number formats of the one before. */
import type { Area, GridRow } from "../../shared/grid.ts";
import { gridRows, type FormatAt, type ReadBlock } from "./grid-rows.ts";
import { indicesOf, type Span } from "./hidden.ts";
import { rangeOf } from "./used-blocks.ts";

interface AskedFormats {
  readonly left: number;
  readonly range: Excel.Range;
}

export interface BlocksRead {
  readonly rows: readonly GridRow[];
  readonly hiddenRows: readonly number[];
  /** Where some rows are hidden and some are not. */
  readonly mixedRows: readonly Span[];
}

/** A block becomes rows as soon as its formats are there: what is kept is small, and no more than a block is worked at. */
export async function readBlocks(sheet: Excel.Worksheet, areas: readonly Area[]): Promise<BlocksRead> {
  const rows: GridRow[] = [];
  const hiddenRows: number[] = [];
  const mixedRows: Span[] = [];
  let last: Omit<ReadBlock, "formatAt"> | null = null;
  for (const area of [...areas, null]) {
    const range = area && rangeOf(sheet, area);
    range?.load("values,formulas,rowHidden");
    const asked = last ? askFormats(sheet, last) : [];
    await sheet.context.sync();
    if (last) rows.push(...gridRows({ ...last, formatAt: formatsOf(last.area, asked) }));
    if (!range || !area) break;
    const { values, formulas, rowHidden } = range as LoadedRange;
    const span = { first: area.top, last: area.bottom };
    if (rowHidden === null) mixedRows.push(span);
    else if (rowHidden) hiddenRows.push(...indicesOf(span));
    last = { area, values, formulas };
    range.untrack();
  }
  return { rows, hiddenRows, mixedRows };
}

/** The types say neither that cells are plain values nor that null means "some of them". */
type LoadedRange = Omit<Excel.Range, "values" | "formulas" | "numberFormat" | "rowHidden"> & {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly rowHidden: boolean | null;
};

/** A format says what a number is (a share, a day); texts need none. Columns side by side are asked for together. */
function askFormats(
  sheet: Excel.Worksheet,
  { area, values }: Pick<ReadBlock, "area" | "values">,
): readonly AskedFormats[] {
  const spans: { left: number; right: number }[] = [];
  for (let column = area.left; column <= area.right; column++) {
    if (!values.some((line) => typeof line[column - area.left] === "number")) continue;
    const before = spans[spans.length - 1];
    if (before?.right === column - 1) before.right = column;
    else spans.push({ left: column, right: column });
  }
  return spans.map((span) => {
    const range = rangeOf(sheet, { ...area, ...span });
    range.load("numberFormat");
    return { left: span.left, range };
  });
}

function formatsOf(area: Area, asked: readonly AskedFormats[]): FormatAt {
  const columns = new Map<number, { readonly table: LoadedRange["numberFormat"]; readonly left: number }>();
  for (const { left, range } of asked) {
    const { numberFormat: table } = range as LoadedRange;
    const width = table[0]?.length ?? 0;
    for (let column = left; column < left + width; column++) columns.set(column, { table, left });
    range.untrack();
  }
  return (row, column) => {
    const found = columns.get(column);
    const format = found?.table[row - area.top]?.[column - found.left];
    return typeof format === "string" && format !== "General" ? format : undefined;
  };
}
