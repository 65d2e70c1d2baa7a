/** The line items of a version's appendices as flat records, so that versions, rounds and organisations can be compared. */
import {
  inheritedText,
  type Appendix,
  type AppendixRow,
  type FigureColumn,
  type FormId,
  type TextColumnId,
} from "./appendix.ts";
import { amountsOf, findShares, isCarried, type Shares } from "./consolidation/carried.ts";
import { columnKey, columnsOf, type MoneyColumn } from "./consolidation/columns.ts";
import { lineCell } from "./consolidation/version.ts";
import { sumDong } from "./money.ts";
import { readPeriod, type Period } from "./period.ts";
import { sectionsOf, type SectionLabel } from "./sections.ts";

export interface LineFigure {
  /** What the column holds, the same in every version wherever it stands: "planned phase central null". */
  readonly column: string;
  readonly header: string;
  /** The value is whole đồng; else a count, a ratio, or an amount in a unit nobody knows. */
  readonly isDong: boolean;
  readonly value: number | null;
}

export interface LineItem {
  /** Stable within a version: sheet and cell of its name, "PL1!B12". */
  readonly key: string;
  readonly sheet: string;
  readonly form: FormId;
  readonly row: number;
  /** The rows it stands under, the outermost first. */
  readonly sections: readonly SectionLabel[];
  readonly number: string;
  readonly name: string;
  /** Its own, or that of the item it is a part of. */
  readonly leadAgency: string;
  readonly periodText: string;
  readonly period: Period | null;
  /** Its other texts by column: target, note, funding. */
  readonly texts: Readonly<Partial<Record<TextColumnId, string>>>;
  readonly figures: readonly LineFigure[];
  /** All its planned money in the widest scope that it prints; null without any. */
  readonly amountDong: number | null;
}

/** Line items in the order of the sheets, and sections whose money is not split among their rows. */
export const lineItemsOf = (appendices: readonly Appendix[]): readonly LineItem[] =>
  appendices.flatMap((appendix) => {
    const shares = findShares(appendix, columnsOf(appendix).filter(isPlannedTotal));
    const columns = figureKeys(appendix.figureColumns);
    return appendix.rows.flatMap((row, index) =>
      isCarried(shares.carrying, row, index)
        ? [lineItemOf(appendix, row, { columns, amountDong: widestAmount(appendix, shares, index) })]
        : [],
    );
  });

/** Whole đồng of all line items by column of a consolidation; null for a sum too large to be kept exactly. */
export function totalsByColumn(appendices: readonly Appendix[]): ReadonlyMap<string, number | null> {
  const amounts = new Map<string, number[]>();
  for (const appendix of appendices) {
    if (appendix.unit === null) continue;
    const columns = columnsOf(appendix);
    const shares = findShares(appendix, columns);
    for (const column of columns) amounts.set(columnKey(column), amounts.get(columnKey(column)) ?? []);
    appendix.rows.forEach((row, index) => {
      if (!isCarried(shares.carrying, row, index)) return;
      amountsOf(shares, row, index).forEach((dong, position) => {
        const column = columns[position];
        if (column && dong !== null) amounts.get(columnKey(column))?.push(dong);
      });
    });
  }
  return new Map([...amounts].map(([column, own]) => [column, sumDong(own)]));
}

/** What each figure column holds, as a text; a second column of the same kind is told by its place among them. */
export function figureKeys(columns: readonly FigureColumn[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(({ holds }) => {
    const key = holdsKey(holds);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${String(count)}`;
  });
}

function holdsKey(holds: FigureColumn["holds"]): string {
  if (holds.type === "count") return `count ${holds.measure}`;
  if (holds.type === "ratio") return `ratio ${holds.of} ${holds.per}`;
  const { kind, scope, origin, nature, detail, year } = holds;
  const source = origin === null && nature === null ? "total" : { origin, nature };
  const finer = [detail, year].filter((part) => part !== null).map(String);
  return [columnKey({ kind, scope, source }), ...finer].join(" ");
}

/** The figures of any row, line item or total, by what their columns hold. */
export const figuresOf = (appendix: Appendix, row: AppendixRow, columns: readonly string[]): readonly LineFigure[] =>
  appendix.figureColumns.map(({ holds, header }, index) => ({
    column: columns[index] ?? "",
    header,
    isDong: holds.type === "amount" && appendix.unit !== null,
    value: row.figures[index] ?? null,
  }));

const isPlannedTotal = ({ kind, source }: MoneyColumn): boolean => kind === "planned" && source === "total";

/** Columns come widest first. */
function widestAmount(appendix: Appendix, shares: Shares, index: number): number | null {
  const row = appendix.rows[index];
  if (!row || appendix.unit === null) return null;
  return amountsOf(shares, row, index).find((dong) => dong !== null) ?? null;
}

interface Computed {
  readonly columns: readonly string[];
  readonly amountDong: number | null;
}

/** Texts that a line item has fields of its own for. */
const OWN_FIELDS: readonly string[] = ["number", "name", "leadAgency", "period"];

function lineItemOf(appendix: Appendix, row: AppendixRow, { columns, amountDong }: Computed): LineItem {
  const periodText = inheritedText(appendix, row, "period");
  const read = row.period ?? readPeriod(periodText);
  return {
    key: `${appendix.sheet}!${lineCell(appendix, row)}`,
    sheet: appendix.sheet,
    form: appendix.form,
    row: row.row,
    sections: sectionsOf(appendix, row),
    number: row.number,
    name: row.name,
    leadAgency: inheritedText(appendix, row, "leadAgency"),
    periodText,
    period: typeof read === "string" ? null : read,
    texts: Object.fromEntries(Object.entries(row.texts).filter(([column]) => !OWN_FIELDS.includes(column))),
    figures: figuresOf(appendix, row, columns),
    amountDong,
  };
}
