/** "Tổng hợp": money by organisation and source; every figure is a formula over the list. */
import type { MoneyColumn } from "../../../shared/consolidation.ts";
import { uniteColumns } from "../../../shared/consolidation/columns.ts";
import { columnLetter } from "../../../shared/grid.ts";
import { inUnit, printNumber } from "../../../shared/money.ts";
import type { Emphasis } from "../styles.ts";
import { headerRow, type Book, type Cell, type Layout, type Page } from "./book.ts";
import { byMoney } from "./list-layout.ts";
import {
  centredCell,
  formulaCell,
  heightOf,
  layoutOf,
  numberCell,
  textCell,
  unitLine,
  type Material,
} from "./material.ts";
import { SHEETS, sourceTitle } from "./names.ts";
import { otherYearsRemark } from "./other-years.ts";

const TOTAL = "Tổng số";
const FIRST_MONEY = 3;
/** Of the columns before the money. */
const WIDTHS = [6, 38, 26];

interface Grid {
  /** Titles of the rows of a group. */
  readonly sources: readonly string[];
  /** By money: the list's column of a source; -1 where there is none. */
  readonly at: (source: string, money: number) => number;
  readonly monies: readonly string[];
}

function gridOf(columns: readonly MoneyColumn[]): Grid {
  // As if all were of one money: each source once, in the order sources are shown.
  const sources = uniteColumns(columns.map(({ source }) => ({ scope: "project", kind: "planned", source })));
  const monies = [...byMoney(columns)];
  return {
    sources: sources.map(sourceTitle),
    monies: monies.map(([title]) => title),
    at: (source, money) => monies[money]?.[1].find(({ column }) => sourceTitle(column) === source)?.index ?? -1,
  };
}

interface Row {
  readonly name: string;
  readonly number: number | null;
  readonly source: string;
  readonly amounts: readonly (number | null)[];
}

export async function writeTotals(book: Book, material: Material): Promise<void> {
  const { consolidation } = material;
  const grid = gridOf(consolidation.columns);
  const layout = totalsLayout(material, grid);
  const page = await book.open(layout);
  const groups = consolidation.groups.flatMap((group) =>
    rowsOf(grid, { name: group.name, number: material.groupNumber(group.id), amounts: group.amounts }),
  );
  const all = rowsOf(grid, { name: "TỔNG CỘNG", number: null, amounts: consolidation.total.amounts });
  const first = headerRow(layout) + all.length + 1;
  const last = first + groups.length - 1;
  for (const row of all) await writeRow(page, row, { material, grid, groups: { first, last } });
  for (const row of groups) await writeRow(page, row, { material, grid, groups: null });
  page.end();
}

function totalsLayout(material: Material, { monies }: Grid): Layout {
  const { standing, total } = material.consolidation;
  const counts = `Phải nộp: ${String(standing.expected.length)} đơn vị; đã nộp: ${String(standing.submitted.length)}; chưa nộp: ${String(standing.missing.length)}; trả lại: ${String(standing.returned.length)}; nộp muộn: ${String(standing.late.length)}. Số nhiệm vụ, dự án: ${printNumber(total.lineItems, "vi")}.`;
  const otherYears = otherYearsRemark(material.consolidation);
  return layoutOf(material, {
    name: SHEETS.totals,
    title: "TỔNG HỢP KINH PHÍ THEO ĐƠN VỊ VÀ NGUỒN VỐN",
    notes: [...(standing.expected.length > 0 ? [counts] : []), ...(otherYears === null ? [] : [otherYears])],
    unit: unitLine(material),
    headings: ["TT", "Đơn vị", "Nguồn vốn", ...monies].map((title) => ({ title, below: [] })),
    widths: [...WIDTHS, ...monies.map(() => 24)],
  });
}

/** The whole always, a source where it has money. */
const rowsOf = (grid: Grid, { name, number, amounts }: Omit<Row, "source">): readonly Row[] =>
  grid.sources
    .map((source) => {
      const own = grid.monies.map((_, money) => amounts[grid.at(source, money)] ?? null);
      return { name, number, source, amounts: own };
    })
    .filter(({ source, amounts: own }) => source === TOTAL || own.some((amount) => amount !== null && amount !== 0));

interface How {
  readonly material: Material;
  readonly grid: Grid;
  /** Rows that a grand total adds up; null for those rows themselves. */
  readonly groups: { readonly first: number; readonly last: number } | null;
}

function writeRow(page: Page, row: Row, { material, grid, groups }: How): Promise<void> {
  const isWhole = row.source === TOTAL;
  const [emphasis, emphasisOfName] = emphasesOf({ isTotal: groups !== null, isWhole });
  const at = String(page.nextRow());
  const cells = row.amounts.map((amount, money): Cell => {
    if (amount === null) return numberCell(null, emphasis);
    const result = inUnit(amount, material.unit);
    if (!groups) return formulaCell(material.list.sumFor(grid.at(row.source, money), `$A${at}`), result, emphasis);
    const range = (letter: string): string =>
      `$${letter}$${String(groups.first)}:$${letter}$${String(Math.max(groups.first, groups.last))}`;
    const formula = `SUMIFS(${range(columnLetter(FIRST_MONEY + money))},${range("C")},$C${at})`;
    return formulaCell(formula, result, emphasis);
  });
  const all = [
    centredCell(row.number, emphasisOfName),
    textCell(row.name, emphasisOfName),
    textCell(row.source, emphasis),
    ...cells,
  ];
  return page.row(all, heightOf(all, WIDTHS));
}

/** Below its first row a name is only said again, in grey: whoever filters or sorts needs it on every row. */
function emphasesOf({ isTotal, isWhole }: { isTotal: boolean; isWhole: boolean }): readonly [Emphasis, Emphasis] {
  if (isTotal) return ["total", isWhole ? "total" : "repeatedTotal"];
  return isWhole ? ["group", "group"] : ["plain", "repeated"];
}
