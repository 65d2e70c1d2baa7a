/** "Nhân lực và hạ tầng": staff and computers of each organisation, with totals and ratios as formulas. */
import type { CountTable } from "../../../shared/consolidation/counts.ts";
import { formById } from "../../../shared/forms/index.ts";
import { columnLetter } from "../../../shared/grid.ts";
import { CAPTION, NOTE, shareStyle, type Emphasis } from "../styles.ts";
import type { Book, Cell, Page } from "./book.ts";
import { centredCell, formulaCell, heightOf, layoutOf, numberCell, textCell, type Material } from "./material.ts";
import { SHEETS } from "./names.ts";

const FIRST_COUNT = 3;
/** Of the columns before the counts, and of a count. */
const WIDTHS = [6, 38, 11];
const WIDTH = 13;

export async function writeCounts(book: Book, material: Material): Promise<void> {
  const { counts } = material.consolidation;
  const widest = Math.max(4, ...counts.map((table) => table.measures.length + ratiosOf(table).length));
  const page = await book.open(
    layoutOf(material, {
      name: SHEETS.counts,
      title: "NHÂN LỰC VÀ HẠ TẦNG CÔNG NGHỆ THÔNG TIN",
      widths: [...WIDTHS, ...Array.from({ length: widest }, () => WIDTH)],
    }),
  );
  if (counts.length === 0) await page.line("Không có biểu nhân lực và hạ tầng.", NOTE);
  for (const [index, table] of counts.entries()) {
    await page.line(`${String(index + 1)}. ${formById(table.form).title.vi}`, CAPTION);
    await writeTable(page, table, material.nameOf);
    await page.row([]);
  }
  page.end();
}

interface Ratio {
  readonly title: string;
  /** Indexes of measures. */
  readonly of: number;
  readonly per: number;
}

function ratiosOf({ form, measures }: CountTable): readonly Ratio[] {
  return formById(form).ratios.flatMap(({ title, of, per }): Ratio[] => {
    const ratio = { title: title.vi, of: measures.indexOf(of), per: measures.indexOf(per) };
    return ratio.of < 0 || ratio.per < 0 ? [] : [ratio];
  });
}

async function writeTable(page: Page, table: CountTable, nameOf: (id: string) => string): Promise<void> {
  const { counts: specs } = formById(table.form);
  const ratios = ratiosOf(table);
  const titles = table.measures.map((measure) => specs.find((spec) => spec.measure === measure)?.title.vi ?? measure);
  const headings = ["TT", "Đơn vị", "Số cơ quan báo cáo", ...titles, ...ratios.map(({ title }) => title)];
  await page.header(headings.map((title) => ({ title, below: [] })));
  const first = page.nextRow() + 1;
  const last = first + table.rows.length - 1;
  const sumOf = (column: number, values: readonly (number | null)[]): Cell => {
    const letter = columnLetter(column);
    const result = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return formulaCell(`SUM(${letter}${String(first)}:${letter}${String(last)})`, result, "total");
  };
  const totals = table.measures.map((_, index) =>
    table.rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  await page.row([
    centredCell(null, "total"),
    textCell("TỔNG CỘNG", "total"),
    sumOf(
      2,
      table.rows.map(({ units }) => units),
    ),
    ...table.measures.map((_, index) =>
      sumOf(
        FIRST_COUNT + index,
        table.rows.map(({ counts }) => counts[index] ?? null),
      ),
    ),
    ...ratios.map((ratio) => ratioCell(ratio, { counts: totals, row: page.nextRow(), emphasis: "total" })),
  ]);
  for (const [index, { organisationId, units, counts }] of table.rows.entries()) {
    const row = page.nextRow();
    const cells = [
      centredCell(index + 1),
      textCell(nameOf(organisationId)),
      numberCell(units),
      ...counts.map((count) => numberCell(count)),
      ...ratios.map((ratio) => ratioCell(ratio, { counts, row, emphasis: "plain" })),
    ];
    await page.row(cells, heightOf(cells, WIDTHS));
  }
}

interface RatioRow {
  readonly counts: readonly (number | null)[];
  readonly row: number;
  readonly emphasis: Emphasis;
}

function ratioCell({ of, per }: Ratio, { counts, row, emphasis }: RatioRow): Cell {
  const [part, whole] = [counts[of] ?? 0, counts[per] ?? 0];
  const address = (measure: number): string => columnLetter(FIRST_COUNT + measure) + String(row);
  const formula = `IF(${address(per)}=0,0,${address(of)}/${address(per)})`;
  return { value: { formula, result: whole === 0 ? 0 : part / whole }, style: shareStyle(emphasis) };
}
