/** "Theo nguồn vốn": for each money a table of organisations by source, with the share of each source. */
import { inUnit } from "../../../shared/money.ts";
import { columnLetter } from "../../../shared/grid.ts";
import { CAPTION, NOTE_LEFT, shareStyle } from "../styles.ts";
import type { Book, Cell, Page } from "./book.ts";
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

const FIRST_MONEY = 2;
/** Of the columns before the money. */
const WIDTHS = [6, 34];
const BOTH_SPLITS =
  "Phụ lục chia cả theo cấp ngân sách và theo tính chất vốn có mặt ở cả hai nhóm cột, nên các cột nguồn có thể cộng lại lớn hơn tổng số.";

export async function writeSources(book: Book, material: Material): Promise<void> {
  const monies = byMoney(material.consolidation.columns);
  const widest = Math.max(1, ...[...monies.values()].map((columns) => columns.length));
  const page = await book.open(
    layoutOf(material, {
      name: SHEETS.sources,
      title: "KINH PHÍ THEO NGUỒN VỐN",
      unit: unitLine(material),
      widths: [...WIDTHS, ...Array.from({ length: widest }, () => 17)],
    }),
  );
  let number = 0;
  for (const [title, columns] of monies) {
    number++;
    await page.line(`${String(number)}. ${title}`, CAPTION);
    const titles = columns.map(({ column }) => sourceTitle(column));
    await page.header(["TT", "Đơn vị", ...titles].map((heading) => ({ title: heading, below: [] })));
    await writeTable(
      page,
      material,
      columns.map(({ index }) => index),
    );
    await page.row([]);
  }
  if (hasBothSplits(material)) await page.line(BOTH_SPLITS, NOTE_LEFT);
  page.end();
}

/** Whether some money's sources add up to more than its whole. */
function hasBothSplits({ consolidation: { columns, total } }: Material): boolean {
  return [...byMoney(columns).values()].some((own) => {
    const amountOf = (isWhole: boolean): number =>
      own
        .filter(({ column }) => (column.source === "total") === isWhole)
        .reduce((sum, { index }) => sum + (total.amounts[index] ?? 0), 0);
    return amountOf(false) > amountOf(true);
  });
}

async function writeTable(page: Page, material: Material, indexes: readonly number[]): Promise<void> {
  const { groups, total } = material.consolidation;
  const own = groups.filter(({ amounts }) => indexes.some((index) => (amounts[index] ?? null) !== null));
  const top = page.nextRow();
  const last = top + 1 + own.length;
  const sums = indexes.map((index, column): Cell => {
    const letter = columnLetter(FIRST_MONEY + column);
    const result = inUnit(total.amounts[index] ?? 0, material.unit);
    return formulaCell(`SUM(${letter}${String(top + 2)}:${letter}${String(last)})`, result, "total");
  });
  await page.row([centredCell(null, "total"), textCell("TỔNG CỘNG", "total"), ...sums]);
  const whole = total.amounts[indexes[0] ?? -1] ?? 0;
  const shares = indexes.map((index, column): Cell => {
    const letter = columnLetter(FIRST_MONEY + column);
    const formula = `IF($C$${String(top)}=0,0,${letter}${String(top)}/$C$${String(top)})`;
    const result = whole === 0 ? 0 : (total.amounts[index] ?? 0) / whole;
    return { value: { formula, result }, style: shareStyle("group") };
  });
  await page.row([centredCell(null, "group"), textCell("Tỷ trọng", "group"), ...shares]);
  for (const group of own) {
    const row = String(page.nextRow());
    const cells = indexes.map((index) => {
      const amount = group.amounts[index] ?? null;
      if (amount === null) return numberCell(null);
      return formulaCell(material.list.sumFor(index, `$A${row}`), inUnit(amount, material.unit));
    });
    const names = [centredCell(material.groupNumber(group.id)), textCell(group.name)];
    await page.row([...names, ...cells], heightOf(names, WIDTHS));
  }
}
