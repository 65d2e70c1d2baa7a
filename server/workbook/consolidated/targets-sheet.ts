/** "Chỉ tiêu": the targets of all organisations side by side. */
import type { TargetRow } from "../../../shared/consolidation/targets.ts";
import { groupBy } from "../../../shared/group-by.ts";
import { NOTE } from "../styles.ts";
import type { Book } from "./book.ts";
import { centredCell, heightOf, layoutOf, textCell, type Material } from "./material.ts";
import { SHEETS } from "./names.ts";

/** Beside the three columns of the target itself, so that a page stays readable. */
const ORGANISATIONS_ON_A_PAGE = 6;
/** Excel has 16,384 columns. */
const MOST_ORGANISATIONS = 16_000;

export async function writeTargets(book: Book, material: Material): Promise<void> {
  const { targets } = material.consolidation;
  const ids = [...new Set(targets.flatMap(({ values }) => values.map(({ organisationId }) => organisationId)))];
  const shown = ids.slice(0, MOST_ORGANISATIONS);
  const widths = [6, 46, 12, ...shown.map(() => 18)];
  const page = await book.open(
    layoutOf(material, {
      name: SHEETS.targets,
      title: "CHỈ TIÊU CỦA CÁC ĐƠN VỊ",
      notes: notesOf(ids.length - shown.length),
      headings: ["TT", "Chỉ tiêu", "Đơn vị tính", ...shown.map(material.nameOf)].map((title) => ({ title, below: [] })),
      widths,
      frozenColumns: shown.length > ORGANISATIONS_ON_A_PAGE ? 3 : 0,
      pagesWide: Math.max(1, Math.ceil(shown.length / ORGANISATIONS_ON_A_PAGE)),
    }),
  );
  if (targets.length === 0) await page.line("Không có biểu chỉ tiêu.", NOTE);
  for (const [index, row] of targets.entries()) {
    const byId = groupBy(row.values, ({ organisationId }) => organisationId);
    const cells = [
      centredCell(index + 1),
      textCell(row.name),
      centredCell(row.measure),
      ...shown.map((id) => centredCell(valueText(byId.get(id) ?? []))),
    ];
    await page.row(cells, heightOf(cells, widths));
  }
  page.end();
}

const notesOf = (hidden: number): readonly string[] =>
  hidden > 0 ? [`Còn ${String(hidden)} đơn vị nữa không đủ cột để hiện ở trang này.`] : [];

/** "20% (Quý 4/2020)". */
const valueText = (values: TargetRow["values"]): string =>
  values.map(({ text, period }) => (period === "" ? text : `${text} (${period})`)).join("\n");
