/** Which column of the list of line items holds what, and how formulas find them there. */
import type { Consolidation, MoneyColumn } from "../../../shared/consolidation.ts";
import { groupBy } from "../../../shared/group-by.ts";
import { columnLetter } from "../../../shared/grid.ts";
import { inUnit, printNumber, type Unit } from "../../../shared/money.ts";
import type { Heading } from "./header.ts";
import { moneyTitle, SHEETS, sourceTitle } from "./names.ts";

const LIST_TEXTS = [
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
const LIST_PLACES = ["planNumber", "version", "file", "sheet", "cell"] as const;
export type ListText = (typeof LIST_TEXTS)[number] | (typeof LIST_PLACES)[number];

const TITLES: Readonly<Record<ListText, readonly [string, number]>> = {
  groupNumber: ["TT đơn vị", 5],
  group: ["Tổng hợp vào", 15],
  organisation: ["Đơn vị", 15],
  sections: ["Mục", 20],
  number: ["STT", 5],
  name: ["Tên nhiệm vụ, dự án", 40],
  leadAgency: ["Đơn vị chủ trì", 17],
  period: ["Thời gian", 12.5],
  fundingText: ["Nguồn vốn (ghi bằng lời)", 13],
  planNumber: ["Số kế hoạch", 16],
  version: ["Bản", 5],
  file: ["Tệp", 17],
  sheet: ["Trang", 11],
  cell: ["Ô", 7],
};

export interface ListLayout {
  readonly texts: readonly ListText[];
  /** The consolidation's columns that are shown, by their place there. */
  readonly monies: readonly number[];
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

/** Over money that has no sources to split it by. */
const UNSPLIT = "Tổng số (không tách nguồn)";

/** Title, the round's line, the unit's line, two rows of headings. */
const HEADER_ROWS = 5;

/** As wide as its largest figure, so that all scopes and sources fit on one page that can still be read. */
const NARROWEST = 10;

function moneyWidth({ organisations, total }: Consolidation, column: number, unit: Unit): number {
  const largest = [total, ...organisations].map(({ amounts }) => printNumber(inUnit(amounts[column] ?? 0, unit), "vi"));
  return Math.max(NARROWEST, ...largest.map((text) => text.length + 1.5));
}

/** Money that nobody splits stands there once, not as a whole and once more as what is not split. */
function shownMonies(columns: readonly MoneyColumn[]): readonly number[] {
  return [...byMoney(columns).values()].flatMap((own) =>
    isUnsplit(own) ? own.slice(0, 1).map(({ index }) => index) : own.map(({ index }) => index),
  );
}

const isUnsplit = (own: readonly Placed[]): boolean => own.length === 2 && own[1]?.column.source === "unsplit";

export function listLayout(consolidation: Consolidation, how: { unit: Unit; mostRows: number }): ListLayout {
  const { columns, total, groups, versions } = consolidation;
  const isGrouped = groups.some((group) => group.organisationIds.some((id) => id !== group.id));
  const hasFiles = versions.some(({ fileName }) => fileName !== null);
  const saysFunding = versions.some(({ appendices }) => appendices.some((appendix) => appendix.saysFunding));
  const hidden: readonly ListText[] = [
    ...(isGrouped ? [] : ["group" as const]),
    ...(saysFunding ? [] : ["fundingText" as const]),
  ];
  const texts = LIST_TEXTS.filter((text) => !hidden.includes(text));
  const places = LIST_PLACES.filter((place) => place !== "file" || hasFiles);
  const monies = shownMonies(columns);
  const headings: Heading[] = [
    ...texts.map((text) => ({ title: TITLES[text][0], below: [] })),
    ...[...byMoney(columns)].map(([title, own]) => ({
      title,
      below: isUnsplit(own) ? [UNSPLIT] : own.map(({ column }) => sourceTitle(column)),
    })),
    ...places.map((place) => ({ title: TITLES[place][0], below: [] })),
  ];
  const widths = [
    ...texts.map((text) => TITLES[text][1]),
    ...monies.map((column) => moneyWidth(consolidation, column, how.unit)),
    ...places.map((place) => TITLES[place][1]),
  ];
  const firstRow = HEADER_ROWS + (columns.length > 0 ? 1 : 0);
  const sheets = listSheets(total.lineItems, how.mostRows - firstRow + 1);
  return {
    texts,
    monies,
    places,
    headings,
    widths,
    firstRow,
    sheets,
    sumFor: sumIn(sheets, { firstRow, texts: texts.length, monies }),
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
function sumIn(
  sheets: ListLayout["sheets"],
  from: { firstRow: number; texts: number; monies: readonly number[] },
): ListLayout["sumFor"] {
  return (column, groupNumber) => {
    // What is not split and has no column of its own is the whole before it.
    const place = from.monies.includes(column) ? from.monies.indexOf(column) : from.monies.indexOf(column - 1);
    const letter = columnLetter(from.texts + place);
    const sums = sheets.map(({ name, lines }) => {
      const range = (of: string): string =>
        `'${name}'!$${of}$${String(from.firstRow)}:$${of}$${String(from.firstRow + Math.max(lines, 1) - 1)}`;
      return `SUMIFS(${range(letter)},${range("A")},${groupNumber})`;
    });
    return sums.join("+");
  };
}

interface Placed {
  readonly column: MoneyColumn;
  readonly index: number;
}

/** Columns of one scope and kind, in their order, with their places in the consolidation. */
export function byMoney(columns: readonly MoneyColumn[]): ReadonlyMap<string, readonly Placed[]> {
  return groupBy(
    columns.map((column, index) => ({ column, index })),
    ({ column }) => moneyTitle(column),
  );
}
