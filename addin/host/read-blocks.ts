/** Values and formulas block by block, one exchange each; with each block come the number formats of the one before. */
import type { Area } from "../../shared/grid.ts";
import type { FormatAt, ReadBlock } from "./grid-rows.ts";
import { findHidden, indicesOf, type Span } from "./hidden.ts";
import { rangeOf } from "./used-blocks.ts";

interface AskedFormats {
  readonly left: number;
  readonly range: Excel.Range;
}

export interface BlocksRead {
  readonly blocks: readonly ReadBlock[];
  readonly hiddenRows: ReadonlySet<number>;
}

export async function readBlocks(sheet: Excel.Worksheet, areas: readonly Area[]): Promise<BlocksRead> {
  const blocks: ReadBlock[] = [];
  const hiddenRows = new Set<number>();
  const mixed: Span[] = [];
  let last: ReadBlock | null = null;
  for (const area of [...areas, null]) {
    const range = area && rangeOf(sheet, area);
    range?.load("values,formulas,rowHidden");
    const asked = last ? askFormats(sheet, last) : [];
    await sheet.context.sync();
    if (last) blocks.push({ ...last, formatAt: formatsOf(last, asked) });
    if (!range || !area) break;
    const { values, formulas, rowHidden } = range as LoadedRange;
    const span = { first: area.top, last: area.bottom };
    if (rowHidden === null) mixed.push(span);
    else if (rowHidden) for (const row of indicesOf(span)) hiddenRows.add(row);
    last = { area, values, formulas, formatAt: () => undefined };
    range.untrack();
  }
  const settled = await findHidden(sheet.context as Excel.RequestContext, mixed, ({ first, last: end }) => {
    const rows = rangeOf(sheet, { top: first, left: 0, bottom: end, right: 0 });
    rows.load("rowHidden");
    return () => (rows as LoadedRange).rowHidden;
  });
  for (const row of settled) hiddenRows.add(row);
  return { blocks, hiddenRows };
}

/** The types say neither that cells are plain values nor that null means "some of them". */
type LoadedRange = Omit<Excel.Range, "values" | "formulas" | "numberFormat" | "rowHidden"> & {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly rowHidden: boolean | null;
};

/** A format says what a number is (a share, a day); texts need none. Columns side by side are asked for together. */
function askFormats(sheet: Excel.Worksheet, { area, values }: ReadBlock): readonly AskedFormats[] {
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

function formatsOf({ area }: ReadBlock, asked: readonly AskedFormats[]): FormatAt {
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
