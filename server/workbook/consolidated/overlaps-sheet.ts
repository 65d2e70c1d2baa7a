/** "Trùng lặp": line items of different organisations that may be one and the same work, side by side. */
import type { OverlapLine } from "../../../shared/consolidation/overlap-lines.ts";
import { NOTE } from "../styles.ts";
import type { Book, Cell } from "./book.ts";
import { centredCell, heightOf, layoutOf, moneyCell, textCell, unitLine, type Material } from "./material.ts";
import { SHEETS } from "./names.ts";

const SIDE = ["Đơn vị", "Tên nhiệm vụ, dự án", "Chủ trì", "Thời gian", "Kinh phí", "Trang, ô"];
const SIDE_WIDTHS = [16, 36, 18, 11, 14, 12];
const LIKENESS = { "same-name": "Trùng tên", "near-name": "Gần trùng tên" } as const;
const WIDTHS = [5, 10, ...SIDE_WIDTHS, ...SIDE_WIDTHS];

export async function writeOverlaps(book: Book, material: Material): Promise<void> {
  const { overlaps } = material.consolidation;
  const page = await book.open(
    layoutOf(material, {
      name: SHEETS.overlaps,
      title: "NHIỆM VỤ, DỰ ÁN CÓ THỂ TRÙNG LẶP GIỮA CÁC ĐƠN VỊ",
      unit: unitLine(material),
      headings: [
        { title: "TT", below: [] },
        { title: "Mức giống", below: [] },
        { title: "Đơn vị thứ nhất", below: SIDE },
        { title: "Đơn vị thứ hai", below: SIDE },
      ],
      widths: WIDTHS,
    }),
  );
  if (overlaps === null) await page.line("Quá nhiều dòng nên chưa so sánh từng đôi.", NOTE);
  else if (overlaps.length === 0) await page.line("Không thấy nhiệm vụ, dự án nào trùng lặp.", NOTE);
  for (const [index, { likeness, lines }] of (overlaps ?? []).entries()) {
    const [first, ...others] = lines;
    if (!first) continue;
    for (const other of others) {
      const cells = [
        centredCell(index + 1),
        centredCell(LIKENESS[likeness]),
        ...sideOf(first, material),
        ...sideOf(other, material),
      ];
      await page.row(cells, heightOf(cells, WIDTHS));
    }
  }
  page.end();
}

const sideOf = (line: OverlapLine, { nameOf, unit }: Material): Cell[] => [
  textCell(nameOf(line.organisationId)),
  textCell(line.name),
  textCell(line.leadAgency),
  textCell(line.periodText),
  moneyCell(line.amountDong, unit),
  textCell(`${line.sheet}, ${line.cell}`),
];
