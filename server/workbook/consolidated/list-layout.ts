/** Which column of the list of line items holds what, and how formulas find them there. */
import type { Consolidation, MoneyColumn } from "../../../shared/consolidation.ts";
import { groupBy } from "../../../shared/group-by.ts";
import { columnLetter } from "../../../shared/grid.ts";
import type { Unit } from "../../../shared/money.ts";
import type { Heading } from "./book.ts";
import { moneyTitle, SHEETS, sourceTitle } from "./names.ts";

export const LIST_TEXTS = [
  "groupNumber",
  "group",
  "organisation",
  "sections",
  "number",
  "name",
  "leadAgency",
  "period",
  "fundingText",
] as const;
/** Where a line comes from stands behind the money: it is for the auditor. */
export const LIST_PLACES = ["planNumber", "version", "file", "sheet", "cell"] as const;
export type ListText = (typeof LIST_TEXTS)[number] | (typeof LIST_PLACES)[number];

const TITLES: Readonly<Record<ListText, readonly [string, number]>> = {
  groupNumber: ["Mã", 5],
  group: ["Tổng hợp vào", 18],
  organisation: ["Đơn vị", 18],
  sections: ["Mục", 20],
  number: ["STT", 6],
  name: ["Tên nhiệm vụ, dự án", 44],
  leadAgency: ["Đơn vị chủ trì", 20],
  period: ["Thời gian", 11],
  fundingText: ["Nguồn vốn (ghi bằng lời)", 14],
  planNumber: ["Số kế hoạch", 15],
  version: ["Bản", 5],
  file: ["Tệp", 20],
  sheet: ["Trang", 11],
  cell: ["Ô", 6],
};

export interface ListLayout {
  readonly texts: readonly ListText[];
  readonly places: readonly ListText[];
  readonly headings: readonly Heading[];
  readonly widths: readonly number[];
  /** Row of the first line item, on every sheet of the list. */
  readonly firstRow: number;
  /** The list's sheets, each with its number of line items. */
  readonly sheets: readonly { readonly name: string; readonly lines: number }[];
  /** A formula that adds up a column of the consolidation for a group's number, or the cell that holds it. */
  readonly sumFor: (column: number, groupNumber: string) => string;
}

/** Title, the round's line, the unit's line, two rows of headings. */
const HEADER_ROWS = 5;

const moneyWidth = (unit: Unit): number => (unit === "dong" ? 17 : 12);

export function listLayout(consolidation: Consolidation, how: { unit: Unit; mostRows: number }): ListLayout {
  const { columns, total, groups, versions } = consolidation;
  const isGrouped = groups.some((group) => group.organisationIds.some((id) => id !== group.id));
  const hasFiles = versions.some(({ fileName }) => fileName !== null);
  const texts = LIST_TEXTS.filter((text) => text !== "group" || isGrouped);
  const places = LIST_PLACES.filter((place) => place !== "file" || hasFiles);
  const monies = groupBy(columns, moneyTitle);
  const headings: Heading[] = [
    ...texts.map((text) => ({ title: TITLES[text][0], below: [] })),
    ...[...monies].map(([title, own]) => ({ title, below: own.map(sourceTitle) })),
    ...places.map((place) => ({ title: TITLES[place][0], below: [] })),
  ];
  const widths = [
    ...texts.map((text) => TITLES[text][1]),
    ...columns.map(() => moneyWidth(how.unit)),
    ...places.map((place) => TITLES[place][1]),
  ];
  const firstRow = HEADER_ROWS + (columns.length > 0 ? 1 : 0);
  const sheets = listSheets(total.lineItems, how.mostRows - firstRow + 1);
  return {
    texts,
    places,
    headings,
    widths,
    firstRow,
    sheets,
    sumFor: sumIn(sheets, { firstRow, texts: texts.length }),
  };
}

/** As many sheets as the line items need: "Danh mục", "Danh mục (2)", … */
function listSheets(lines: number, most: number): ListLayout["sheets"] {
  const count = Math.max(1, Math.ceil(lines / most));
  return Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? SHEETS.lines : `${SHEETS.lines} (${String(index + 1)})`,
    lines: Math.min(most, lines - index * most),
  }));
}

/** Sums with a condition, not of ranges: whoever sorts or filters the list changes no total. */
function sumIn(sheets: ListLayout["sheets"], from: { firstRow: number; texts: number }): ListLayout["sumFor"] {
  return (column, groupNumber) => {
    const letter = columnLetter(from.texts + column);
    const sums = sheets.map(({ name, lines }) => {
      const range = (of: string): string =>
        `'${name}'!$${of}$${String(from.firstRow)}:$${of}$${String(from.firstRow + Math.max(lines, 1) - 1)}`;
      return `SUMIFS(${range(letter)},${range("A")},${groupNumber})`;
    });
    return sums.join("+");
  };
}

/** Columns of one scope and kind, in their order, with their places in the consolidation. */
export function byMoney(
  columns: readonly MoneyColumn[],
): ReadonlyMap<string, readonly { readonly column: MoneyColumn; readonly index: number }[]> {
  return groupBy(
    columns.map((column, index) => ({ column, index })),
    ({ column }) => moneyTitle(column),
  );
}
